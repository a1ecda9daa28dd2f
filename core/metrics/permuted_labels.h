#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace fairloom {

/// Binary labels permuted many times, held as one bit a row and draw, so that the positives of all draws among some rows are
/// counted together.
class PermutedLabels {
public:
    /// `positives` of `rows` labels are 1 in every draw, every choice of rows being equally likely. A draw depends on the
    /// seed and its number alone. Memory: 32 bytes a row for up to 256 draws. Throws Cancelled.
    PermutedLabels(std::size_t rows, std::size_t positives, int draws, std::uint64_t seed, int threads, std::stop_token stop);

    std::size_t draws() const { return draws_; }
    /// Per draw, how many of these rows are positive. `counts` has draws() entries.
    void count(std::span<const std::uint32_t> rows, std::span<std::uint32_t> counts) const;

private:
    static constexpr std::size_t words = 4;
    using Lanes = std::array<std::uint64_t, words>;

    std::size_t rows_, draws_;
    std::vector<Lanes> bits_; ///< [block of 256 draws][row]; draw d of a block is bit d / 4 of word d % 4
};

} // namespace fairloom
