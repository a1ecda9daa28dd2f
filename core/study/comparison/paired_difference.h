#pragma once

#include "core/study/comparison/comparison.h"

#include <cstdint>
#include <span>
#include <vector>

namespace fairloom {

/// How the runs of one group differ from those of another over the seeds that both have: the same seed splits the data in the same way, so that what
/// the split does to both falls out of the difference.
///
/// With d_s = x_s - y_s over the n seeds s where the figure is defined in both groups: mean d ± t(level, n - 1) · sd(d) / √n, sd with n - 1 in the
/// denominator; two-sided p from t = mean d · √n / sd(d) with n - 1 degrees of freedom (Student, Biometrika 1908). Undefined for n < 2. The d_s
/// are taken for draws from a normal distribution: what the interval covers is the spread over seeds, not that over other data.
struct PairedDifference {
    ComparedFigure figure = ComparedFigure::dpr;
    std::size_t group = 0, reference = 0;    ///< indices of the groups: x and y
    std::vector<std::uint64_t> seeds;        ///< shared, ascending
    Metric difference;                       ///< mean of d with its interval, or why there is none
    double p_value = 1;
    double p_holm = 1;                       ///< adjusted within the table that it belongs to

    /// The interval excludes 0: only then is a difference claimed.
    bool shown() const;
};

PairedDifference paired_difference(std::span<const ComparisonRow> rows, std::span<const SeedGroup> groups, std::size_t group, std::size_t reference,
                                   ComparedFigure figure, double level = 0.95);

/// Every group against its reference_for(), in every one of the figures; what has no reference is left out. p-values are adjusted by Holm's method
/// over all of them that are defined: one table, one family.
std::vector<PairedDifference> paired_differences(std::span<const ComparisonRow> rows, std::span<const SeedGroup> groups, std::size_t reference,
                                                 std::span<const ComparedFigure> figures, double level = 0.95);

/// One sentence, with the uncertainty: "Huber-KL is higher than L1-KL in DPR: +0.030 (95 % interval +0.010 to +0.050, 5 seeds)", "No difference in DPR
/// is shown between Huber-KL and L1-KL: -0.010 (95 % interval -0.030 to +0.020, 5 seeds)", or why nothing can be said.
Message difference_sentence(const PairedDifference &difference, const std::string &group, const std::string &reference);

/// "+0.012", "-0.340": as the figure is read, with its decimals, or with those asked for.
std::string signed_figure(ComparedFigure figure, double value, int decimals = -1);

} // namespace fairloom
