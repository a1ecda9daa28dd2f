#pragma once

#include "core/base/message.h"
#include "core/base/progress.h"
#include "core/data/dataset.h"
#include "core/data/problem.h"

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

} // namespace fairloom
