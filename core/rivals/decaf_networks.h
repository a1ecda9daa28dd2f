#pragma once

// Internal to core (LibTorch types).

#include "core/rivals/causal_graph.h"
#include "core/rivals/decaf_states.h"

#include <torch/torch.h>

#include <cstdint>
#include <vector>

namespace fairloom {

/// Random numbers of LibTorch that nothing else draws from.
torch::Generator torch_random(std::uint64_t seed);

/// A layer, weight of q x p and bias of q.
struct DenseLayer {
    torch::Tensor weight, bias;
};

/// A layer whose input is states, one-hot, each together with its score where it is one of a number (StateSpace::scores).
struct StateLayer {
    torch::Tensor states; ///< states x hidden
    torch::Tensor slopes; ///< score columns x hidden
    torch::Tensor bias;   ///< hidden
    torch::Tensor scores; ///< states x score columns; no parameter

    /// What a state comes to: states x hidden.
    torch::Tensor weight() const { return states + scores.matmul(slopes); }
};

/// Rows of a generator.
struct GeneratedRows {
    torch::Tensor values; ///< n x states, one 1 per column; undefined where no gradient is asked for
    torch::Tensor states; ///< n x columns, as StateSpace::rows
};

/// DECAF's generator: a structural causal model whose equations are small networks, one a column, that are given the column's parents and
/// noise of their own. A network's outputs are log odds of the column's states, and its noise is Gumbel's, added to them: the largest sum is
/// the state (the Gumbel-max trick). A column without parents has no network but log odds alone.
class CausalGenerator {
public:
    /// hidden: units of the two hidden layers of every network. Columns start at their shares, whatever their parents are.
    CausalGenerator(CausalGraph graph, const StateSpace &space, int hidden, torch::Generator &random);

    /// One-hot in the forward pass, softmax of the sums over `temperature` in the backward pass (the straight-through estimator of Jang, Gu
    /// and Poole 2017). What a column sees of a parent across an edge in `cut` is drawn from the parent's shares, row by row, apart from everything else.
    GeneratedRows draw(std::int64_t n, double temperature, const std::vector<CausalEdge> &cut, torch::Generator &random, int threads) const;

    std::vector<torch::Tensor> parameters() const;

private:
    struct Network {
        StateLayer first;
        DenseLayer second;
        DenseLayer last; ///< without parents, its bias is all that there is
    };
    torch::Tensor log_odds(const Network &network, const std::vector<torch::Tensor> &inputs, int threads) const;

    CausalGraph graph_;
    StateSpace space_;
    std::vector<std::size_t> order_;
    std::vector<Network> networks_; ///< per node
};

/// DECAF's critic of whole rows: two hidden layers of ReLU (Wasserstein GAN with gradient penalty, Gulrajani et al. 2017). Gradients with
/// respect to rows are written out: for the penalty one backward pass does where autograd would need a graph of a graph.
class RowCritic {
public:
    RowCritic(const StateSpace &space, int hidden, torch::Generator &random);

    struct Judgement {
        torch::Tensor distance; ///< mean for generated rows less mean for real ones
        torch::Tensor penalty;  ///< mean of (norm of the gradient - 1)^2 on the lines between real and generated rows, states and scores as inputs
    };
    /// Both as StateSpace::rows, as many of one as of the other.
    Judgement judge(const torch::Tensor &real, const torch::Tensor &generated, torch::Generator &random, int threads) const;

    struct Gradient {
        double mean = 0;
        torch::Tensor of_mean; ///< n x states: with respect to GeneratedRows::values
    };
    Gradient gradient(const torch::Tensor &generated, int threads) const;

    std::vector<torch::Tensor> parameters() const { return {first_.states, first_.slopes, first_.bias, second_.weight, second_.bias, last_}; }

private:
    /// Per row, the gradient of its value with respect to what `inputs` (p x hidden) leads into the first layer, n x p, from what the two
    /// layers are before ReLU.
    torch::Tensor slopes(const torch::Tensor &first, const torch::Tensor &second, const torch::Tensor &inputs, int threads) const;

    StateLayer first_;
    DenseLayer second_;  ///< hidden x hidden
    torch::Tensor last_; ///< 1 x hidden; a bias would cancel out
};

} // namespace fairloom
