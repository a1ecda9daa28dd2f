#include "core/study/lesson_file.h"

#include "core/base/error.h"
#include "core/data/name_list.h"
#include "core/data/sample_source.h"
#include "core/data/samples.h"
#include "core/study/json_reading.h"
#include "core/study/run_settings.h"

#include <algorithm>
#include <cctype>
#include <initializer_list>

namespace fairloom {

namespace {

constexpr std::size_t most_lesson_bytes = 1'000'000, most_steps = 200, most_acts = 20;
constexpr const char *correct = FAIRLOOM_TEXT("Correct the lesson's file");

/// One object of the lesson and where it stands.
class Part {
public:
    Part(const Json &json, std::string where, std::initializer_list<const char *> keys) : json_(json), where_(std::move(where))
    {
        if (!json.is_object())
            refuse("", FAIRLOOM_TEXT("This is not a JSON object"));
        for (const auto &[key, value] : json.items())
            if (std::none_of(keys.begin(), keys.end(), [&k = key](const char *known) { return k == known; }))
                refuse(key, FAIRLOOM_TEXT("There is no such key in a lesson"));
    }

    [[noreturn]] void refuse(const std::string &key, Message what, Message remedy = correct) const
    {
        throw InputError(std::move(what), where_ + (key.empty() ? "" : ", " + key), std::move(remedy));
    }

    bool has(const std::string &key) const { return json_.contains(key); }
    const Json &at(const std::string &key) const { return json_.at(key); }

    std::string text(const std::string &key) const
    {
        if (!has(key))
            return {};
        if (!at(key).is_string())
            refuse(key, FAIRLOOM_TEXT("The value is not a text"));
        return at(key).get<std::string>();
    }

    std::string one_of(const std::string &key, const std::vector<std::string> &choices) const
    {
        const std::string out = text(key);
        if (!out.empty() && !is_one_of(out, choices))
            refuse(key, Message(FAIRLOOM_TEXT("“%1” is not among the choices"), {out}), Message(FAIRLOOM_TEXT("Choose one of %1"), {join_names(choices, choices.size())}));
        return out;
    }

    int whole(const std::string &key, int least, int most) const
    {
        if (!has(key))
            return 0;
        const Json &value = at(key);
        if (!value.is_number_integer() || value.get<double>() < least || value.get<double>() > most)
            refuse(key, Message(FAIRLOOM_TEXT("The value is no whole number from %1 to %2"), {std::to_string(least), std::to_string(most)}));
        return value.get<int>();
    }

    LessonText texts(const std::string &key) const
    {
        LessonText out;
        if (!has(key) || !at(key).is_object() || at(key).empty())
            refuse(key, FAIRLOOM_TEXT("The text is missing, or not given by language"), FAIRLOOM_TEXT("Write it as {\"en\": \"…\", \"sv\": \"…\"}"));
        for (const auto &[language, value] : at(key).items()) {
            if (!value.is_string())
                refuse(key + "." + language, FAIRLOOM_TEXT("The value is not a text"));
            out.by_language.emplace_back(language, value.get<std::string>());
        }
        return out;
    }

    std::vector<std::pair<std::string, std::string>> settings(const std::string &key) const
    {
        std::vector<std::pair<std::string, std::string>> out;
        if (!has(key))
            return out;
        if (!at(key).is_object())
            refuse(key, FAIRLOOM_TEXT("This is not a JSON object"));
        RunSettings tried;
        for (const auto &[name, value] : at(key).items()) {
            if (!find_setting(name) || name == "graph") // a lesson names no files
                refuse(key, Message(FAIRLOOM_TEXT("There is no setting “%1” for a lesson"), {name}));
            if (!value.is_string() && !value.is_number() && !value.is_boolean())
                refuse(key + "." + name, FAIRLOOM_TEXT("The value is neither a text nor a number"));
            out.emplace_back(name, value.is_string() ? value.get<std::string>() : value.dump());
            try {
                set_setting(tried, name, out.back().second);
            } catch (const InputError &error) {
                refuse(key + "." + name, error.message());
            }
        }
        return out;
    }

    std::string sample(const std::string &key) const
    {
        const std::string source = text(key);
        if (source.empty())
            return {};
        const std::vector<SampleInfo> samples = builtin_samples();
        const bool known = is_sample_source(source) && std::any_of(samples.begin(), samples.end(), [name = parse_sample_source(source).name](const SampleInfo &info) {
                               return info.name == name;
                           });
        if (!known)
            refuse(key, FAIRLOOM_TEXT("A lesson opens built-in samples only"), FAIRLOOM_TEXT("Write sample:hiring or another one"));
        return to_source(parse_sample_source(source));
    }

private:
    const Json &json_;
    std::string where_;
};

LessonAct parse_act(const Json &json, const std::string &where)
{
    const Part part(json, where, {"open", "settings", "train", "advance", "press", "view", "page"});
    if (json.size() != 1)
        part.refuse("", FAIRLOOM_TEXT("An act of a lesson has exactly one key"));
    LessonAct act;
    const std::string key = json.begin().key();
    if (key == "open") {
        act.kind = LessonAct::Kind::open;
        act.text = part.sample(key);
    } else if (key == "settings") {
        act.kind = LessonAct::Kind::settings;
        act.values = part.settings(key);
    } else if (key == "train") {
        act.kind = LessonAct::Kind::train;
    } else if (key == "advance") {
        act.kind = LessonAct::Kind::advance;
        act.number = part.whole(key, 1, 1000);
    } else if (key == "press") {
        act.kind = LessonAct::Kind::press;
        act.text = part.one_of(key, lesson_buttons());
    } else if (key == "view") {
        act.kind = LessonAct::Kind::view;
        act.text = part.one_of(key, lesson_views());
    } else {
        act.kind = LessonAct::Kind::page;
        act.text = part.one_of(key, lesson_pages());
    }
    return act;
}

LessonGoal parse_goal(const Json &json, const std::string &where)
{
    const Part part(json, where, {"data", "bias_most", "redrawn", "settings", "run", "epoch", "view", "page", "pressed"});
    LessonGoal goal;
    goal.data = part.sample("data");
    if (part.has("bias_most")) {
        const Json &most = part.at("bias_most");
        if (!most.is_number() || most.get<double>() < 0 || most.get<double>() > 1)
            part.refuse("bias_most", FAIRLOOM_TEXT("The value is no number from 0 to 1"));
        goal.bias_most = most.get<double>();
    }
    goal.redrawn = part.has("redrawn");
    goal.settings = part.settings("settings");
    goal.run = part.one_of("run", {"begun", "done"});
    goal.epoch = part.whole("epoch", 1, 100000);
    goal.view = part.one_of("view", lesson_views());
    goal.page = part.one_of("page", lesson_pages());
    goal.pressed = part.one_of("pressed", lesson_buttons());
    return goal;
}

LessonStep parse_step(const Json &json, const std::string &where)
{
    const Part part(json, where, {"title", "text", "view", "page", "point_at", "controls", "do", "until"});
    LessonStep step;
    step.title = part.texts("title");
    step.text = part.texts("text");
    step.view = part.one_of("view", lesson_views());
    step.page = part.one_of("page", lesson_pages());
    step.point_at = part.text("point_at");
    if (part.has("controls")) {
        if (!part.at("controls").is_array() || part.at("controls").size() > 4)
            part.refuse("controls", FAIRLOOM_TEXT("The value is not a list of up to four settings"));
        for (const Json &key : part.at("controls")) {
            if (!key.is_string() || !find_setting(key.get<std::string>()))
                part.refuse("controls", FAIRLOOM_TEXT("The value is not a list of up to four settings"));
            step.controls.push_back(key.get<std::string>());
        }
    }
    if (part.has("do")) {
        const Json &acts = part.at("do");
        if (!acts.is_array() || acts.size() > most_acts)
            part.refuse("do", FAIRLOOM_TEXT("The value is not a list of up to twenty acts"));
        for (std::size_t i = 0; i < acts.size(); ++i)
            step.acts.push_back(parse_act(acts[i], where + ", do " + std::to_string(i + 1)));
    }
    if (part.has("until"))
        step.until = parse_goal(part.at("until"), where + ", until");
    return step;
}

} // namespace

const std::string &LessonText::in(const std::string &language) const
{
    static const std::string nothing;
    for (const std::string &wanted : {language, std::string("en")})
        for (const auto &[code, text] : by_language)
            if (code == wanted)
                return text;
    return by_language.empty() ? nothing : by_language.front().second;
}

const std::vector<std::string> &lesson_views()
{
    static const std::vector<std::string> names{"data", "training", "samples", "audit", "compare"};
    return names;
}

const std::vector<std::string> &lesson_pages()
{
    static const std::vector<std::string> names{"overview", "associations", "subgroups", "causal"};
    return names;
}

const std::vector<std::string> &lesson_buttons()
{
    static const std::vector<std::string> names{"ghostsButton", "drawAnewButton", "searchSubgroupsButton"};
    return names;
}

Lesson parse_lesson(const std::string &text, const std::string &where)
{
    if (text.size() > most_lesson_bytes)
        throw InputError(FAIRLOOM_TEXT("A lesson of more than 1 MB is not read"), where, FAIRLOOM_TEXT("Check that it is the right file"));
    const Json json = parse_json_text(text, where, correct);
    const Part part(json, where, {"format", "name", "title", "about", "minutes", "steps"});
    if (part.text("format") != "fairloom-lesson")
        part.refuse("format", FAIRLOOM_TEXT("This is not a lesson"), FAIRLOOM_TEXT("A lesson has \"format\": \"fairloom-lesson\""));
    Lesson lesson;
    lesson.name = part.text("name");
    const bool word = !lesson.name.empty() && lesson.name.size() <= 60
                      && std::all_of(lesson.name.begin(), lesson.name.end(), [](unsigned char c) { return std::isalnum(c) || c == '-'; });
    if (!word)
        part.refuse("name", FAIRLOOM_TEXT("The name is missing, or has other characters than letters, digits and “-”"));
    lesson.title = part.texts("title");
    lesson.about = part.texts("about");
    lesson.minutes = part.whole("minutes", 1, 600);
    if (!part.has("steps") || !part.at("steps").is_array() || part.at("steps").empty() || part.at("steps").size() > most_steps)
        part.refuse("steps", FAIRLOOM_TEXT("There is no list of 1 to 200 steps"));
    for (std::size_t i = 0; i < part.at("steps").size(); ++i)
        lesson.steps.push_back(parse_step(part.at("steps")[i], where + ", step " + std::to_string(i + 1)));
    return lesson;
}

Lesson read_lesson(const std::filesystem::path &file)
{
    return parse_lesson(read_json_text(file), file.string());
}

const std::vector<Lesson> &builtin_lessons()
{
    static const std::vector<Lesson> lessons = [] {
        std::vector<Lesson> out;
        for (const auto &[name, text] : builtin_lesson_texts())
            out.push_back(parse_lesson(text, name));
        return out;
    }();
    return lessons;
}

} // namespace fairloom
