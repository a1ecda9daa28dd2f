#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace fairloom {

/// What to do with a folder that already holds a run.
enum class ExistingRun { refuse, resume, replace };

/// The files a run leaves in its folder.
const std::vector<std::string> &run_file_names();

/// Where a run keeps the state of its trainings until it has ended.
std::filesystem::path checkpoint_folder(const std::filesystem::path &run);

/// Copies what a run that did not come to its end can go on from into another run's folder: finished models, their losses, the state of a training. Throws
/// InputError if it cannot be written.
void copy_unfinished_run(const std::filesystem::path &from, const std::filesystem::path &to);

/// Whether the folder holds a run.json or a teacher.
bool holds_run(const std::filesystem::path &folder);

/// Throws InputError if the folder cannot take the run: it holds a run already and `existing` is refuse, it is a file, or it
/// cannot be written. Changes nothing, so that it can be asked before long work.
void check_run_folder(const std::filesystem::path &folder, ExistingRun existing);

/// As check_run_folder; then creates the folder and, for `replace`, removes the files of the run that was there.
void prepare_run_folder(const std::filesystem::path &folder, ExistingRun existing);

} // namespace fairloom
