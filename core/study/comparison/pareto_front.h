#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace fairloom {

/// One point of a trade-off; a coordinate that is undefined leaves it out.
struct TradeOffPoint {
    std::optional<double> x, y;
};

/// Indices of the points that no other one beats: none is at least as good in both figures and better in one. Equal points are all on the front. By
/// ascending x, then y. Runs and means over seeds go in alike. O(n log n).
std::vector<std::size_t> pareto_front(std::span<const TradeOffPoint> points, bool more_x_is_better, bool more_y_is_better);

} // namespace fairloom
