#pragma once

#include <span>
#include <vector>

namespace fairloom {

/// A number's place among the numbers of a column, 0 .. 1, and back: the uniform quantile transformer of TabFairGAN's public program
/// (scikit-learn's, of 2,000 quantiles), fitted on all values. Quantiles are those of linear interpolation (Hyndman and Fan's type 7).
class QuantileScale {
public:
    static constexpr int most_quantiles = 2000;

    /// NaN is left out; with nothing left, or no values, the scale is empty().
    static QuantileScale fit(std::span<const double> numbers, int most = most_quantiles);

    bool empty() const { return quantiles_.empty(); }
    double least() const { return quantiles_.front(); }
    double greatest() const { return quantiles_.back(); }

    /// 0 for the least value and below, 1 for the greatest and above; a value that is several quantiles gets the middle of their places.
    double place(double number) const;
    /// Between the two nearest quantiles; places outside 0 .. 1 count as the nearer end.
    double number(double place) const;

private:
    std::vector<double> quantiles_; ///< ascending, at equal distances of 0 .. 1
};

} // namespace fairloom
