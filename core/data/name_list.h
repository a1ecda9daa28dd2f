#pragma once

#include "core/base/message.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace fairloom {

inline bool is_one_of(std::string_view text, const std::vector<std::string> &list)
{
    return std::find(list.begin(), list.end(), text) != list.end();
}

/// Names as people read them in an error: "age, sex, race", cut off after `most`.
std::string join_names(const std::vector<std::string> &names, std::size_t most = 20);

/// The name that `wanted` was probably meant to be (Levenshtein distance, upper and lower case alike), or empty.
std::string nearest_name(std::string_view wanted, const std::vector<std::string> &names);

} // namespace fairloom
