#include "core/study/study_file.h"

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/data/sample_source.h"
#include "core/study/json_reading.h"
#include "core/study/run_json.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <set>

namespace fairloom {

namespace {

constexpr const char *data_variable = "FAIRLOOM_DATA_DIR";
constexpr std::size_t most_trials = 100000;
constexpr std::size_t most_subset_columns = 6;   // 63 choices
constexpr std::size_t longest_expanded_name = 140; // with the data set's name and the seed still the name of a folder

struct NamedSettings {
    std::string name;
    Json settings;
};

/// One combination's part of a variant's name: whatever may stand in a folder's name stays.
std::string short_text(const Json &value)
{
    std::string out;
    if (value.is_array()) {
        for (const Json &one : value)
            out += (out.empty() ? "" : "+") + short_text(one);
        return out;
    }
    return folder_word(value.is_string() ? value.get<std::string>() : value.dump());
}

Json merged(Json base, const Json &over)
{
    for (const auto &[key, value] : over.items())
        base[key] = value;
    return base;
}

Json object_of(const StudyPlan::Values &values)
{
    Json out = Json::object();
    for (const auto &[key, value] : values)
        out[key] = Json::parse(value);
    return out;
}

class Expansion {
public:
    Expansion(const StudyPlan &plan, const StudyContext &context, std::string where) : plan_(plan), context_(context), where_(std::move(where)) {}

    Study run() const
    {
        std::vector<StudyPlan::Data> data = plan_.data;
        if (context_.open)
            data = {*context_.open};
        if (data.empty())
            refuse("data", FAIRLOOM_TEXT("The study leaves open which data it is about"), FAIRLOOM_TEXT("Say it with --data PATH and the options that belong to it"));
        struct Opened {
            std::string name;
            Json opening;
            std::vector<NamedSettings> variants;
        };
        std::vector<Opened> opened;
        std::size_t count = 0;
        for (const StudyPlan::Data &one : data) {
            const Json opening = opening_of(one);
            opened.push_back({one.name, opening, variants(one.name, opening)});
            count += opened.back().variants.size() * plan_.seeds.size();
        }
        if (count == 0 || count > most_trials)
            refuse("", FAIRLOOM_TEXT("The study has no runs, or too many"), FAIRLOOM_TEXT("Name data sets and seeds, and at most 100,000 runs"));
        Study study;
        study.name = plan_.name;
        study.keep_files = plan_.keep_files;
        const Json common = object_of(plan_.settings);
        for (const std::uint64_t seed : plan_.seeds)
            for (const Opened &one : opened)
                for (const NamedSettings &variant : one.variants)
                    study.trials.push_back({one.name, variant.name, seed, config(one.name, one.opening, common, variant.settings, seed)});
        return study;
    }

private:
    [[noreturn]] void refuse(const std::string &key, Message what, Message remedy) const
    {
        throw InputError(std::move(what), where_ + (key.empty() ? "" : ", " + key), std::move(remedy));
    }

    /// How the data set is opened, with paths that hold wherever the process that runs it is started.
    Json opening_of(const StudyPlan::Data &data) const
    {
        Json out = Json::parse(data.opening, nullptr, false);
        if (!out.is_object())
            refuse(data.name, FAIRLOOM_TEXT("This part of the study must be a JSON object"), FAIRLOOM_TEXT("Write names and values in braces"));
        for (const char *key : {"data", "test"})
            if (out.contains(key))
                out[key] = path(out[key], data.name);
        return out;
    }

    std::string path(const Json &value, const std::string &key) const
    {
        if (!value.is_string())
            refuse(key, FAIRLOOM_TEXT("The value is not a text"), FAIRLOOM_TEXT("Put it in quotes"));
        const std::string text = value.get<std::string>(), prefix = std::string("$") + data_variable;
        if (text.rfind(prefix, 0) == 0) {
            const char *variable = std::getenv(data_variable);
            if (context_.data_folder.empty() && !variable)
                refuse(key, Message(FAIRLOOM_TEXT("The study's data are in the folder $%1, and nobody says where that is"), {data_variable}),
                       Message(FAIRLOOM_TEXT("Give the folder with --data-dir, or set the variable %1 to it"), {data_variable}));
            const std::filesystem::path folder = context_.data_folder.empty() ? std::filesystem::path(variable) : context_.data_folder;
            const std::size_t rest = std::min(text.find_first_not_of('/', prefix.size()), text.size());
            return (std::filesystem::absolute(folder) / text.substr(rest)).lexically_normal().string();
        }
        if (text.empty() || is_sample_source(text))
            return text;
        return std::filesystem::absolute(text).lexically_normal().string();
    }

    std::vector<NamedSettings> variants(const std::string &data, const Json &opening) const
    {
        std::vector<NamedSettings> out;
        for (const StudyPlan::Variant &variant : plan_.variants)
            out.push_back({variant.name, object_of(variant.settings)});
        if (out.empty())
            out.push_back({"default", Json::object()});
        for (const StudyPlan::Axis &axis : plan_.grid) {
            std::vector<NamedSettings> wider;
            const std::vector<Json> values = values_of(axis, data, opening);
            if (out.size() * values.size() > most_trials)
                refuse("grid", FAIRLOOM_TEXT("The study has no runs, or too many"), FAIRLOOM_TEXT("Name data sets and seeds, and at most 100,000 runs"));
            for (const NamedSettings &variant : out)
                for (const Json &value : values)
                    wider.push_back({longer(variant.name, axis.key + "=" + short_text(value)), merged(variant.settings, Json::object({{axis.key, value}}))});
            out = std::move(wider);
        }
        if (plan_.random)
            out = drawn(*plan_.random, out);
        check_names(out);
        return out;
    }

    static std::string longer(const std::string &name, const std::string &part) { return (name == "default" ? "" : name + ",") + part; }

    std::vector<Json> values_of(const StudyPlan::Axis &axis, const std::string &data, const Json &opening) const
    {
        if (axis.values.empty()) {
            if (axis.key != "sensitive")
                refuse(axis.key, FAIRLOOM_TEXT("This part of the study must be a list of values"), FAIRLOOM_TEXT("Write them in square brackets"));
            return subsets(data, opening);
        }
        std::vector<Json> out;
        for (const std::string &value : axis.values)
            out.push_back(Json::parse(value));
        return out;
    }

    /// Each sensitive column alone, then every two of them, ... all together.
    std::vector<Json> subsets(const std::string &data, const Json &opening) const
    {
        Json columns = opening.value("sensitive", Json::array());
        if (columns.is_string())
            columns = Json::array({columns});
        if (!columns.is_array() || columns.empty() || columns.size() > most_subset_columns)
            refuse(data, FAIRLOOM_TEXT("The study takes the data set's sensitive columns in turn, of which it needs one to six"),
                   FAIRLOOM_TEXT("Name them under \"sensitive\", or with --sensitive"));
        std::vector<std::pair<std::size_t, Json>> chosen; // with how many there are of each
        for (std::size_t bits = 1; bits < std::size_t(1) << columns.size(); ++bits) {
            Json choice = Json::array();
            for (std::size_t c = 0; c < columns.size(); ++c)
                if (bits >> c & 1)
                    choice.push_back(columns[c]);
            chosen.emplace_back(choice.size(), std::move(choice));
        }
        std::stable_sort(chosen.begin(), chosen.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
        std::vector<Json> out;
        for (auto &[size, choice] : chosen)
            out.push_back(std::move(choice));
        return out;
    }

    std::vector<NamedSettings> drawn(const StudyPlan::Draws &draws, const std::vector<NamedSettings> &bases) const
    {
        if (static_cast<std::size_t>(draws.trials) * bases.size() > most_trials)
            refuse("random, trials", FAIRLOOM_TEXT("The study has no runs, or too many"), FAIRLOOM_TEXT("Name data sets and seeds, and at most 100,000 runs"));
        Random stream(draws.seed, "study");
        std::vector<NamedSettings> out;
        for (int trial = 1; trial <= draws.trials; ++trial)
            for (const NamedSettings &base : bases) {
                NamedSettings one{longer(base.name, "trial-" + std::to_string(trial)), base.settings};
                for (const StudyPlan::Axis &range : draws.ranges) {
                    const Json first = Json::parse(range.values[0]), second = Json::parse(range.values[1]);
                    if (range.values.size() == 2 && first.is_number() && second.is_number()) {
                        const double low = first.get<double>(), high = second.get<double>();
                        one.settings[range.key] = std::round((low + (high - low) * stream.uniform()) * 1000) / 1000;
                    } else {
                        one.settings[range.key] = Json::parse(range.values[stream.below(range.values.size())]);
                    }
                }
                out.push_back(std::move(one));
            }
        return out;
    }

    void check_names(std::vector<NamedSettings> &variants) const
    {
        std::set<std::string> taken;
        for (NamedSettings &variant : variants) {
            if (variant.name.size() > longest_expanded_name)
                refuse("grid", Message(FAIRLOOM_TEXT("“%1” is too long for the name of a folder"), {variant.name}),
                       FAIRLOOM_TEXT("Write the combinations as variants with short names"));
            // Two columns may differ only in what a folder's name cannot have.
            const std::string name = variant.name;
            for (int number = 2; !taken.insert(variant.name).second; ++number)
                variant.name = name + "-" + std::to_string(number);
        }
    }

    std::string config(const std::string &data, const Json &opening, const Json &common, const Json &settings, std::uint64_t seed) const
    {
        Json out = merged(merged(opening, common), settings);
        out["seed"] = seed;
        parse_run_config(out.dump(), where_ + ", " + data);
        return out.dump(2);
    }

    const StudyPlan &plan_;
    const StudyContext &context_;
    std::string where_;
};

} // namespace

std::string StudyTrial::name() const { return data + "." + variant + ".seed-" + std::to_string(seed); }

Study expand_study(const StudyPlan &plan, const StudyContext &context, const std::string &where) { return Expansion(plan, context, where).run(); }

Study parse_study(const std::string &text, const std::string &where, const StudyContext &context)
{
    return expand_study(parse_study_plan(text, where), context, where);
}

Study read_study(const std::filesystem::path &file, const StudyContext &context) { return parse_study(read_json_text(file), file.string(), context); }

} // namespace fairloom
