#include "core/study/study_plan.h"

#include "core/base/error.h"
#include "core/study/json_reading.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <set>

namespace fairloom {

namespace {

constexpr const char *subsets = "subsets";
constexpr std::size_t longest_data_name = 80, longest_variant_name = 100;

class PlanReader {
public:
    explicit PlanReader(std::string where) : where_(std::move(where)) {}

    StudyPlan read(const std::string &text)
    {
        const Json root = parse_json_text(text, where_, FAIRLOOM_TEXT("Correct it, or compare it with a study that comes with Fairloom"));
        if (!root.is_object())
            refuse("", FAIRLOOM_TEXT("The study is not a JSON object"), FAIRLOOM_TEXT("Compare it with one that comes with Fairloom"));
        static const std::set<std::string> known{"name", "title", "description", "keep_files", "data", "settings", "variants", "grid", "random", "seeds"};
        for (const auto &[key, value] : root.items())
            if (!known.contains(key))
                refuse(key, FAIRLOOM_TEXT("A study has no such part"), FAIRLOOM_TEXT("Remove it, or correct its name"));

        StudyPlan plan;
        plan.name = root.contains("name") ? string(root["name"], "name") : std::filesystem::path(where_).stem().string();
        if (root.contains("title"))
            plan.title = string(root["title"], "title");
        if (root.contains("description"))
            plan.description = string(root["description"], "description");
        plan.keep_files = root.contains("keep_files") && boolean(root["keep_files"], "keep_files");
        if (root.contains("data") && root["data"] != "open")
            read_data(object(root, "data"), plan);
        if (root.contains("settings"))
            plan.settings = values(object(root, "settings"));
        if (root.contains("variants"))
            for (const auto &[name, settings] : object(root, "variants").items())
                plan.variants.push_back({folder_name(name, "variants", longest_variant_name), values(object(root["variants"], name))});
        if (root.contains("grid"))
            plan.grid = axes(object(root, "grid"), true);
        if (root.contains("random"))
            read_draws(object(root, "random"), plan);
        if (root.contains("seeds"))
            read_seeds(list(root, "seeds"), plan);
        return plan;
    }

private:
    [[noreturn]] void refuse(const std::string &key, Message what, Message remedy) const
    {
        throw InputError(std::move(what), where_ + (key.empty() ? "" : ", " + key), std::move(remedy));
    }

    void read_data(const Json &data, StudyPlan &plan) const
    {
        if (data.empty())
            refuse("data", FAIRLOOM_TEXT("The study names no data set"), FAIRLOOM_TEXT("Name one, or leave this part out to say it when the study is run"));
        for (const auto &[name, opening] : data.items())
            plan.data.push_back({folder_name(name, "data", longest_data_name), object(data, name).dump()});
    }

    void read_draws(const Json &random, StudyPlan &plan) const
    {
        StudyPlan::Draws draws;
        if (random.contains("trials") && random["trials"].is_number_integer())
            draws.trials = static_cast<int>(std::clamp<std::int64_t>(random["trials"].get<std::int64_t>(), 0, 1'000'000'000));
        if (draws.trials < 1)
            refuse("random", FAIRLOOM_TEXT("The number of random trials is missing"), FAIRLOOM_TEXT("Write \"trials\": and a whole number"));
        if (random.contains("seed"))
            draws.seed = seed(random["seed"], "random");
        draws.ranges = axes(object(random, "ranges"), false);
        for (const StudyPlan::Axis &range : draws.ranges)
            if (range.values.size() < 2)
                refuse("random", FAIRLOOM_TEXT("A range needs two values at least"), FAIRLOOM_TEXT("Write it as [LOW, HIGH] or as a list of choices"));
        plan.random = std::move(draws);
    }

    void read_seeds(const Json &seeds, StudyPlan &plan) const
    {
        plan.seeds.clear();
        for (const Json &value : seeds)
            plan.seeds.push_back(seed(value, "seeds"));
        const std::set<std::uint64_t> different(plan.seeds.begin(), plan.seeds.end());
        if (different.size() < plan.seeds.size())
            refuse("seeds", FAIRLOOM_TEXT("A seed is named twice"), FAIRLOOM_TEXT("Name each once: a run with the same seed gives the same figures"));
    }

    std::vector<StudyPlan::Axis> axes(const Json &object, bool whole_subsets) const
    {
        std::vector<StudyPlan::Axis> out;
        for (const auto &[key, value] : object.items()) {
            out.push_back({key, {}});
            if (whole_subsets && key == "sensitive" && value == subsets)
                continue;
            for (const Json &one : list(object, key))
                out.back().values.push_back(one.dump());
        }
        return out;
    }

    static StudyPlan::Values values(const Json &object)
    {
        StudyPlan::Values out;
        for (const auto &[key, value] : object.items())
            out.emplace_back(key, value.dump());
        return out;
    }

    const Json &object(const Json &parent, const std::string &key) const
    {
        if (!parent.contains(key) || !parent[key].is_object())
            refuse(key, FAIRLOOM_TEXT("This part of the study must be a JSON object"), FAIRLOOM_TEXT("Write names and values in braces"));
        return parent[key];
    }

    const Json &list(const Json &parent, const std::string &key) const
    {
        if (!parent.contains(key) || !parent[key].is_array() || parent[key].empty())
            refuse(key, FAIRLOOM_TEXT("This part of the study must be a list of values"), FAIRLOOM_TEXT("Write them in square brackets"));
        return parent[key];
    }

    std::string string(const Json &value, const std::string &key) const
    {
        if (!value.is_string())
            refuse(key, FAIRLOOM_TEXT("The value is not a text"), FAIRLOOM_TEXT("Put it in quotes"));
        return value.get<std::string>();
    }

    bool boolean(const Json &value, const std::string &key) const
    {
        if (!value.is_boolean())
            refuse(key, FAIRLOOM_TEXT("The value is neither true nor false"), FAIRLOOM_TEXT("Write true or false, without quotes"));
        return value.get<bool>();
    }

    std::uint64_t seed(const Json &value, const std::string &key) const
    {
        if (!value.is_number_integer() || value.get<std::int64_t>() < 0)
            refuse(key, FAIRLOOM_TEXT("A seed is not a whole number"), FAIRLOOM_TEXT("Write them as [1, 2, 3]"));
        return value.get<std::uint64_t>();
    }

    std::string folder_name(const std::string &name, const std::string &key, std::size_t longest) const
    {
        if (!plain_name(name) || name.size() > longest)
            refuse(key, Message(FAIRLOOM_TEXT("“%1” cannot be the name of a folder"), {name}), FAIRLOOM_TEXT("Use letters, digits, hyphens and dots"));
        return name;
    }

    static bool plain_name(const std::string &name)
    {
        return !name.empty() && name[0] != '.' && std::all_of(name.begin(), name.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == '=' || c == ',' ||
                   c == '+';
        });
    }

    std::string where_;
};

Json values_json(const StudyPlan::Values &values)
{
    Json out = Json::object();
    for (const auto &[key, value] : values)
        out[key] = Json::parse(value);
    return out;
}

Json axes_json(const std::vector<StudyPlan::Axis> &axes)
{
    Json out = Json::object();
    for (const StudyPlan::Axis &axis : axes) {
        out[axis.key] = axis.values.empty() ? Json(subsets) : Json::array();
        for (const std::string &value : axis.values)
            out[axis.key].push_back(Json::parse(value));
    }
    return out;
}

} // namespace

StudyPlan parse_study_plan(const std::string &text, const std::string &where) { return PlanReader(where).read(text); }

std::string folder_word(const std::string &text)
{
    std::string out = text.substr(0, longest_data_name);
    for (char &c : out) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
        if (!plain)
            c = '_';
    }
    return out;
}

std::string study_json(const StudyPlan &plan)
{
    Json out = Json::object();
    out["name"] = plan.name;
    if (!plan.title.empty())
        out["title"] = plan.title;
    if (!plan.description.empty())
        out["description"] = plan.description;
    if (plan.keep_files)
        out["keep_files"] = true;
    for (const StudyPlan::Data &data : plan.data)
        out["data"][data.name] = Json::parse(data.opening);
    if (!plan.settings.empty())
        out["settings"] = values_json(plan.settings);
    for (const StudyPlan::Variant &variant : plan.variants)
        out["variants"][variant.name] = values_json(variant.settings);
    if (!plan.grid.empty())
        out["grid"] = axes_json(plan.grid);
    if (plan.random)
        out["random"] = {{"trials", plan.random->trials}, {"seed", plan.random->seed}, {"ranges", axes_json(plan.random->ranges)}};
    out["seeds"] = plan.seeds;
    return document_text(out);
}

} // namespace fairloom
