#pragma once

#include "core/base/message.h"
#include "core/data/table.h"

#include <vector>

namespace fairloom {

/// Gives roles to the columns of a file of which nothing is known: what looks like an identifier becomes one (a
/// category with more different values than half of at least 50 rows, or a column named like one of which every value
/// is different), a column with one value is ignored, and a note says so; all others stay features.
void guess_roles(Table &table, std::vector<Message> &notes);

} // namespace fairloom
