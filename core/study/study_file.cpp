#include "core/study/study_file.h"

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/study/run_json.h"
#include "core/study/run_settings.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>

namespace fairloom {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char *data_variable = "FAIRLOOM_DATA_DIR";
constexpr std::size_t most_trials = 100000;

class StudyReader {
public:
    explicit StudyReader(std::filesystem::path file) : file_(std::move(file)) {}

    Study read()
    {
        std::ifstream in(file_, std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
        if (!in.is_open() || in.bad())
            refuse("", FAIRLOOM_TEXT("The study cannot be read"), FAIRLOOM_TEXT("Check the path and its permissions"));
        const Json root = Json::parse(text, nullptr, false);
        if (!root.is_object())
            refuse("", FAIRLOOM_TEXT("The study is not a JSON object"), FAIRLOOM_TEXT("Compare it with one that comes with Fairloom"));
        static const std::set<std::string> known{"name", "keep_files", "data", "settings", "variants", "grid", "random", "seeds"};
        for (const auto &[key, value] : root.items())
            if (!known.contains(key))
                refuse(key, FAIRLOOM_TEXT("A study has no such part"), FAIRLOOM_TEXT("Remove it, or correct its name"));

        Study study;
        study.name = root.value("name", file_.stem().string());
        study.keep_files = root.contains("keep_files") && boolean(root["keep_files"], "keep_files");
        const Json &data = object(root, "data");
        const Json common = root.contains("settings") ? object(root, "settings") : Json::object();
        const std::vector<std::pair<std::string, Json>> variants = all_variants(root);
        std::vector<std::uint64_t> seeds;
        for (const Json &seed : root.contains("seeds") ? list(root, "seeds") : Json::array({1})) {
            if (!seed.is_number_integer() || seed.get<std::int64_t>() < 0)
                refuse("seeds", FAIRLOOM_TEXT("A seed is not a whole number"), FAIRLOOM_TEXT("Write them as [1, 2, 3]"));
            seeds.push_back(seed.get<std::uint64_t>());
        }
        if (data.empty() || seeds.empty() || data.size() * variants.size() * seeds.size() > most_trials)
            refuse("", FAIRLOOM_TEXT("The study has no runs, or too many"), FAIRLOOM_TEXT("Name data sets and seeds, and at most 100,000 runs"));
        // Seeds outermost: a study that is stopped early has all variants with fewer seeds.
        for (const std::uint64_t seed : seeds)
            for (const auto &[data_name, opening] : data.items())
                for (const auto &[variant, settings] : variants)
                    study.trials.push_back({folder_name(data_name, "data"), folder_name(variant, "variants"), seed,
                                            config(data_name, opening, common, settings, seed)});
        return study;
    }

private:
    [[noreturn]] void refuse(const std::string &key, Message what, Message remedy) const
    {
        throw InputError(std::move(what), file_.string() + (key.empty() ? "" : ", " + key), std::move(remedy));
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

    bool boolean(const Json &value, const std::string &key) const
    {
        if (!value.is_boolean())
            refuse(key, FAIRLOOM_TEXT("The value is neither true nor false"), FAIRLOOM_TEXT("Write true or false, without quotes"));
        return value.get<bool>();
    }

    /// Names of data sets and variants become names of folders.
    std::string folder_name(const std::string &name, const std::string &key) const
    {
        const bool plain = !name.empty() && name.size() <= 100 && name[0] != '.' && std::all_of(name.begin(), name.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == '=' || c == ',';
        });
        if (!plain)
            refuse(key, Message(FAIRLOOM_TEXT("“%1” cannot be the name of a folder"), {name}),
                   FAIRLOOM_TEXT("Use letters, digits, hyphens and dots"));
        return name;
    }

    static std::string short_text(const Json &value) { return value.is_string() ? value.get<std::string>() : value.dump(); }

    static Json merged(Json base, const Json &over)
    {
        for (const auto &[key, value] : over.items())
            base[key] = value;
        return base;
    }

    std::vector<std::pair<std::string, Json>> all_variants(const Json &root) const
    {
        std::vector<std::pair<std::string, Json>> out;
        if (root.contains("variants"))
            for (const auto &[name, settings] : object(root, "variants").items())
                out.emplace_back(name, settings);
        else
            out.emplace_back("default", Json::object());
        if (root.contains("grid"))
            for (const auto &[key, values] : object(root, "grid").items()) {
                std::vector<std::pair<std::string, Json>> wider;
                for (const auto &[name, settings] : out)
                    for (const Json &value : list(root["grid"], key))
                        wider.emplace_back((name == "default" ? "" : name + ",") + key + "=" + short_text(value),
                                           merged(settings, Json::object({{key, value}})));
                out = std::move(wider);
                if (out.size() > most_trials)
                    refuse("grid", FAIRLOOM_TEXT("The study has no runs, or too many"),
                           FAIRLOOM_TEXT("Name data sets and seeds, and at most 100,000 runs"));
            }
        if (root.contains("random"))
            out = random_variants(object(root, "random"), out);
        return out;
    }

    std::vector<std::pair<std::string, Json>> random_variants(const Json &random, const std::vector<std::pair<std::string, Json>> &bases) const
    {
        const int trials = random.value("trials", 0);
        if (trials < 1 || static_cast<std::size_t>(trials) > most_trials)
            refuse("random", FAIRLOOM_TEXT("The number of random trials is missing"), FAIRLOOM_TEXT("Write \"trials\": and a whole number"));
        Random stream(random.value("seed", std::uint64_t(1)), "study");
        std::vector<std::pair<std::string, Json>> out;
        for (int trial = 1; trial <= trials; ++trial)
            for (const auto &[name, settings] : bases) {
                Json drawn = settings;
                for (const auto &[key, range] : object(random, "ranges").items()) {
                    if (!range.is_array() || range.size() < 2)
                        refuse("random", FAIRLOOM_TEXT("This part of the study must be a list of values"),
                               FAIRLOOM_TEXT("Write them in square brackets"));
                    if (range.size() == 2 && range[0].is_number() && range[1].is_number()) {
                        const double low = range[0].get<double>(), high = range[1].get<double>();
                        drawn[key] = std::round((low + (high - low) * stream.uniform()) * 1000) / 1000;
                    } else {
                        drawn[key] = range[stream.below(range.size())];
                    }
                }
                out.emplace_back((name == "default" ? "" : name + ",") + "trial-" + std::to_string(trial), std::move(drawn));
            }
        return out;
    }

    std::string path(const Json &value, const std::string &key) const
    {
        if (!value.is_string())
            refuse(key, FAIRLOOM_TEXT("The value is not a text"), FAIRLOOM_TEXT("Put it in quotes"));
        const std::string text = value.get<std::string>(), prefix = std::string("$") + data_variable;
        if (text.rfind(prefix, 0) != 0)
            return text;
        const char *folder = std::getenv(data_variable);
        if (!folder)
            refuse(key, Message(FAIRLOOM_TEXT("The variable %1 is not set"), {data_variable}),
                   FAIRLOOM_TEXT("Set it to the folder that holds the data sets"));
        return folder + text.substr(prefix.size());
    }

    std::string config(const std::string &data_name, const Json &opening, const Json &common, const Json &settings, std::uint64_t seed) const
    {
        if (!opening.is_object() || !settings.is_object())
            refuse(data_name, FAIRLOOM_TEXT("This part of the study must be a JSON object"), FAIRLOOM_TEXT("Write names and values in braces"));
        Json out = opening;
        for (const char *key : {"data", "test"})
            if (out.contains(key))
                out[key] = path(out[key], data_name);
        out = merged(merged(std::move(out), common), settings);
        out["seed"] = seed;
        parse_run_config(out.dump(), file_.string() + ", " + data_name);
        return out.dump(2);
    }

    std::filesystem::path file_;
};

} // namespace

std::string StudyTrial::name() const
{
    return data + "." + variant + ".seed-" + std::to_string(seed);
}

Study read_study(const std::filesystem::path &file)
{
    return StudyReader(file).read();
}

} // namespace fairloom
