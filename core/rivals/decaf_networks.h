#pragma once

// Internal to core (LibTorch types).

#include "core/model/ops.h"
#include "core/rivals/causal_graph.h"

#include <torch/torch.h>

#include <cstdint>
#include <memory>
#include <vector>

namespace fairloom {

/// Random numbers of LibTorch that nothing else draws from.
torch::Generator torch_random(std::uint64_t seed);

/// Weights of a layer, q x p, and its bias.
struct DenseLayer {
    torch::Tensor weight, bias;
};

/// Rows of a generator.
struct GeneratedRows {
    torch::Tensor values; ///< n x states, one 1 per column; undefined where no gradient is asked for
    torch::Tensor states; ///< n x columns, int32, numbered through all columns as embedding_sum() wants them
};

/// DECAF's generator: a structural causal model whose equations are small networks, one a column, that are given the column's parents and
/// noise of their own. Columns are states (see TableEncoder) as one-hot parts of a row, which lie as `layout` says. A network's outputs are
/// log odds of the states, and its noise is Gumbel's, added to them: the largest sum is the state (the Gumbel-max trick). A column without
/// parents has no network but log odds alone.
class CausalGenerator {
public:
    /// `shares`: of every state in its column in the training rows, layout->total() floats: where training starts, and what stands in for a cut
    /// edge. hidden: units of the two hidden layers of every network.
    CausalGenerator(CausalGraph graph, std::shared_ptr<const SegmentLayout> layout, torch::Tensor shares, int hidden, torch::Generator &random);

    /// One-hot in the forward pass, softmax of the sums over `temperature` in the backward pass (the straight-through estimator of Jang, Gu
    /// and Poole 2017). What a column sees of a parent across an edge in `cut` is drawn from the parent's shares, row by row, apart from everything else.
    GeneratedRows draw(std::int64_t n, double temperature, const std::vector<CausalEdge> &cut, torch::Generator &random, int threads) const;

    std::vector<torch::Tensor> parameters() const;

private:
    torch::Tensor log_odds(std::size_t node, const std::vector<torch::Tensor> &inputs, int threads) const;

    CausalGraph graph_;
    std::shared_ptr<const SegmentLayout> layout_;
    torch::Tensor shares_;
    std::vector<std::size_t> order_;
    std::vector<std::vector<DenseLayer>> networks_; ///< per node
};

/// DECAF's critic of whole rows: two hidden layers of ReLU (Wasserstein GAN with gradient penalty, Gulrajani et al. 2017). Gradients with
/// respect to rows are written out: for the penalty one backward pass does where autograd would need a graph of a graph.
class RowCritic {
public:
    RowCritic(std::int64_t states, int hidden, torch::Generator &random);

    struct Judgement {
        torch::Tensor distance; ///< mean for generated rows less mean for real ones
        torch::Tensor penalty;  ///< mean of (norm of the gradient - 1)^2 on the lines between real and generated rows
    };
    /// Both n x columns, see GeneratedRows::states.
    Judgement judge(const torch::Tensor &real, const torch::Tensor &generated, torch::Generator &random, int threads) const;

    struct Gradient {
        double mean = 0;
        torch::Tensor of_mean; ///< n x states: with respect to GeneratedRows::values
    };
    Gradient gradient(const torch::Tensor &generated, int threads) const;

    std::vector<torch::Tensor> parameters() const { return {first_.weight, first_.bias, second_.weight, second_.bias, last_}; }

private:
    /// Per row, the gradient of its value with respect to it, n x states, from what its two layers are before ReLU.
    torch::Tensor slopes(const torch::Tensor &first, const torch::Tensor &second, int threads) const;

    DenseLayer first_;   ///< weight: states x hidden
    DenseLayer second_;  ///< weight: hidden x hidden
    torch::Tensor last_; ///< 1 x hidden; a bias would cancel out
};

} // namespace fairloom
