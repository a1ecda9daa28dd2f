#pragma once

#include "core/data/table.h"
#include "core/metrics/association.h"

#include <cstddef>
#include <span>
#include <vector>

namespace fairloom {

/// Bins of numbers that hold about equally many values each. Cuts are the b/bins quantiles of the values that are not missing
/// (inverse of the empirical distribution, Hyndman and Fan's type 1). A value at two cuts in succession fills a bin of its
/// own, so that the many zeros of a capital gain are not thrown together with what lies below or above them.
struct QuantileBins {
    std::vector<double> low;  ///< per bin, ascending: the smallest value in it
    std::vector<double> high; ///< per bin: the greatest. A bin takes what is greater than the `high` before it

    std::size_t count() const { return high.size(); }
    /// Bin of a number, 0 .. count() - 1; count() if it is missing.
    std::size_t bin_of(double value) const;
};

/// At most `bins` bins, none where every number is missing.
QuantileBins quantile_bins(std::span<const double> numbers, int bins);

/// The codes of a category column. A row whose code is no category (negative) gets a code of its own, the last.
CodedColumn category_codes(const Column &column);

} // namespace fairloom
