#pragma once

#include "core/data/dataset.h"
#include "core/data/problem.h"
#include "core/metrics/metric.h"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace fairloom::cli {

/// What `inspect` has to say about one column.
struct ColumnFacts {
    const Column *column = nullptr;
    const ColumnReason *reason = nullptr;                           ///< null in a sample
    Role role = Role::feature;
    std::size_t rows = 0, missing = 0, distinct = 0;
    double minimum = 0, maximum = 0, mean = 0;                       ///< numbers that are not missing
    std::vector<std::pair<std::string, std::size_t>> most_frequent; ///< categories with their rows, at most 12
};

struct GroupFacts {
    Group group;
    std::size_t rows = 0, positives = 0;
    Metric base_rate; ///< with Wilson's interval
};

struct Inspection {
    const Dataset *data = nullptr;
    Task task;                       ///< as far as it is known
    std::vector<ColumnFacts> columns;
    std::vector<GroupFacts> groups;  ///< empty while the task is not known
    std::vector<Message> warnings;
    std::string recipe_that_fits;    ///< a recipe that was not asked for, or empty
};

/// Throws InputError if the task is given and does not fit the data.
Inspection inspect(const Dataset &data, const Task &task, Progress &progress, std::stop_token stop);
std::string inspection_json(const Inspection &inspection);
std::string inspection_text(const Inspection &inspection);

} // namespace fairloom::cli
