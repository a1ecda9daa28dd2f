#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace fairloom {

/// Row numbers of two parts, each ascending.
struct Split {
    std::vector<std::size_t> first;
    std::vector<std::size_t> second;
};

/// Splits rows so that `second` holds `second_share` of every stratum (0 .. 1), rounded so that the total is right as
/// well. A stratum always keeps at least one row in `first`. Same seed, same split.
Split stratified_split(std::span<const std::int32_t> strata, double second_share, std::uint64_t seed);

} // namespace fairloom
