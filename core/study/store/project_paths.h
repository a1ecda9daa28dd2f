#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace fairloom {

/// Where a project's own files are. Run folders stand in its index relative to it, and an index may come from anybody: none may lead out of the project.

/// "index.sqlite" and "project.json" of the project, the folder of its runs, and the file in a run's folder that is locked by whoever works in it.
std::filesystem::path index_file(const std::filesystem::path &project);
std::filesystem::path project_file(const std::filesystem::path &project);
std::filesystem::path runs_folder(const std::filesystem::path &project);
std::filesystem::path lock_file(const std::filesystem::path &run_folder);

/// Whether the text is "runs/NAME": nothing else is ever taken for a run's folder, or deleted as one.
bool is_run_folder(const std::string &relative);
/// The run's folder, whether it is there or not. Throws InputError unless it is_run_folder() and stays inside the project, links followed.
std::filesystem::path run_folder(const std::filesystem::path &project, const std::string &relative);

/// What stands in a folder; nothing if it is not there or cannot be read.
std::vector<std::filesystem::path> entries_of(const std::filesystem::path &folder);

/// A folder name of a run's name: letters and digits of ASCII and -_.=,+ stay, any other character becomes "_", so does a dot in front; at most
/// 100 characters, "run" if nothing is left.
std::string folder_name(std::string_view name);

} // namespace fairloom
