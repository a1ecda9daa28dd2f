#pragma once

#include "core/data/problem.h"

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

namespace fairloom::ui {

/// Group and label of every row of a table, as far as they can be told: rows that are looked at may lack a value, or have one that no
/// training row has, which label_table() would refuse.
struct RowMarks {
    std::vector<std::string> groups, labels; ///< names, in the problem's order
    std::vector<std::int32_t> group, label;  ///< per row, index into groups and labels, -1 = none of them
};

/// The table needs the problem's sensitive and target columns; without one of them all rows are -1. Throws Cancelled.
RowMarks mark_rows(const Table &table, const Problem &problem, std::stop_token stop);

} // namespace fairloom::ui
