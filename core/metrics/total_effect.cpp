#include "core/metrics/total_effect.h"

#include "core/metrics/intervals.h"

namespace fairloom {

std::vector<Metric> total_effects(std::span<const std::int32_t> group, std::span<const std::uint8_t> label, std::size_t groups, std::size_t reference)
{
    std::vector<std::size_t> rows(groups, 0), positive(groups, 0);
    for (std::size_t i = 0; i < group.size(); ++i) {
        const auto g = static_cast<std::size_t>(group[i]);
        ++rows[g];
        positive[g] += label[i] != 0;
    }
    std::vector<Metric> out;
    for (std::size_t g = 0; g < groups; ++g)
        out.push_back(g == reference ? Metric(0.0) : newcombe_difference(positive[g], rows[g], positive[reference], rows[reference], 0.95, "rows of the sample"));
    return out;
}

} // namespace fairloom
