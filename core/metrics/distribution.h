#pragma once

#include "core/data/problem.h"
#include "core/data/table.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace fairloom {

/// How a column's values are spread, overall or in one group.
struct Distribution {
    bool numeric = false;
    std::vector<std::string> labels;   ///< categories, most frequent first ("other (12)" gathers the rest), or bins "17 - 21"; missing numbers have
                                       ///< a label "missing" of their own, the last, if there are any
    std::vector<double> edges;         ///< numeric: bins + 1 edges
    std::vector<std::vector<double>> share; ///< [group][label]: share of the group's rows
    std::vector<std::size_t> group_rows;
};

/// Shares per group on common labels. `groups` = 1 and an all-zero `group` gives the overall distribution.
Distribution column_distribution(const Column &column, std::span<const std::int32_t> group, int groups, int most_labels = 12);
/// The same with the labels or edges of another distribution, so that real and generated columns can be laid over each other.
/// `like_column` is the column `like` was made of. A category that `like` knows no label for counts as a row without one, so
/// that the shares sum to less than 1; numbers beyond the edges count to the first or last bin.
Distribution column_distribution_like(const Column &column, const Distribution &like, const Column &like_column,
                                      std::span<const std::int32_t> group, int groups);

/// Distance of two distributions over the same labels: total variation, 0 .. 1. What is missing
/// from a sum of 1 is a label of its own.
double total_variation(const std::vector<double> &a, const std::vector<double> &b);

} // namespace fairloom
