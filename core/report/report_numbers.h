#pragma once

#include "core/metrics/metric.h"

#include <optional>
#include <string>

namespace fairloom {

/// Numbers as the report prints them: no more digits than they deserve. Minus signs are U+2212; what is not finite is a dash.

/// 3 decimals, or 2 where the interval is wider than 0.1.
int decimals_of(const std::optional<Interval> &interval);
std::string fixed_text(double value, int decimals = 3);
std::string fixed_text(const std::optional<double> &value, int decimals = 3);
/// "+0.012", "\u22120.340", "0.000".
std::string signed_text(double value, int decimals = 3);
/// "0.762 (0.700\u20130.850)"; the value alone where there is no interval. `metric` has a value.
std::string figure_text(const Metric &metric);
/// "+0.012 (\u22120.004 \u2013 +0.028)".
std::string difference_text(const Metric &metric);
/// The ratio of which `metric` is the natural logarithm: "0.76 (0.65\u20130.89)".
std::string ratio_text(const Metric &metric);
/// "12.3 % (11.0\u201313.7 %)"; 2 decimals under 1 %.
std::string share_text(const Metric &metric);
/// "0.012", "< 0.001".
std::string p_text(double p);

} // namespace fairloom
