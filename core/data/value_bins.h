#pragma once

#include "core/data/table.h"

#include <map>
#include <string>
#include <vector>

namespace fairloom {

/// Turns a number column into ordered categories: edges 25 and 60 give "< 25", "25 to < 60" and ">= 60". `merge` then renames them
/// ("*" = every other one). Missing stays missing. With `like`, a column that was cut in the same way, the categories are its own.
Column bin_numbers(Column column, const std::vector<double> &edges, const std::map<std::string, std::string> &merge, const Column *like);

/// The bins' names, edges.size() + 1 of them, numbers spelled as in the column.
std::vector<std::string> bin_names(const Column &column, const std::vector<double> &edges);

} // namespace fairloom
