#pragma once

#include "core/data/table.h"
#include "core/metrics/metric.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace fairloom {

/// How a class is guessed from one column alone.
struct SingleColumnSettings {
    int folds = 5;        ///< 2 .. 100
    int most_bins = 64;   ///< of a number column, but never so many that a quantile bin holds under 25 rows
    double shrinkage = 10; ///< rows with the overall rate that are added to every category's own (see below)
    std::uint64_t seed = 1;
};

/// Deals the rows of every class evenly to the folds, seeded. `classes`: per row, 0 .. count - 1. Fold per row.
std::vector<std::uint8_t> stratified_folds(std::span<const std::int32_t> classes, int count, int folds, std::uint64_t seed);

/// How well the class of a row can be told from this column alone: AUROC, macro one-vs-rest for more than two classes,
/// 0.5 = not at all. The score of a row is the rate of the class among the rows of the OTHER folds with the same value
/// (category, or quantile bin of a number; missing is a value of its own), drawn to the overall rate by `shrinkage` rows
/// (Micci-Barreca, SIGKDD Explorations 2001); a value that the other folds do not have gets the overall rate. A column of
/// names, every one different, hence scores 0.5 and not 1. The AUROC is taken within each fold and averaged over them:
/// across folds, a value's rate would fall where its own fold has more of the class, and columns without any
/// connection would score below 0.5.
///
/// `fold`: of stratified_folds for the same classes. Left out are classes of fewer than two rows (or all but one row), and a fold in which a
/// class, or its rest, has no row. Undefined with a reason if nothing is left.
Metric single_column_auroc(const Column &column, std::span<const std::int32_t> classes, int count,
                           std::span<const std::uint8_t> fold, const SingleColumnSettings &settings, std::stop_token stop);

} // namespace fairloom
