#pragma once

#include "core/base/matrix.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace fairloom {

/// Rows of which many columns are indicators (0 or 1, as one-hot categories are), packed for squared distances without a product: neighbouring
/// indicators of which no row has more than one become a byte that says which, and
///     |a - b|^2 = sum over the other columns of (a_j - b_j)^2 + ones(a) + ones(b) - 2 * bytes in which a and b have the same indicator.
/// Adult has 110 columns, of which 7 are numbers and the rest fits 9 bytes.
class OneHotRows {
public:
    static constexpr std::size_t width = 32; ///< rows of a panel

    /// instructions: of kernels that the processor can run the n-th fastest, as in distance_kernel_count().
    OneHotRows(const Matrix &rows, std::size_t padded_rows, std::size_t instructions);

    /// Whether a distance costs much less in this way than as a product over all columns. Otherwise nothing is packed.
    bool worthwhile() const { return worthwhile_; }
    std::size_t numbers() const { return numbers_.size(); }
    std::size_t bytes() const { return groups_.size(); }

    /// A row of another matrix with the same columns, in parts: numbers() floats, bytes() bytes and its number of ones. False if it is none of this
    /// form: an indicator is neither 0 nor 1, or two stand where one may.
    bool take(std::span<const float> row, float *numbers, std::uint8_t *bytes, float *ones) const;

    /// Squared distances of `count` taken rows to rows [first, first + columns) of these; first and columns are multiples of width. Off by at most
    /// (numbers() + 4) 2^-24 times the distance.
    void compute(const float *numbers, const std::uint8_t *bytes, const float *ones, std::size_t count, std::size_t first, std::size_t columns, float *out,
                 std::size_t stride) const;

private:
    bool worthwhile_ = false;
    std::size_t instructions_ = 0;
    std::vector<std::size_t> numbers_;                        ///< columns that are no indicators
    std::vector<std::pair<std::size_t, std::size_t>> groups_; ///< columns [first, second) of each byte
    std::vector<float> packed_numbers_, ones_;                ///< by panel and column; by row
    std::vector<std::uint8_t> packed_bytes_;                  ///< by panel and byte
};

} // namespace fairloom
