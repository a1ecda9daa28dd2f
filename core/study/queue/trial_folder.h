#pragma once

#include "core/study/run_settings.h"
#include "core/training/run_monitor.h"

#include <filesystem>
#include <string>

namespace fairloom {

/// Makes a trial's folder and puts its configuration there. Whether the run has to begin anew: false if one of the same configuration was
/// interrupted there, which can go on. Throws InputError if the folder cannot be written.
bool prepare_trial_folder(const std::filesystem::path &folder, const std::string &config);

/// Keeps a finished run's loss curves as curves.bin, those of a teacher that was taken over included: they are in the monitor if it came from a cache,
/// in the losses.csv of before if the run was interrupted. To be called before that file is written anew.
void write_trial_curves(const RunMonitor &monitor, const RunSettings &settings, const std::filesystem::path &folder);

} // namespace fairloom
