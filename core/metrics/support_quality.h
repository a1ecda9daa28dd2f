#pragma once

#include "core/base/matrix.h"
#include "core/metrics/metric.h"

#include <cstddef>
#include <stop_token>

namespace fairloom {

/// Alpha-precision, beta-recall and authenticity (Alaa et al., "How Faithful is your Synthetic Data?", ICML 2022), in a fixed
/// feature space in place of the paper's one-class embedding.
///
///   alpha-precision  1 - 2 * mean over alpha of |P(alpha) - alpha|, P(alpha) = share of synthetic rows inside the ball round the real
///                    rows' mean that holds a share alpha of the real rows
///   beta-recall      the same with R(beta) = share of real rows that have a synthetic row within the distance to their nearest other real
///                    row, and that row in the ball round the synthetic rows' mean that holds a share beta of the synthetic rows nearest to real ones
///   authenticity     share of synthetic rows j with d(j, i) > d(i, nearest other real row of i), i = the real row nearest to j
///   authenticity_published  what the authors' code computes: for every REAL row i with its nearest synthetic row j,
///                    d(j, i) > d(r_j, nearest other real row of r_j), where r_j is the real row that happens to have j's number;
///                    undefined if there are more synthetic than real rows
struct SupportQuality {
    double alpha_precision = 0, beta_recall = 0; ///< 0 .. 1, 1 is best
    double authenticity = 0;                     ///< 0 .. 1; copies make it fall to 0; about 0.5 and above for rows of another draw
    Metric authenticity_published;
    std::size_t n_real = 0, n_synthetic = 0;
};

/// Exact, blocked. Distances are Euclidean; alphas are 30 equally spaced values from 0 to 1, as in the authors' package. Throws
/// InputError if a side has fewer than two rows or the columns differ, and Cancelled.
SupportQuality compute_support_quality(const Matrix &real, const Matrix &synthetic, int threads, std::stop_token stop);

} // namespace fairloom
