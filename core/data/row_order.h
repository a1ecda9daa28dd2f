#pragma once

#include "core/data/table.h"

#include <cstddef>
#include <optional>
#include <stop_token>
#include <vector>

namespace fairloom {

/// Rows sorted by one column: numbers and dates by value, ordered categories by their order, others by their spelling; missing values
/// last, whatever the direction; equal rows stay as they were. `among`: the rows to sort; unset = all. Throws Cancelled.
std::vector<std::size_t> sorted_rows(const Table &table, std::size_t column, bool descending,
                                     const std::optional<std::vector<std::size_t>> &among, const std::stop_token &stop);

} // namespace fairloom
