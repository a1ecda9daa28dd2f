#pragma once

#include "core/study/study_file.h"

#include <filesystem>

namespace fairloom {

/// Whether the folder holds a run.json of a run that came to its end.
bool finished_run(const std::filesystem::path &folder);

/// Writes what the finished runs of a study found: results.csv has a line for every run and source, summary.csv the mean and the
/// standard deviation over seeds for every data set, variant and source. A figure that is undefined is an empty field, and not
/// in the mean: "n" counts what is.
void write_sweep_tables(const Study &study, const std::filesystem::path &out);

} // namespace fairloom
