#include "core/rivals/tabfairgan_quantiles.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>

namespace fairloom {

namespace {

/// Of ascending values, at `position` in 0 .. size - 1.
double between(const std::vector<double> &ascending, double position)
{
    const std::size_t below = std::min(static_cast<std::size_t>(position), ascending.size() - 1);
    const std::size_t above = std::min(below + 1, ascending.size() - 1);
    const double share = position - static_cast<double>(below);
    return std::lerp(ascending[below], ascending[above], share);
}

} // namespace

QuantileScale QuantileScale::fit(std::span<const double> numbers, int most)
{
    std::vector<double> sorted;
    sorted.reserve(numbers.size());
    std::copy_if(numbers.begin(), numbers.end(), std::back_inserter(sorted), [](double number) { return !std::isnan(number); });
    std::sort(sorted.begin(), sorted.end());
    QuantileScale scale;
    if (sorted.empty())
        return scale;
    const std::size_t count = std::clamp<std::size_t>(sorted.size(), 1, static_cast<std::size_t>(std::max(most, 2)));
    for (std::size_t i = 0; i < count; ++i)
        scale.quantiles_.push_back(
            count == 1 ? sorted.front() : between(sorted, static_cast<double>(sorted.size() - 1) * static_cast<double>(i) / static_cast<double>(count - 1)));
    return scale;
}

double QuantileScale::place(double number) const
{
    if (number <= least())
        return 0;
    if (number >= greatest())
        return 1;
    const double last = static_cast<double>(quantiles_.size() - 1);
    const auto [first_not_below, first_above] = std::equal_range(quantiles_.begin(), quantiles_.end(), number);
    const double above = static_cast<double>(first_above - quantiles_.begin());
    if (first_not_below != first_above)
        return (static_cast<double>(first_not_below - quantiles_.begin()) + above - 1) / 2 / last;
    const double low = *(first_above - 1), high = *first_above;
    return (above - 1 + (number - low) / (high - low)) / last;
}

double QuantileScale::number(double place) const
{
    return between(quantiles_, std::clamp(place, 0.0, 1.0) * static_cast<double>(quantiles_.size() - 1));
}

} // namespace fairloom
