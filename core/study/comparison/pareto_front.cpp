#include "core/study/comparison/pareto_front.h"

#include <algorithm>
#include <limits>

namespace fairloom {

std::vector<std::size_t> pareto_front(std::span<const TradeOffPoint> points, bool more_x_is_better, bool more_y_is_better)
{
    struct Place {
        double x, y; // turned so that more is better
        std::size_t index;
    };
    std::vector<Place> places;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (points[i].x && points[i].y)
            places.push_back({more_x_is_better ? *points[i].x : -*points[i].x, more_y_is_better ? *points[i].y : -*points[i].y, i});
    std::sort(places.begin(), places.end(), [](const Place &a, const Place &b) { return a.x != b.x ? a.x > b.x : a.y > b.y; });
    std::vector<std::size_t> front;
    double best = -std::numeric_limits<double>::infinity(); // y among those with a better x
    for (std::size_t begin = 0; begin < places.size();) {
        const double top = places[begin].y;
        std::size_t end = begin;
        for (; end < places.size() && places[end].x == places[begin].x; ++end)
            if (places[end].y == top && top > best)
                front.push_back(places[end].index);
        best = std::max(best, top);
        begin = end;
    }
    std::sort(front.begin(), front.end(), [&](std::size_t a, std::size_t b) {
        return *points[a].x != *points[b].x ? *points[a].x < *points[b].x : *points[a].y != *points[b].y ? *points[a].y < *points[b].y : a < b;
    });
    return front;
}

} // namespace fairloom
