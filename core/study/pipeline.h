#pragma once

#include "core/data/dataset.h"
#include "core/data/problem.h"
#include "core/study/run_result.h"
#include "core/study/run_settings.h"
#include "core/training/run_monitor.h"

#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>

namespace fairloom {

class FairModel;
class LossLog;

struct RunRequest {
    std::string name;
    std::shared_ptr<const Dataset> data;
    Task task;
    RunSettings settings;
    std::filesystem::path out;      ///< folder for the run's files; empty = keep everything in memory
    bool resume = false;            ///< take finished stages from `out`, and a training's state from its checkpoints
    double checkpoint_seconds = 10; ///< between two savings of a training's state in `out`; negative = never
    /// Folder that keeps trained teachers for other runs on the same data with the same settings of the teacher; empty = none. Runs may
    /// use it at the same time.
    std::filesystem::path teachers;
    bool watch = true;              ///< publish the latent cloud and its leakage while the teacher trains; false where nobody looks
    double load_seconds = 0;        ///< how long the data took to open, for the timings
};

/// What a run leaves behind. Parts that were not reached before a stop are null or empty.
struct RunOutcome {
    RunResult result;
    std::shared_ptr<const Problem> problem;
    std::shared_ptr<const Table> synthetic;          ///< the student's rows
    std::shared_ptr<const Table> teacher_synthetic;  ///< the teacher's rows
    std::shared_ptr<const FairModel> model;
    std::shared_ptr<const LossLog> losses;           ///< every step's loss terms (losses.csv)
};

/// Trains, distils, generates and evaluates, by the settings' method. On a stop it ends within half a second and returns what is finished, state
/// "stopped", and saves it if `out` is set. Throws InputError, ComputationError.
RunOutcome run_pipeline(const RunRequest &request, RunMonitor &monitor, std::stop_token stop);

} // namespace fairloom
