#pragma once

#include "core/base/message.h"
#include "core/data/column_rule.h"
#include "core/data/row_account.h"

#include <functional>
#include <vector>

namespace fairloom {

/// Carries out the rules' missing policies on training rows and test rows (may be null) of the same columns: leaves rows out, or puts the
/// training rows' most frequent category or lower median in a missing value's place. Columns that are ignored or identifiers stay as
/// they are. Counts in `account` and says so in `notes`. Throws InputError if no row is left, or nothing is known to impute.
void apply_missing_policies(Table &train, Table *test, const std::function<const ColumnRule &(const Column &)> &rule_of, RowAccount &account,
                            std::vector<Message> &notes);

} // namespace fairloom
