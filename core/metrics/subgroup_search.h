#pragma once

#include "core/base/message.h"
#include "core/base/progress.h"
#include "core/data/problem.h"
#include "core/data/table.h"
#include "core/metrics/condition.h"
#include "core/metrics/metric.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace fairloom {

/// Rows that fulfil one to three conditions on different columns.
struct Subgroup {
    std::vector<Condition> conditions; ///< in the order of the columns
    std::size_t size = 0;              ///< rows
    std::size_t positives = 0;         ///< rows with the positive label
    double base_rate = 0;              ///< positives / size
    Interval interval;                 ///< Wilson's 95 % interval of the base rate
    double rest_rate = 0;              ///< base rate of all other rows
    double gap = 0;                    ///< base rate less that of all rows; negative = worse off
    /// The gap in standard deviations that it has when labels are dealt out at random (hypergeometric):
    /// z = (positives - size p) / sqrt(size p (1 - p) (n - size) / (n - 1)), with p the rate of all n rows. It is also the
    /// two-proportion z of the subgroup against the rest, but for a factor sqrt((n - 1) / n): size and gap both count.
    double z = 0;
    /// Chance that the WHOLE search finds some subgroup with as extreme a z, on the same side, in labels that have nothing
    /// to do with any column: (1 + draws with a greater or equal maximum) / (1 + draws), the single-step maxT of Westfall
    /// and Young (1993). It so accounts for all subgroups that were looked at. Empty without draws.
    std::optional<double> p_value;
};

struct SubgroupSettings {
    int most_conditions = 3;          ///< 1 .. 3
    std::size_t minimum_size = 0;     ///< rows of a subgroup; 0 = 1 % of the rows, but at least 30
    std::size_t most_listed = 10;     ///< per side
    bool best_off = false;            ///< list the subgroups with the highest rates too
    int bins = 4;                     ///< quantile bins of a number column, see condition.h
    int most_values = 12;             ///< categories of a column with conditions of their own, see condition.h
    int permutations = 200;           ///< 0 = no p-values
    /// A subgroup is listed only if its |z| exceeds that of every more general one that may be listed by this share.
    double margin = 0.1;
    /// ... and if the rows that it shares with one already listed are less than this share of the rows of both together
    /// (Jaccard): "relationship = Husband" says again what "marital status = Married" said. 1 = keep all but the same rows.
    double most_overlap = 0.8;
    /// Rows looked at in the permutations, summed over all sets of columns. Beyond that the permutations are done on a random
    /// sample of the rows, with the minimum size in proportion: z does not depend on the number of rows, but where groups
    /// become very small, in which case its maximum, and so p, tends to be too large. 14 columns make 469 sets, so that up to
    /// 426,000 rows are all permuted.
    std::size_t most_row_visits = 200'000'000;
    /// Sets of columns that are looked at: tables so wide that they make more (three conditions: from 85 columns on, two: from
    /// 447 on) are searched with fewer conditions.
    std::size_t most_sets = 100'000;
    std::uint64_t seed = 1;
    int threads = 1;
};

/// What a search found. Subgroups are sorted by |z|, largest first.
struct SubgroupSearch {
    std::vector<Subgroup> worst_off;   ///< z < 0
    std::vector<Subgroup> best_off;    ///< z > 0; empty unless asked for
    std::size_t rows = 0, positives = 0;
    double base_rate = 0;              ///< of all rows
    std::size_t minimum_size = 0;      ///< that was applied
    int most_conditions = 0;           ///< that was applied
    std::size_t looked_at = 0;         ///< subgroups of at least that size, all rows not counted
    int permutations = 0;
    std::size_t permuted_rows = 0;     ///< rows of the permutations, fewer than `rows` if they were a sample
    Message undefined;                 ///< why nothing could be searched; empty if something was
};

/// Looks at every combination of up to three conditions on different columns (conditions: see condition_column) by counting
/// cells, so nothing is missed. `label`: per row, 1 = positive; decisions of a classifier do as well. The result does not
/// depend on the number of threads. Throws InputError unless there is one label per row; Cancelled on stop.
SubgroupSearch search_subgroups(const Table &table, const std::vector<std::size_t> &columns, std::span<const std::uint8_t> label,
                                const SubgroupSettings &settings, Progress &progress, std::stop_token stop);

/// The same among a problem's training rows, with its features and sensitive columns.
SubgroupSearch search_subgroups(const Problem &problem, const SubgroupSettings &settings, Progress &progress, std::stop_token stop);

} // namespace fairloom
