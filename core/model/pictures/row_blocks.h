#pragma once

// Internal to core (LibTorch types).

#include <torch/torch.h>

#include <cstdint>
#include <functional>
#include <vector>

namespace fairloom {

/// A network's work on many rows, block by block, each thread with blocks of its own: LibTorch's operations then run on one thread
/// each, on data that stay in the cache, and need no team of their own. Blocks are the same whatever the number of threads, so rows
/// do not depend on it; gradients, which are added up by thread, do.
constexpr std::int64_t rows_in_block = 64;

/// The rows of a network, block by block. forward(begin, end): (end - begin) x k for rows [begin, end), float, differentiable in
/// `parameters` alone. The graphs of the blocks are kept for the backward pass.
torch::Tensor rows_by_blocks(std::int64_t rows, const std::vector<torch::Tensor> &parameters,
                             const std::function<torch::Tensor(std::int64_t begin, std::int64_t end)> &forward, int threads);

/// The sum of a loss over rows, block by block. loss(begin, end, z of those rows): a scalar, differentiable in z and `parameters`. The gradient is
/// made in the same pass, so that only one block's graph a thread is ever in memory.
torch::Tensor sum_by_blocks(const torch::Tensor &z, const std::vector<torch::Tensor> &parameters,
                            const std::function<torch::Tensor(std::int64_t begin, std::int64_t end, const torch::Tensor &z)> &loss, int threads);

} // namespace fairloom
