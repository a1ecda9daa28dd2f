#pragma once

#include "core/base/message.h"
#include "core/data/row_account.h"
#include "core/data/table.h"

#include <cstddef>
#include <vector>

namespace fairloom {

/// More categories than this in a column that is generated are too many, if its rule does not say otherwise.
constexpr std::size_t usual_keep_values = 100;

/// Keeps the `keep` most frequent categories of the training rows (missing not counted) and makes all others "(other)", in the test
/// rows (may be null) too. Does nothing to a column with no more than that. Counts and notes what it did.
void group_rare_values(Column &train, Column *test, std::size_t keep, RowAccount &account, std::vector<Message> &notes);

} // namespace fairloom
