#pragma once

#include "core/data/recipe.h"
#include "core/data/table.h"

#include <cstddef>
#include <string>
#include <vector>

namespace fairloom {

/// Rows for which all conditions hold. Order is compared as numbers, equality as spelling or, in number columns, as
/// number. A missing value equals every spelling in `missing`, differs from all others, and is neither less nor more.
std::vector<std::size_t> rows_that_pass(const FilterRule &filter, const Table &table, const std::vector<std::string> &missing);

/// The first column that the filter needs and the table has not, or empty.
std::string missing_filter_column(const FilterRule &filter, const Table &table);

/// Forgets categories that no row has, keeping the order of the others.
void drop_unused_categories(Table &table);
void drop_unused_categories(Column &column);

} // namespace fairloom
