#pragma once

#include "core/base/progress.h"
#include "core/study/study_file.h"

#include <cstddef>
#include <filesystem>
#include <stop_token>

namespace fairloom {

struct SweepSettings {
    std::filesystem::path program; ///< fairloom-cli, which runs one trial a process
    std::filesystem::path out;     ///< holds runs/NAME of every trial, results.csv and summary.csv
    int workers = 1;               ///< processes at once
    int threads = 1;               ///< of each
};

struct SweepOutcome {
    std::size_t done = 0, failed = 0, left = 0; ///< left: not begun, or interrupted
};

/// Runs every trial of a study in a process of its own and gathers what they found. A trial whose folder holds a finished run is
/// not run again. A stop interrupts the processes, which save what they have. Throws InputError if a file cannot be written.
SweepOutcome run_sweep(const Study &study, const SweepSettings &settings, Progress &progress, std::stop_token stop);

} // namespace fairloom
