#pragma once

#include "core/study/run_settings.h"
#include "core/training/run_monitor.h"

#include <filesystem>

namespace fairloom {

/// Puts the curves that a run's losses.csv tells into `curves`, the same points as were drawn while it trained; stages that the file has not are left
/// out. `settings` are the run's: how long the epoch axes are. Throws InputError and leaves `curves` as they are: no such file, damaged, more than 500 MB.
void read_loss_curves(const std::filesystem::path &losses_csv, const RunSettings &settings, RunMonitor &curves);

} // namespace fairloom
