#include "core/base/normal_quantile.h"

#include <cmath>
#include <numbers>

namespace fairloom {

/// Newton's method on erfc from the rational approximation 26.2.23 of Abramowitz and Stegun.
double normal_quantile(double p)
{
    if (p > 0.5)
        return -normal_quantile(1 - p);
    const double t = std::sqrt(-2 * std::log(p));
    double x = -(t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))));
    for (int i = 0; i < 4; ++i) {
        const double error = 0.5 * std::erfc(-x / std::numbers::sqrt2) - p;
        const double density = std::exp(-0.5 * x * x) / std::sqrt(2 * std::numbers::pi);
        x -= error / density;
    }
    return x;
}

} // namespace fairloom
