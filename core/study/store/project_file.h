#pragma once

#include "core/data/problem.h"
#include "core/study/run_settings.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace fairloom {

/// What a window needs to show a project as it was left, apart from its runs, which its index has (run_store.h).
///
/// A project is a folder:
///
///     project.json      this
///     index.sqlite      what is known of its runs (and index.sqlite-wal, -shm while a program has it open)
///     runs/NAME/        the files of each run
///
/// It opens on another machine when the whole folder is copied there while no program has it open: nothing in it says where it is. The index
/// names run folders relative to the project; `data` and `test` are stored relative to it where they lie in it, so that a project that
/// holds its data needs nothing else. Data elsewhere keep the path that they had, and must be named again if they are not there;
/// `data_sha256` tells whether they are the same.
struct ProjectState {
    std::string data, test;         ///< as open_dataset() takes them: a path, "sample:hiring", or empty; test: empty = none of its own
    std::string recipe;             ///< name of a recipe; empty = none
    std::string schema;             ///< how the files were read, whole: JSON text as recipe_json() gives it; empty = found out from the files
    Task task;
    RunSettings settings;
    std::string window;             ///< JSON text of the window's own: geometry, docks, view, selections; empty = none
    std::int64_t selected_run = 0;  ///< RunRecord::id; 0 = none
    std::string data_sha256;        ///< DatasetSummary::sha256 of the data
    std::string created;            ///< ISO 8601
    std::string version;            ///< of the Fairloom that saved it last
    bool operator==(const ProjectState &) const = default;
};

/// Whether the folder holds a project.json. A folder that studies alone have written to has an index without one.
bool is_project(const std::filesystem::path &folder);

/// Paths come back absolute. What an older version did not write has its default, keys that it does not know are passed over. Throws InputError with
/// file and key: no such file, damaged, another type, a setting outside its range, of a newer version, larger than 64 MB.
ProjectState read_project(const std::filesystem::path &folder);
/// Makes the folder if it is not there; the file is replaced as a whole. Paths that are not absolute are taken from the working folder. `version` is
/// this one, an empty `created` becomes now. Throws InputError: the place cannot be written, more than 64 MB.
void write_project(const std::filesystem::path &folder, const ProjectState &state);

} // namespace fairloom
