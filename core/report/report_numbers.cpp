#include "core/report/report_numbers.h"

#include <fmt/format.h>

#include <cmath>

namespace fairloom {

namespace {

constexpr const char *dash = "\u2013";
constexpr const char *minus = "\u2212";

/// No "-0.000".
bool rounds_to_zero(double value, int decimals) { return std::fabs(value) < 0.5 * std::pow(10.0, -decimals); }

} // namespace

int decimals_of(const std::optional<Interval> &interval) { return interval && interval->high - interval->low > 0.1 ? 2 : 3; }

std::string fixed_text(double value, int decimals)
{
    if (!std::isfinite(value))
        return dash;
    if (rounds_to_zero(value, decimals))
        return fmt::format("{:.{}f}", 0.0, decimals);
    return (value < 0 ? minus : "") + fmt::format("{:.{}f}", std::fabs(value), decimals);
}

std::string fixed_text(const std::optional<double> &value, int decimals) { return value ? fixed_text(*value, decimals) : dash; }

std::string signed_text(double value, int decimals)
{
    const std::string text = fixed_text(value, decimals);
    return std::isfinite(value) && value > 0 && !rounds_to_zero(value, decimals) ? "+" + text : text;
}

std::string figure_text(const Metric &metric)
{
    const int decimals = decimals_of(metric.interval);
    std::string out = fixed_text(metric.value, decimals);
    if (metric.interval)
        out += " (" + fixed_text(metric.interval->low, decimals) + dash + fixed_text(metric.interval->high, decimals) + ")";
    return out;
}

std::string difference_text(const Metric &metric)
{
    const int decimals = decimals_of(metric.interval);
    std::string out = metric ? signed_text(*metric.value, decimals) : dash;
    if (metric.interval)
        out += " (" + signed_text(metric.interval->low, decimals) + " " + dash + " " + signed_text(metric.interval->high, decimals) + ")";
    return out;
}

std::string ratio_text(const Metric &metric)
{
    Metric ratio = metric;
    if (ratio.value)
        ratio.value = std::exp(*ratio.value);
    if (ratio.interval) {
        ratio.interval->low = std::exp(ratio.interval->low);
        ratio.interval->high = std::exp(ratio.interval->high);
    }
    return figure_text(ratio);
}

std::string share_text(const Metric &metric)
{
    if (!metric)
        return dash;
    const double percent = 100 * *metric.value;
    const int decimals = percent > 0 && percent < 1 ? 2 : 1;
    std::string out = fixed_text(percent, decimals);
    if (metric.interval)
        return out + " % (" + fixed_text(100 * metric.interval->low, decimals) + dash + fixed_text(100 * metric.interval->high, decimals) + " %)";
    return out + " %";
}

std::string p_text(double p)
{
    if (!std::isfinite(p))
        return dash;
    return p < 0.001 ? "< 0.001" : fixed_text(p, 3);
}

} // namespace fairloom
