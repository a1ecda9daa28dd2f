#pragma once

#include "core/data/problem.h"
#include "core/metrics/metric.h"
#include "core/metrics/scored_rows.h"

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

/// One group against the reference group: this one's rate less, and divided by, the other's. Unlike a ratio of the smallest to the largest
/// rate, which can only be 1 or less and so is biased where groups are alike, these have 0 where they are.
struct AgainstReference {
    Metric selection_difference, tpr_difference, fpr_difference;    ///< intervals by Newcombe
    Metric selection_log_ratio, tpr_log_ratio, fpr_log_ratio;       ///< natural logarithm; intervals by MOVER
};

/// The rates of one group. A rate whose denominator is 0 is undefined.
struct GroupRates {
    Group group;
    std::size_t n = 0;
    GroupCounts counts;
    Metric base_rate;       ///< share of rows with the positive label
    Metric selection_rate;  ///< share of rows predicted positive
    Metric tpr, fpr, fnr;
    Metric precision, accuracy;
    Metric auroc;           ///< within the group; where probabilities are known
    Metric calibration;     ///< mean probability less base rate: above 0 = the classifier promises more than comes true; where probabilities are known
    /// Expected calibration error: mean over rows of |mean probability - base rate| of their tenth of the probability range (Naeini et al., AAAI
    /// 2015); where probabilities are known. Biased upwards in small groups.
    Metric calibration_error;
    std::optional<AgainstReference> against; ///< none for the reference group itself, nor where one of both has no rows
    bool small = false;     ///< fewer rows than FairnessOptions::minimum_rows
};

/// What the fairlearn package returns for the same input (between_groups, worst_case): 0/0 rates count as 0; empty =
/// not a number.
struct FairlearnFigures {
    std::optional<double> dpr, eor, dpd, eod;
};

/// Group fairness of decisions on the positive label (method.md, "Evaluation"): one table of groups, from which every figure is derived.
struct Fairness {
    Metric dpr; ///< demographic parity ratio: min / max selection rate over groups, 0 .. 1
    Metric eor; ///< equalized odds ratio: min(TPR ratio, FPR ratio), 0 .. 1
    Metric dpd; ///< demographic parity difference: max - min selection rate
    Metric eod; ///< equalized odds difference: max(TPR difference, FPR difference)
    Metric eopr; ///< equal opportunity ratio: min / max TPR, 0 .. 1
    Metric eopd; ///< equal opportunity difference: max - min TPR
    FairlearnFigures fairlearn;
    std::vector<GroupRates> groups; ///< one per group of the problem, in its order; groups without rows have n = 0 and take no part
    std::size_t reference = 0;      ///< index of the reference group
    double threshold = 0.5;         ///< from which probability a row is selected
};

struct FairnessOptions {
    double threshold = 0.5;               ///< a row is selected from this probability
    std::optional<std::size_t> reference; ///< index of the group that others are held against; none = the one with most rows, of equals the first
    double level = 0.95;                  ///< of the intervals of rates and of AgainstReference; 0 = none, for rows that are no sample of people
    std::size_t minimum_rows = 30;        ///< a group with fewer scored rows is `small`
};

/// label, decision: 0/1 per row; group: 0 .. groups.size() - 1 per row.
/// Groups without any row take no part in ratios. A ratio or difference that needs an undefined rate, and 0/0, is
/// undefined, with the reason. AUROC and calibration are undefined: decisions alone do not tell them.
Fairness compute_fairness(std::span<const std::uint8_t> label, std::span<const std::uint8_t> decision,
                          std::span<const std::int32_t> group, const std::vector<Group> &groups, const FairnessOptions &options = {});
/// The same of probabilities, decided at options.threshold.
Fairness compute_fairness(const ScoredRows &rows, const std::vector<Group> &groups, const FairnessOptions &options = {});
/// The table and the figures that counts alone give. `counts`: one per group.
Fairness fairness_of_counts(const std::vector<GroupCounts> &counts, const std::vector<Group> &groups, const FairnessOptions &options = {});

/// The counts that a table was made of, one per group.
std::vector<GroupCounts> counts_of(const Fairness &fairness);

/// What the four-fifths rule says of a ratio: a group's selection rate under 80 % of the highest counts as evidence of adverse impact (US Uniform Guidelines on
/// Employee Selection Procedures, 29 CFR 1607.4 D, 1978).
enum class FourFifths {
    met,       ///< 0.8 or more, and so is the whole interval if there is one
    missed,    ///< less, and so is the whole interval
    unsettled, ///< the interval has 0.8 inside
    undefined
};
FourFifths four_fifths(const Metric &ratio);

/// Groups of one sensitive column out of those of several.
struct GroupMarginal {
    std::string column;
    std::vector<Group> groups;           ///< one per value that occurs, sorted by name
    std::vector<std::int32_t> of_group;  ///< per group of the problem, the index in `groups`
};
/// One per sensitive column; empty if there is only one of them.
std::vector<GroupMarginal> group_marginals(const std::vector<Group> &groups);

} // namespace fairloom
