#include "core/study/store/project_paths.h"

#include "core/base/error.h"

namespace fairloom {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view runs_prefix = "runs/";

} // namespace

fs::path index_file(const fs::path &project) { return project / "index.sqlite"; }
fs::path project_file(const fs::path &project) { return project / "project.json"; }
fs::path runs_folder(const fs::path &project) { return project / "runs"; }
fs::path lock_file(const fs::path &run_folder) { return run_folder / ".lock"; }

bool is_run_folder(const std::string &relative)
{
    if (!relative.starts_with(runs_prefix))
        return false;
    const std::string_view name = std::string_view(relative).substr(runs_prefix.size());
    return !name.empty() && name != "." && name != ".." && name.find_first_of(std::string_view("/\0", 2)) == std::string_view::npos;
}

fs::path run_folder(const fs::path &project, const std::string &relative)
{
    std::error_code error;
    const fs::path root = fs::canonical(project, error);
    const fs::path folder = error || !is_run_folder(relative) ? fs::path() : fs::weakly_canonical(project / relative, error);
    if (error)
        throw InputError(Message(FAIRLOOM_TEXT("The folder cannot be read (%1)"), {error.message()}), (project / relative).string(),
                         FAIRLOOM_TEXT("Check the path and its permissions"));
    const fs::path inside = folder.lexically_relative(root);
    if (inside.empty() || inside == "." || *inside.begin() == "..")
        throw InputError(FAIRLOOM_TEXT("A run's folder lies outside of the project"), relative.c_str(), // up to a zero byte
                         FAIRLOOM_TEXT("Remove the run, or move its folder to the project's other runs"));
    return project / relative;
}

std::vector<fs::path> entries_of(const fs::path &folder)
{
    std::vector<fs::path> out;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
        out.push_back(it->path());
    return out;
}

std::string folder_name(std::string_view name)
{
    constexpr std::size_t most = 100;
    constexpr std::string_view kept = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.=,+";
    std::string out;
    for (const char c : name) {
        if ((static_cast<unsigned char>(c) & 0xc0) == 0x80)
            continue; // the rest of a character of UTF-8
        out += kept.find(c) == std::string_view::npos ? '_' : c;
        if (out.size() == most)
            break;
    }
    if (!out.empty() && out.front() == '.')
        out.front() = '_';
    return out.empty() ? "run" : out;
}

} // namespace fairloom
