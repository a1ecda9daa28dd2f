#include "core/study/comparison/student_t.h"

#include "core/base/normal_quantile.h"

#include <cmath>
#include <limits>
#include <numbers>

namespace fairloom {

namespace {

/// The continued fraction 26.5.8 of Abramowitz and Stegun, evaluated by the modified method of Lentz; converges fast for x < (a + 1) / (a + b + 2).
double beta_fraction(double a, double b, double x)
{
    constexpr double tiny = 1e-300, precision = 1e-16;
    constexpr int most = 10'000;
    const auto kept_from_zero = [](double value) { return std::abs(value) < tiny ? tiny : value; };
    double c = 1, d = 1 / kept_from_zero(1 - (a + b) * x / (a + 1)), fraction = d;
    for (int m = 1; m <= most; ++m) {
        const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1 / kept_from_zero(1 + even * d);
        c = kept_from_zero(1 + even / c);
        fraction *= d * c;
        const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / kept_from_zero(1 + odd * d);
        c = kept_from_zero(1 + odd / c);
        const double step = d * c;
        fraction *= step;
        if (std::abs(step - 1) < precision)
            break;
    }
    return fraction;
}

/// I_x(a, b), with 1 - x given as well: far out in the tails, one of the two cannot be had from the other.
double incomplete_beta(double a, double b, double x, double rest)
{
    if (x <= 0)
        return 0;
    if (rest <= 0)
        return 1;
    const double front = std::exp(std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) + a * std::log(x) + b * std::log(rest));
    return x < (a + 1) / (a + b + 2) ? front * beta_fraction(a, b, x) / a : 1 - front * beta_fraction(b, a, rest) / b;
}

double density(double t, double df)
{
    return std::exp(std::lgamma((df + 1) / 2) - std::lgamma(df / 2) - (df + 1) / 2 * std::log1p(t * t / df)) / std::sqrt(df * std::numbers::pi);
}

} // namespace

double student_t_two_sided(double t, double df)
{
    if (!std::isfinite(t))
        return std::isnan(t) ? std::numeric_limits<double>::quiet_NaN() : 0;
    const double square = t * t;
    return incomplete_beta(df / 2, 0.5, df / (df + square), square / (df + square));
}

/// Newton's method inside a bracket that shrinks: with one degree of freedom the tails are so heavy that a step alone may leave it.
double student_t_quantile(double level, double df)
{
    const double wanted = 1 - level;
    double low = 0, high = 1;
    while (student_t_two_sided(high, df) > wanted)
        high *= 2;
    double t = std::fmin(normal_quantile(0.5 + level / 2), high);
    for (int i = 0; i < 200; ++i) {
        const double error = student_t_two_sided(t, df) - wanted;
        (error > 0 ? low : high) = t;
        double next = t + error / (2 * density(t, df));
        if (!(next > low && next < high))
            next = (low + high) / 2;
        if (std::abs(next - t) <= 4 * std::numeric_limits<double>::epsilon() * t)
            return next;
        t = next;
    }
    return t;
}

} // namespace fairloom
