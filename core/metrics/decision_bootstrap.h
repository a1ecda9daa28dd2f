#pragma once

#include "core/metrics/fairness.h"
#include "core/metrics/metric.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace fairloom {

/// Figures that counts of decisions give.
enum class DecisionFigure { dpr, eor, dpd, eod, eopr, eopd, accuracy, precision, recall, f1 };

/// One figure of counts, one entry a group: NaN where compute_fairness() or compute_utility() calls it undefined.
double decision_figure(DecisionFigure figure, std::span<const GroupCounts> counts);

/// What one classifier decided about the rows, 0/1 each.
using Decisions = std::vector<std::uint8_t>;

/// Bootstrap of test rows, stratified by group: every draw has as many rows of a group as the test rows have, drawn from these with replacement (Efron and
/// Tibshirani 1993; percentile intervals). All classifiers are judged on the same draws, so that their differences can be judged too: rows
/// that are hard for one are hard for the others.
class DecisionBootstrap {
public:
    struct Settings {
        int draws = 1000;
        double level = 0.95;
        std::uint64_t seed = 1;
        int threads = 1;
    };

    /// label, group: per row; decisions: per classifier. Memory: draws x classifiers x groups counts. A draw depends on the seed and its number
    /// alone. Throws InputError if sizes differ, and Cancelled.
    DecisionBootstrap(std::span<const std::uint8_t> label, std::span<const std::int32_t> group, std::size_t groups,
                      const std::vector<Decisions> &decisions, Settings settings, std::stop_token stop);

    std::size_t classifiers() const { return classifiers_; }
    const Settings &settings() const { return settings_; }

    /// A classifier's figure in every draw, in the order of draws; NaN where it is undefined there. `of_group` throws groups together (GroupMarginal); empty = as they are.
    std::vector<double> values(std::size_t classifier, DecisionFigure figure, std::span<const std::int32_t> of_group = {}) const;

private:
    std::size_t classifiers_ = 0, groups_ = 0;
    Settings settings_;
    std::vector<GroupCounts> counts_; ///< [draw][classifier][group]
};

/// The percentile interval of what was drawn. Nothing where more than one in twenty draws is undefined: the interval would be of the others only.
std::optional<Interval> percentile_interval(std::vector<double> values, double level, const char *resampled);

/// Whether two classifiers differ: `difference` is the figure of the first less that of the second.
struct BootstrapDifference {
    Metric difference;   ///< interval: percentiles of the differences on the same draws
    double p_value = 1;  ///< two-sided: twice the share of draws on the other side of 0, counted with one more
};
BootstrapDifference bootstrap_difference(double first, double second, const std::vector<double> &first_draws, const std::vector<double> &second_draws,
                                         double level, const char *resampled);

/// The mean of a figure over trainings with several seeds, with an interval that takes in both: in every draw of the rows, as many seeds are drawn
/// with replacement as there are. Deviations are stretched by sqrt(k / (k - 1)) for k seeds, as those of a bootstrap of few are too small.
/// values: per seed, what the rows' draws gave; means: per seed, the figure itself. Undefined where it is for a seed.
Metric mean_over_seeds(const std::vector<double> &figures, const std::vector<std::vector<double>> &values, double level, std::uint64_t seed);

} // namespace fairloom
