#pragma once

#include "core/base/progress.h"
#include "core/data/column_roles.h"
#include "core/data/recipe.h"

#include <cstddef>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace fairloom::ui {

/// What a file itself says about one of its columns, before any type, merging or binning of a schema.
struct FoundColumn {
    std::string name;
    ColumnKind kind = ColumnKind::category;
    Role role = Role::feature;
    ColumnReason reason;
    NumberMarks marks;
    std::size_t different = 0;                                ///< values; of numbers, 0 if there are too many to be told apart
    std::size_t missing = 0;                                  ///< rows
    std::vector<std::pair<std::string, std::size_t>> values;  ///< and their rows, the most frequent first; at most most_found_values
    std::optional<std::pair<double, double>> range;           ///< of numbers
};

constexpr std::size_t most_found_values = 500;

/// Reads the file with the dialect of `schema`, but lets its values speak for themselves. Throws InputError, Cancelled.
std::vector<FoundColumn> find_columns(const std::string &source, const Recipe &schema, std::stop_token stop);

} // namespace fairloom::ui
