#pragma once

// Internal to core (LibTorch types).

#include <torch/torch.h>

#include <cstdint>
#include <stop_token>

namespace fairloom {

/// A Gaussian mixture with full covariances over latents: a sampler that needs no data, fitted at the end of every run.
struct LatentMixture {
    torch::Tensor weight;   ///< K
    torch::Tensor mean;     ///< K x d
    torch::Tensor cholesky; ///< K x d x d, lower

    bool empty() const { return !weight.defined(); }
    std::int64_t components() const { return weight.size(0); }

    /// Expectation maximisation (Dempster, Laird and Rubin 1977) in double precision; latents: n x d. The same with any
    /// number of threads. Throws Cancelled.
    static LatentMixture fit(const torch::Tensor &latents, int components, int iterations, std::uint64_t seed, int threads,
                             std::stop_token stop);

    /// n x d, float.
    torch::Tensor sample(std::int64_t n, torch::Generator generator) const;

    /// Mean log density of the rows; for tests and diagnosis.
    double mean_log_density(const torch::Tensor &latents) const;
};

} // namespace fairloom
