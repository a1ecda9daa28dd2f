#include "core/training/schedule.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace fairloom {

namespace {

constexpr double warm_up = 0.3;
constexpr double ramp_decades = 3;

double cosine(double from, double to, double position)
{
    return to + (from - to) * 0.5 * (1 + std::cos(std::numbers::pi * std::clamp(position, 0.0, 1.0)));
}

} // namespace

double one_cycle(double position, double peak)
{
    return position < warm_up ? cosine(peak / 25, peak, position / warm_up)
                              : cosine(peak, peak / 250000, (position - warm_up) / (1 - warm_up));
}

double ramped_beta(double position, double log10_beta, double ramp_share)
{
    if (log10_beta <= 0)
        return 0;
    const double done = ramp_share > 0 ? std::clamp(position / ramp_share, 0.0, 1.0) : 1.0;
    return std::pow(10.0, log10_beta - ramp_decades * (1 - done));
}

} // namespace fairloom
