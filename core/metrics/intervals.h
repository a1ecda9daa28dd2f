#pragma once

#include "core/metrics/metric.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace fairloom {

/// Intervals that a formula gives. `level`: 0 .. 1, two-sided. What varies in all of them is the rows: they are a sample, and another
/// sample would have given other counts. `resampled` says which rows; it becomes the interval's.

/// Share of successes with Wilson's score interval (JASA 1927). Undefined without rows.
Metric wilson_rate(std::size_t successes, std::size_t n, double level = 0.95, const char *resampled = "test rows");

/// a / n_a - b / n_b of independent samples, with Newcombe's hybrid score interval (Stat. Med. 1998, method 10). Undefined if a side has no rows.
Metric newcombe_difference(std::size_t a, std::size_t n_a, std::size_t b, std::size_t n_b, double level = 0.95, const char *resampled = "test rows");

/// log((a / n_a) / (b / n_b)) of independent samples, natural logarithm, with the MOVER interval from Wilson's limits on the log scale (Donner and Zou, Stat.
/// Methods Med. Res. 2012). Undefined if a side has no rows or no successes: the ratio is then 0, infinite or 0/0.
Metric log_ratio(std::size_t a, std::size_t n_a, std::size_t b, std::size_t n_b, double level = 0.95, const char *resampled = "test rows");

/// Area under the ROC curve (ties count half) with DeLong's interval (Biometrics 1988), on the logit scale so that it stays inside 0 .. 1. Undefined if
/// only one label occurs; without interval if one occurs once. O(n log n).
Metric delong_auroc(std::span<const std::uint8_t> label, std::span<const float> score, double level = 0.95, const char *resampled = "test rows");

/// One-sided bounds of a metric with an interval: the value that the truth lies above (below) with that confidence, 0.5 .. 1. Read off what was drawn
/// where something was; else taken from the interval, as a normal one on both sides of the value. Without interval: nothing.
std::optional<double> lower_bound(const Metric &metric, double confidence);
std::optional<double> upper_bound(const Metric &metric, double confidence);

/// Linear between order statistics (Hyndman and Fan's type 7); `ascending` has at least one value.
double quantile_of_sorted(std::span<const double> ascending, double q);

/// Holm's step-down adjustment (Scand. J. Stat. 1979) of the p-values of one family, in their order.
std::vector<double> holm_adjusted(std::span<const double> p);

} // namespace fairloom
