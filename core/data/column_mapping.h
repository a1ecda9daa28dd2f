#pragma once

#include "core/data/table.h"

#include <cstdint>
#include <string>
#include <vector>

namespace fairloom {

/// For every name in `from` its place in `to`, -1 if it has none.
std::vector<std::int32_t> category_mapping(const std::vector<std::string> &from, const std::vector<std::string> &to);

/// Turns a number column with at most 20 different values into a category column, the values in ascending order and
/// spelled as in the file; `test`, if there is one, alongside. Does nothing to a category column. Throws InputError if
/// there are more.
void numbers_to_categories(Column &train, Column *test, const std::string &where);

/// A column of another table with the type and the codes of `like`. A category that `like` has not is appended, so
/// that it can be seen; a text that is no number throws InputError with its row if `strict`, else it is missing.
Column map_column(Column column, const Column &like, bool strict, const std::string &where);

/// Throws InputError with the first row whose category is not among those of `like`.
void refuse_new_values(const Column &column, const Column &like, const std::string &where);

} // namespace fairloom
