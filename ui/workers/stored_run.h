#pragma once

#include "core/data/dataset.h"
#include "core/data/problem.h"
#include "core/study/pipeline.h"

#include <QString>

#include <filesystem>
#include <memory>
#include <stop_token>

namespace fairloom::ui {

/// A run from a project's folder, as far as it can be shown.
struct StoredRun {
    std::shared_ptr<const RunOutcome> outcome; ///< null if nothing was judged before it ended
    std::shared_ptr<const Dataset> data;       ///< what the run was made with, if that is open
    QString gap;                               ///< what cannot be shown and why, one sentence; empty if nothing is missing
    bool gapIsItsData = false;                 ///< opening its data set fills the gap
};

/// What is open now, in which the run's rows can be shown.
struct OpenRows {
    std::shared_ptr<const Dataset> data;       ///< null if nothing is open
    std::shared_ptr<const Problem> problem;    ///< may be null
    RunSettings settings;                      ///< that `problem` was made with
};

/// Reads run.json, the model, and the generated rows where the run's own data are open. `wasJudged`: whether it has figures. Throws Cancelled;
/// what is wrong with a file is said in `gap`.
StoredRun readStoredRun(const std::filesystem::path &folder, bool wasJudged, const OpenRows &open, const std::stop_token &stop);

/// Whether a run with these settings makes its rows harder than the data have them.
bool isReshaped(const RunSettings &settings);
/// Whether these data, read as they were, are those of a run.
bool isDataOf(const DatasetSummary &summary, const Dataset &data);

} // namespace fairloom::ui
