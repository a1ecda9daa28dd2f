#pragma once

#include "core/base/message.h"
#include "core/data/column_rule.h"
#include "core/data/table.h"

#include <functional>
#include <vector>

namespace fairloom {

/// Why a column has its type and its role, in words for the person who may change them.
struct ColumnReason {
    Message type, role;
};

/// Says why every column has its type, and gives roles (and with them the types "identifier" and "text") to those whose rule gives none:
/// what looks like an identifier becomes one (a category with more different values than half of at least 50 rows that have a value, or a
/// column named like one of which every value, or more than 100 categories, differ), long texts are free text, which is ignored, a
/// column with one value is ignored; all others stay features. Notes name the first three. `guess` false leaves all roles as they are.
std::vector<ColumnReason> explain_columns(Table &table, const std::function<const ColumnRule &(const Column &)> &rule_of, bool guess,
                                          std::vector<Message> &notes);

} // namespace fairloom
