#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace fairloom {

/// The closed-form dependence term V2(z, s) of Liu et al., "Fair Representation Learning: An Alternative to Mutual
/// Information" (FairDisCo, KDD 2022), for Gaussian posteriors with diagonal covariance: the squared L2 distance between
/// the joint density of (z, s) and the product of its marginals,
///
///     K_ij = prod_k N(mean_ik - mean_jk ; 0, var_ik + var_jk)
///     w_ab = (sum_s p_s^2 + [a = b] - p_a - p_b) / n^2
///     V2   = sum_ij w_{s_i s_j} K_ij
///
/// with the gradients in the same pass over pairs: O(n^2 d) time, O(n d) memory a thread. The weights are made from the
/// groups' shares as they are needed, so the cost does not depend on the number of groups.
struct DistanceCovariance {
    double value = 0;       ///< V2, self pairs included
    double self_pairs = 0;  ///< the part of i = j, which does not measure dependence
    double cross() const { return value - self_pairs; }
};

namespace kernel {
struct PairTask;
}

/// One of the kernels that this processor can run; made for tests and benchmarks, which go through them all.
struct DistanceCovarianceKernel {
    const char *name; ///< "AVX-512", "AVX2", "baseline"
    void (*run)(kernel::PairTask &task, unsigned long begin, unsigned long end, int groups_of_four);
};
/// The fastest first: it is used unless another is asked for.
const std::vector<DistanceCovarianceKernel> &distance_covariance_kernels();

/// mean, logvar: n x d, row-major. group: n values in 0 .. groups - 1 (groups without rows are allowed).
/// grad_mean, grad_logvar: n x d, overwritten; both empty = value only. var = exp(logvar).
/// The same result for the same number of threads. Every pair is computed once and in single precision, sums of more than
/// a tile are double; d > 32 and variances that the encoder cannot produce (logvar outside -8 .. 8) take the loop in double.
DistanceCovariance distance_covariance(std::span<const float> mean, std::span<const float> logvar,
                                       std::span<const std::int32_t> group, std::size_t n, std::size_t d, int groups,
                                       std::span<float> grad_mean, std::span<float> grad_logvar, int threads,
                                       const DistanceCovarianceKernel *chosen = nullptr);

/// The same in double precision throughout, by a plain loop: for tests and for what is shown to people.
DistanceCovariance distance_covariance(std::span<const double> mean, std::span<const double> logvar,
                                       std::span<const std::int32_t> group, std::size_t n, std::size_t d, int groups,
                                       std::span<double> grad_mean, std::span<double> grad_logvar, int threads);

/// What people are shown as dependence: the cross part, centred by its mean over permutations of s.
struct CentredDependence {
    double value = 0;
    double p_value = 1;
};
CentredDependence centred_dependence(std::span<const float> mean, std::span<const float> logvar,
                                     std::span<const std::int32_t> group, std::size_t n, std::size_t d, int groups,
                                     int draws, std::uint64_t seed, int threads);

} // namespace fairloom
