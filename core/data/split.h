#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace fairloom {

/// Row numbers of two parts, each ascending.
struct Split {
    std::vector<std::size_t> first;
    std::vector<std::size_t> second;
};

/// `wanted` rows of `available` ones (all of them if there are fewer), in a random order. Same seed and purpose, same rows.
std::vector<std::size_t> some_rows(std::size_t available, std::size_t wanted, std::uint64_t seed, std::string_view purpose);

/// The same rows, ascending.
std::vector<std::size_t> rows_in_order(std::size_t available, std::size_t wanted, std::uint64_t seed, std::string_view purpose);

/// Splits rows so that `second` holds `second_share` of every stratum (0 .. 1), rounded so that the total is right as
/// well. A stratum always keeps at least one row in `first`. Same seed, same split.
Split stratified_split(std::span<const std::int32_t> strata, double second_share, std::uint64_t seed);

} // namespace fairloom
