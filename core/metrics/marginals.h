#pragma once

#include "core/data/problem.h"
#include "core/metrics/metric.h"

#include <cstddef>
#include <stop_token>
#include <string>
#include <vector>

namespace fairloom {

/// How far a column's distribution in generated rows lies from the real one.
struct MarginalDistance {
    std::string column;
    Metric all;                  ///< total variation, 0 .. 1, over the labels or bins of column_distribution() of the real rows
    std::vector<Metric> groups;  ///< the same inside each group of the problem; undefined where a side has no row of it
};

/// How far the pairwise associations (bias-corrected Cramer's V) of generated rows lie from the real ones.
struct AssociationDifference {
    double mean = 0, largest = 0;       ///< of |generated - real| over pairs of columns
    std::string first, second;          ///< the pair with the largest difference
    std::size_t pairs = 0;
};

struct MarginalResult {
    std::vector<MarginalDistance> columns; ///< in the order of Problem::generated; picture columns are left out
    double mean = 0;                       ///< of `all` over the columns
    AssociationDifference associations;
};

/// Real training rows against generated ones. Throws Cancelled.
MarginalResult compare_marginals(const Problem &problem, const LabelledTable &generated, std::stop_token stop);

} // namespace fairloom
