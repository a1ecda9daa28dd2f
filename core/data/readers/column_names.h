#pragma once

#include <string>
#include <vector>

namespace fairloom {

/// The names without repeats: "_2", "_3" ... behind those that occurred before; "column_1" ... for empty ones.
std::vector<std::string> distinct_names(const std::vector<std::string> &names);

} // namespace fairloom
