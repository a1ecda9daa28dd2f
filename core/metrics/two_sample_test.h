#pragma once

#include "core/data/problem.h"
#include "core/metrics/metric.h"

#include <cstddef>
#include <cstdint>
#include <stop_token>

namespace fairloom {

/// Classifier two-sample test (Lopez-Paz and Oquab, ICLR 2017): can XGBoost tell generated rows from real ones? Equal numbers of both,
/// split half and half into rows to learn from and rows to score, stratified.
struct TwoSampleTest {
    Metric auroc;          ///< of telling them apart on the scored half; 0.5 = cannot, 1 = always; interval by DeLong
    Metric accuracy;       ///< share of the scored rows that it places rightly; interval by Wilson
    double p_value = 1;    ///< one-sided, of the accuracy against a coin (normal approximation of the binomial)
    std::size_t n_train = 0, n_scored = 0; ///< rows of both kinds together
};

/// All generated columns (features, sensitive ones and the target) are looked at. At most `rows` of each kind are taken, at random;
/// 0 = as many as the smaller side has. Undefined with a reason where a side has fewer than 20 rows. Throws Cancelled.
TwoSampleTest two_sample_test(const Problem &problem, const Table &real, const Table &generated, std::size_t rows, std::uint64_t seed, int threads,
                              std::stop_token stop);

} // namespace fairloom
