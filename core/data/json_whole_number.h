#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <limits>
#include <stdexcept>

namespace fairloom {

/// A whole number of a stranger's file: asked for an integer, the library would turn 1e30 or 0.5 into some number or other. Throws std::out_of_range
/// for anything but a whole number from least to most.
inline std::int64_t json_whole_number(const nlohmann::json &value, std::int64_t least, std::int64_t most = std::numeric_limits<std::int64_t>::max())
{
    const bool too_large = value.is_number_unsigned() && value.get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (!value.is_number_integer() || too_large || value.get<std::int64_t>() < least || value.get<std::int64_t>() > most)
        throw std::out_of_range("not a whole number within its range");
    return value.get<std::int64_t>();
}

} // namespace fairloom
