#include "core/study/store/project_file.h"

#include "core/base/error.h"
#include "core/base/file_output.h"
#include "core/base/time_text.h"
#include "core/base/version.h"
#include "core/data/sample_source.h"
#include "core/study/json_reading.h"
#include "core/study/store/project_paths.h"
#include "core/study/store/record_json.h"

#include <algorithm>
#include <string_view>

namespace fairloom {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t format_number = 1;
constexpr std::size_t most_project_bytes = 64'000'000;
constexpr const char *newer = FAIRLOOM_TEXT("The project was written by a newer version of Fairloom");

bool is_path(const std::string &source) { return !source.empty() && !is_sample_source(source); }

/// With a slash behind it.
std::string as_prefix(const fs::path &folder) { return (folder / "").string(); }

bool leads_up(const fs::path &path)
{
    return std::find(path.begin(), path.end(), "..") != path.end();
}

/// What is a path at its beginning may go on inside a file, "people.sqlite:SELECT ...", so it is taken as the text that it is.
std::string stored_path(const std::string &source, const fs::path &folder)
{
    if (!is_path(source))
        return source;
    const std::string path = source.starts_with('/') ? source : as_prefix(fs::current_path()) + source;
    std::error_code error;
    const fs::path named = fs::absolute(folder).lexically_normal(), real = fs::canonical(folder, error);
    for (const fs::path &project : {named, real}) {
        const std::string prefix = as_prefix(project.has_filename() ? project : project.parent_path());
        if (!path.starts_with(prefix) || path.size() == prefix.size())
            continue;
        const std::string inside = path.substr(prefix.size());
        if (!leads_up(inside) && !inside.starts_with('/'))
            return is_sample_source(inside) ? "./" + inside : inside;
    }
    return path;
}

std::string opened_path(const std::string &stored, const fs::path &folder)
{
    return is_path(stored) && !stored.starts_with('/') ? as_prefix(fs::absolute(folder).lexically_normal()) + stored : stored;
}

Json parsed(const std::string &text, const fs::path &file, const char *key)
{
    return parse_json_text(text, file.string() + ", " + key, FAIRLOOM_TEXT("Open the data again"));
}

/// A form has no place for what lies outside of its ranges.
void check_each_setting(RunSettings settings, const std::string &file)
{
    for (const Setting &setting : run_setting_descriptions())
        try {
            set_setting(settings, setting.key, get_setting(settings, setting.key));
        } catch (const InputError &error) {
            throw InputError(error.message(), file + ", settings." + setting.key, error.remedy());
        }
}

/// A JSON value as text; empty if there is none.
std::string value_text(const Json &document, const char *key, int indent)
{
    const auto found = document.find(key);
    return found == document.end() || found->is_null() ? std::string() : found->dump(indent);
}

ProjectState parse_project(const fs::path &file, const fs::path &folder)
{
    const Json document = parse_json_text(read_json_text(file), file.string());
    const JsonPart part(document, file.string());
    if (!part.has("fairloom_project"))
        part.refuse("", FAIRLOOM_TEXT("The file is no project of Fairloom"), {});
    if (part.count("fairloom_project") > format_number)
        part.refuse("", newer, FAIRLOOM_TEXT("Open it with that version"));
    ProjectState out;
    out.version = part.text("version");
    out.created = part.text("created");
    out.data = opened_path(part.text("data"), folder);
    out.test = opened_path(part.text("test"), folder);
    out.data_sha256 = part.text("data_sha256");
    out.recipe = part.text("recipe");
    if (part.part("schema")) // an object
        out.schema = value_text(document, "schema", 2) + "\n";
    if (const auto task = part.part("task"))
        out.task = {task->texts("sensitive"), task->text("target"), task->text("positive")};
    if (part.part("settings"))
        out.settings = read_settings(value_text(document, "settings", -1), file.string());
    out.settings.graph = opened_path(out.settings.graph, folder);
    out.selected_run = static_cast<std::int64_t>(part.count("selected_run"));
    out.window = value_text(document, "window", -1);
    return out;
}

} // namespace

bool is_project(const fs::path &folder)
{
    std::error_code error;
    return fs::is_regular_file(project_file(folder), error);
}

ProjectState read_project(const fs::path &folder)
{
    const fs::path file = project_file(folder);
    ProjectState state;
    try {
        state = parse_project(file, folder);
    } catch (const InputError &error) {
        if (error.message().text == newer)
            throw;
        // The reader of JSON advises to write the file from a run, which is not where this one comes from.
        throw InputError(error.message(), error.where(), FAIRLOOM_TEXT("Correct the file, or remove it: the project's runs stay"));
    }
    check_each_setting(state.settings, file.string());
    return state;
}

void write_project(const fs::path &folder, const ProjectState &state)
{
    const fs::path file = project_file(folder);
    Json out = Json::object();
    out["fairloom_project"] = format_number;
    out["version"] = version();
    out["created"] = state.created.empty() ? local_time_text() : state.created;
    out["data"] = stored_path(state.data, folder);
    if (!state.test.empty())
        out["test"] = stored_path(state.test, folder);
    if (!state.data_sha256.empty())
        out["data_sha256"] = state.data_sha256;
    if (!state.recipe.empty())
        out["recipe"] = state.recipe;
    if (!state.schema.empty())
        out["schema"] = parsed(state.schema, file, "schema");
    out["task"] = {{"sensitive", state.task.sensitive}, {"target", state.task.target}, {"positive", state.task.positive}};
    out["settings"] = settings_json(state.settings);
    out["settings"]["graph"] = stored_path(state.settings.graph, folder);
    out["selected_run"] = std::max<std::int64_t>(0, state.selected_run);
    if (!state.window.empty())
        out["window"] = parsed(state.window, file, "window");
    const std::string text = document_text(out);
    if (text.size() > most_project_bytes)
        throw InputError(FAIRLOOM_TEXT("A project's state of more than 64 MB is not stored"), file.string(), FAIRLOOM_TEXT("Make the schema shorter"));
    std::error_code error;
    fs::create_directories(folder, error); // what is wrong shows when the file is written
    write_file(file, text);
}

} // namespace fairloom
