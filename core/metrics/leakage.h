#pragma once

#include "core/base/matrix.h"
#include "core/metrics/metric.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace fairloom {

/// How well a linear probe guesses the group from some features: fitted on one set of rows, scored on others.
struct ProbeResult {
    Metric auroc;            ///< macro one-vs-rest for several groups; 0.5 = nothing to be learned; interval = bootstrap of scored rows
    double null_low = 0.5;   ///< 95 % range of the AUROC when the groups of the scored rows are permuted
    double null_high = 0.5;
    double p_value = 1;      ///< share of permutations at least as far above 0.5, (1 + count) / (1 + draws)
};

struct ProbeSettings {
    int permutations = 200;
    int bootstrap = 200;
    std::uint64_t seed = 1;
    int threads = 1;
    std::vector<std::string> names; ///< of the groups, for messages; numbered from 1 where empty
};

/// Multinomial logistic regression on standardised features (core/downstream). Undefined with a reason where a group is
/// missing on either side.
ProbeResult probe_group(const Matrix &train, std::span<const std::int32_t> train_group, const Matrix &test,
                        std::span<const std::int32_t> test_group, int groups, const ProbeSettings &settings,
                        std::stop_token stop);

/// Szekely's distance correlation (Ann. Stat. 2007, the biased V-statistic) of x (n x p) and one-hot groups, by
/// blocks in O(n) memory, with a permutation p-value.
struct DistanceCorrelation {
    double value = 0;
    double p_value = 1;
    std::size_t n = 0;
};
DistanceCorrelation distance_correlation(const Matrix &x, std::span<const std::int32_t> group, int groups,
                                         int permutations, std::uint64_t seed, int threads, std::stop_token stop);

} // namespace fairloom
