#pragma once

#include "core/base/matrix.h"
#include "core/base/progress.h"
#include "core/metrics/metric.h"
#include "core/metrics/neighbours.h"

#include <cstdint>
#include <stop_token>
#include <vector>

namespace fairloom {

/// Density and coverage (Naeem et al., ICML 2020) with improved precision and recall (Kynkaanniemi et al., 2019).
struct Quality {
    double density = 0, coverage = 0, precision = 0, recall = 0;
    int k = 5;
    std::size_t n_real = 0, n_synthetic = 0;
};

/// The reference side of the comparison, reusable for several synthetic sets.
struct QualityReference {
    Matrix rows;
    std::vector<double> radius; ///< squared k-th neighbour distance of every row
    int k = 5;
};
QualityReference make_quality_reference(Matrix real, int k, int threads, std::stop_token stop);

/// Exact, blocked, no N x N matrix in memory. A synthetic row lies in a real row's ball if it is strictly nearer than the radius,
/// as in the authors' package. Throws Cancelled, and InputError as above or if the columns differ.
Quality compute_quality(const QualityReference &real, const Matrix &synthetic, int threads, std::stop_token stop);

struct QualityIntervals {
    std::optional<Interval> density, coverage; ///< none with fewer than 4 (k + 1) rows on a side
};
/// Intervals of a density and coverage by half samples without replacement of both sides (delete-half jackknife, Shao and Wu, Ann. Stat. 1989): the
/// variance of a figure among halves of a sample is that of the figure itself. A bootstrap would draw duplicates, whose distance of 0
/// breaks neighbour figures. `whole`: of all rows; Student's t on its `quality_draws` - 1 degrees of freedom. Throws as above.
constexpr int quality_draws = 16;
QualityIntervals quality_intervals(const Matrix &real, const Matrix &synthetic, const Quality &whole, double level, std::uint64_t seed, int threads,
                                   const std::stop_token &stop);

} // namespace fairloom
