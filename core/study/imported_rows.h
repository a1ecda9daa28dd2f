#pragma once

#include "core/study/pipeline.h"

#include <memory>
#include <stop_token>
#include <string>

namespace fairloom {

struct JudgeOptions {
    bool attack = true; ///< whether membership inference is tried
};

/// Judges generated rows that any tool made as a run judges its own: RunResult's sources are "real" and "imported", `synthetic` are the
/// rows. On a stop it returns what is finished, state "stopped". Throws InputError: a column that is missing, a value that no group or
/// target value has.
RunOutcome judge_rows(const RunRequest &request, const std::string &file, RunMonitor &monitor, std::stop_token stop, const JudgeOptions &options = {});
/// The same of rows that have been read and labelled.
RunOutcome judge_table(const RunRequest &request, std::shared_ptr<const Problem> problem, std::shared_ptr<const LabelledTable> rows, RunMonitor &monitor,
                       std::stop_token stop, const JudgeOptions &options = {});

} // namespace fairloom
