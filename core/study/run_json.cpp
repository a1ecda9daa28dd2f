#include "core/study/run_json.h"

#include "core/base/error.h"
#include "core/data/recipe_json.h"
#include "core/study/account_json.h"
#include "core/study/json_reading.h"
#include "core/study/metric_json.h"
#include "core/study/presets.h"

#include <algorithm>
#include <type_traits>

namespace fairloom {

namespace {

Json config_json(const RunResult &result)
{
    Json out = Json::object();
    out["data"] = result.dataset.source;
    if (!result.dataset.test_source.empty())
        out["test"] = result.dataset.test_source;
    if (!result.dataset.recipe.empty())
        out["recipe"] = result.dataset.recipe;
    if (!result.dataset.schema.empty())
        out["schema"] = Json::parse(result.dataset.schema);
    out["sensitive"] = result.task.sensitive;
    out["target"] = result.task.target;
    out["positive"] = result.task.positive;
    RunSettings settings = result.settings;
    for (const Setting &setting : run_setting_descriptions())
        std::visit([&](auto *value) { out[setting.key] = *value; }, setting.field(settings));
    return out;
}

Json timings_json(const RunResult &result)
{
    Json out = Json::object();
    for (const char *part : {"load", "teacher", "student", "generate", "evaluate", "total"})
        out[part] = nullptr; // a part that was not reached
    for (const auto &[part, seconds] : result.timings)
        out[part] = seconds;
    return out;
}

Json dataset_json(const DatasetSummary &data)
{
    Json bad = Json::array();
    for (const BadLine &line : data.bad_lines)
        bad.push_back(line.line);
    Json out = {{"name", data.name}, {"rows", data.rows}, {"test_rows", data.test_rows}, {"columns", data.columns}};
    put_account(out, data.account);
    out["first_bad_lines"] = std::move(bad);
    if (!data.bad_pictures.empty())
        out["bad_pictures"] = bad_pictures_json(data.bad_pictures);
    out["sha256"] = data.sha256;
    if (!data.test_sha256.empty())
        out["test_sha256"] = data.test_sha256;
    put_messages(out, "notes", data.notes);
    return out;
}

[[noreturn]] void refuse(const std::filesystem::path &file, const std::string &key, Message what, Message remedy)
{
    throw InputError(std::move(what), file.string() + (key.empty() ? "" : ", " + key), std::move(remedy));
}

std::string text_of(const std::filesystem::path &file, const std::string &key, const Json &value)
{
    if (!value.is_string())
        refuse(file, key, FAIRLOOM_TEXT("The value is not a text"), FAIRLOOM_TEXT("Put it in quotes"));
    return value.get<std::string>();
}

std::vector<std::string> texts_of(const std::filesystem::path &file, const std::string &key, const Json &value)
{
    if (value.is_string())
        return {value.get<std::string>()};
    std::vector<std::string> out;
    if (!value.is_array())
        refuse(file, key, FAIRLOOM_TEXT("The value is not a list of texts"),
               FAIRLOOM_TEXT("Write it as [\"first\", \"second\"]"));
    for (const Json &item : value)
        out.push_back(text_of(file, key, item));
    return out;
}

void read_setting(const std::filesystem::path &file, const Setting &setting, const Json &value, RunSettings &settings)
{
    std::visit(
        [&](auto *field) {
            using Value = std::remove_pointer_t<decltype(field)>;
            if constexpr (std::is_same_v<Value, std::string>) {
                if (!value.is_string())
                    refuse(file, setting.key, FAIRLOOM_TEXT("The value is not a text"), FAIRLOOM_TEXT("Put it in quotes"));
            } else if constexpr (std::is_same_v<Value, bool>) {
                if (!value.is_boolean())
                    refuse(file, setting.key, FAIRLOOM_TEXT("The value is neither true nor false"),
                           FAIRLOOM_TEXT("Write true or false, without quotes"));
            } else if constexpr (std::is_same_v<Value, double>) {
                if (!value.is_number())
                    refuse(file, setting.key, FAIRLOOM_TEXT("The value is not a number"),
                           FAIRLOOM_TEXT("Write a number, without quotes"));
            } else {
                if (!value.is_number_integer())
                    refuse(file, setting.key, FAIRLOOM_TEXT("The value is not a whole number"),
                           FAIRLOOM_TEXT("Write a whole number, without quotes"));
            }
        },
        setting.field(settings));
    try {
        if (std::string(setting.key) == "preset")
            apply_preset(settings, value.get<std::string>());
        else
            set_setting(settings, setting.key, value.is_string() ? value.get<std::string>() : value.dump());
    } catch (const InputError &error) {
        refuse(file, setting.key, error.message(), error.remedy());
    }
}

} // namespace

std::string run_json(const RunResult &result)
{
    Json out = Json::object();
    out["fairloom"] = result.version;
    out["name"] = result.name;
    out["state"] = result.state;
    if (!result.finished.empty())
        out["finished"] = result.finished;
    out["config"] = config_json(result);
    out["dataset"] = dataset_json(result.dataset);
    out["timings_s"] = timings_json(result);
    out["teacher"] = {{"parameters", result.teacher.parameters},
                      {"encoder_parameters", result.teacher.encoder_parameters},
                      {"epochs", result.teacher.epochs},
                      {"seconds_per_epoch", number_or_null(result.teacher.seconds_per_epoch)},
                      {"dependence", number_or_null(result.teacher.dependence)},
                      {"dependence_p", number_or_null(result.teacher.dependence_p)},
                      {"collapsed", result.teacher.collapsed}};
    out["student"] = {{"kind", result.student.kind},
                      {"loss", result.student.loss},
                      {"parameters", result.student.parameters},
                      {"epochs", result.student.epochs}};
    if (result.rival)
        out["rival"] = {{"method", result.rival->method},
                        {"parameters", result.rival->parameters},
                        {"epochs", result.rival->epochs},
                        {"seconds_per_epoch", number_or_null(result.rival->seconds_per_epoch)}};
    if (result.cost)
        out["cost"] = {{"training_s", number_or_null(result.cost->training_s)},
                       {"first_row_s", number_or_null(result.cost->first_row_s)},
                       {"rows_per_s", number_or_null(result.cost->rows_per_s)},
                       {"peak_memory_bytes", number_or_null(result.cost->peak_memory_bytes)}};
    put_messages(out, "warnings", result.warnings);
    put_judgements(out, result);
    if (result.policy)
        out["policy"] = policy_json(*result.policy);
    return document_text(out);
}

std::string source_json(const SourceResult &source) { return document_text(source_to_json(source, false)); }

RunConfigFile read_run_config(const std::filesystem::path &file)
{
    return parse_run_config(read_json_text(file), file.string());
}

RunConfigFile parse_run_config(const std::string &text, const std::string &where)
{
    const std::filesystem::path file = where;
    const Json document = parse_json_text(text, where);
    const bool is_run = document.is_object() && document.contains("fairloom") && document.contains("config");
    const Json &config = is_run ? document["config"] : document;
    if (!config.is_object())
        refuse(file, "", FAIRLOOM_TEXT("The configuration is not a JSON object"),
               FAIRLOOM_TEXT("Give a run.json, or an object of settings in braces"));

    RunConfigFile out;
    // The kind of data first, whose presets hold, then the preset: it sets values that single keys may then change, wherever it stands.
    if (const auto kind = config.find("kind"); kind != config.end()) {
        read_setting(file, *find_setting("kind"), *kind, out.settings);
        out.settings = default_settings(out.settings.kind);
        out.given.push_back("kind");
    }
    if (const auto preset = config.find("preset"); preset != config.end()) {
        read_setting(file, *find_setting("preset"), *preset, out.settings);
        out.given.push_back("preset");
    }
    for (const auto &[key, value] : config.items()) {
        if (key == "kind" || key == "preset")
            continue;
        if (key == "data")
            out.data = text_of(file, key, value);
        else if (key == "test")
            out.test = text_of(file, key, value);
        else if (key == "recipe")
            out.recipe = text_of(file, key, value);
        else if (key == "schema")
            out.schema = parse_recipe(value.dump(), where + ", schema");
        else if (key == "sensitive")
            out.task.sensitive = texts_of(file, key, value);
        else if (key == "target")
            out.task.target = text_of(file, key, value);
        else if (key == "positive")
            out.task.positive = text_of(file, key, value);
        else if (const Setting *setting = find_setting(key)) {
            read_setting(file, *setting, value, out.settings);
            out.given.push_back(key);
        } else
            refuse(file, key, FAIRLOOM_TEXT("There is no such setting"), FAIRLOOM_TEXT("Remove it, or correct its name"));
    }
    return out;
}

} // namespace fairloom
