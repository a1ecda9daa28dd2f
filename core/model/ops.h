#pragma once

// Internal to core: differentiable operations of our own for LibTorch. Each saves what its backward pass needs.

#include <torch/torch.h>

#include <cstdint>
#include <memory>
#include <vector>

namespace fairloom {

/// Where the states of each column lie among all states: column c owns [offset[c], offset[c + 1]).
struct SegmentLayout {
    std::vector<std::int32_t> offset{0};

    std::size_t columns() const { return offset.size() - 1; }
    std::int32_t total() const { return offset.back(); }
    void add(int states) { offset.push_back(offset.back() + states); }
};

/// x W^T + b. x: n x p; weight: q x p; bias: q, or undefined for none. Products run through oneDNN, which chooses its kernels at run time, whatever
/// BLAS is installed, and are shared among our own threads.
torch::Tensor linear(const torch::Tensor &x, const torch::Tensor &weight, const torch::Tensor &bias, int threads);

/// silu(x) W^T + b with silu(x) = x sigmoid(x): a hidden layer's activation and the product after it in one pass over blocks
/// of rows. bias: q, or undefined for none.
torch::Tensor silu_linear(const torch::Tensor &x, const torch::Tensor &weight, const torch::Tensor &bias, int threads);

/// Row sums of an embedding: out_i = bias + sum_c weight[indices_ic]; what a one-hot product computes, without the product.
/// weight: states x h; bias: h; indices: n x c, int32, -1 = none. Float. Returns n x h.
torch::Tensor embedding_sum(const torch::Tensor &weight, const torch::Tensor &bias, const torch::Tensor &indices, int threads);

/// Cross-entropy of all columns at once: sum over columns of -log softmax(segment)[state], mean over rows. logits: n x
/// layout.total(); states: n x columns, int32, 0-based within the column, -1 = the column does not count for this row.
/// The gradient is made in the same pass. Returns a scalar.
torch::Tensor segment_cross_entropy(const torch::Tensor &logits, const torch::Tensor &states,
                                    const std::shared_ptr<const SegmentLayout> &layout, int threads);

/// V2(z, s) as a differentiable scalar (see distance_covariance.h). mean, logvar: n x d, float or double; group: n, int32.
/// `self_pairs`, if given, receives the part of i = j.
torch::Tensor distance_covariance_term(const torch::Tensor &mean, const torch::Tensor &logvar, const torch::Tensor &group,
                                       int groups, int threads, double *self_pairs = nullptr);

/// KL(N(mean, e^logvar) || N(0, I)), summed over dimensions, mean over rows.
torch::Tensor kl_to_prior(const torch::Tensor &mean, const torch::Tensor &logvar);

/// KL(N(mean_p, e^logvar_p) || N(mean_q, e^logvar_q)), summed over dimensions, mean over rows.
torch::Tensor kl_between(const torch::Tensor &mean_p, const torch::Tensor &logvar_p, const torch::Tensor &mean_q,
                         const torch::Tensor &logvar_q);

} // namespace fairloom
