#pragma once

#include "core/data/problem.h"
#include "core/metrics/metric.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace fairloom {

/// Counts of one group's rows by true label and decision: every rate is derived from these four numbers.
struct GroupCounts {
    std::size_t true_positive = 0, false_positive = 0, true_negative = 0, false_negative = 0;

    std::size_t n() const { return true_positive + false_positive + true_negative + false_negative; }
};

/// The rates of one group. A rate whose denominator is 0 is undefined.
struct GroupRates {
    Group group;
    std::size_t n = 0;
    Metric base_rate;       ///< share of rows with the positive label
    Metric selection_rate;  ///< share of rows predicted positive
    Metric tpr, fpr;
    Metric precision, accuracy;
};

/// What the fairlearn package returns for the same input (between_groups, worst_case): 0/0 rates count as 0; empty =
/// not a number.
struct FairlearnFigures {
    std::optional<double> dpr, eor, dpd, eod;
};

/// Group fairness of decisions on the positive label (method.md, "Evaluation").
struct Fairness {
    Metric dpr; ///< demographic parity ratio: min / max selection rate over groups, 0 .. 1
    Metric eor; ///< equalized odds ratio: min(TPR ratio, FPR ratio), 0 .. 1
    Metric dpd; ///< demographic parity difference: max - min selection rate
    Metric eod; ///< equalized odds difference: max(TPR difference, FPR difference)
    FairlearnFigures fairlearn;
    std::vector<GroupRates> groups; ///< one per group of the problem, in its order; groups without rows have n = 0 and take no part
};

/// label, decision: 0/1 per row; group: 0 .. groups.size() - 1 per row.
/// Groups without any row take no part in ratios. A ratio or difference that needs an undefined rate, and 0/0, is
/// undefined, with the reason.
Fairness compute_fairness(std::span<const std::uint8_t> label, std::span<const std::uint8_t> decision,
                          std::span<const std::int32_t> group, const std::vector<Group> &groups);

} // namespace fairloom
