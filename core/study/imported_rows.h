#pragma once

#include "core/study/pipeline.h"

#include <stop_token>
#include <string>
#include <vector>

namespace fairloom {

/// How the columns of a file of generated rows go with those that a problem's rows have.
struct ColumnMatch {
    std::vector<std::string> found;   ///< in the problem's order
    std::vector<std::string> missing; ///< without them the rows cannot be judged
    std::vector<std::string> extra;   ///< passed over
    Message missing_sentence() const; ///< one sentence; empty if nothing is missing
};

/// `columns`: of the file. Wanted are the columns that a model generates: features, sensitive ones and the target.
ColumnMatch match_columns(const Problem &problem, const std::vector<std::string> &columns);

/// Reads generated rows from a file, or pictures from a folder with their labels: the columns that a model generates, not the ignored ones, with the types and categories of the real
/// rows. Throws InputError.
Table read_generated_rows(const Dataset &data, const Problem &problem, const std::string &file, Progress &progress, const std::stop_token &stop);

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
