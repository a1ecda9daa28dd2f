#pragma once

// Internal to core (LibTorch types).

#include "core/rivals/tabfairgan_columns.h"

#include <torch/torch.h>

#include <cstdint>
#include <vector>

namespace fairloom {

// The two networks of TabFairGAN (Rajabi and Garibay 2021, arXiv 2109.00666) and the terms of their losses. d is RowLayout::width().

/// noise (n x d, standard normal) -> d units with ReLU -> a row: numbers by a linear unit with ReLU, every category column by a linear layer
/// with the Gumbel softmax (Jang et al. 2017) of temperature 0.2.
class TabFairGanGenerator : public torch::nn::Module {
public:
    TabFairGanGenerator(const RowLayout &layout, torch::Generator &random);
    /// gumbel: n x layout.categories.total(), of the standard Gumbel distribution. Returns n x d.
    torch::Tensor forward(const torch::Tensor &noise, const torch::Tensor &gumbel, int threads);
    /// As forward(), with noise of its own drawing.
    torch::Tensor draw(std::int64_t rows, torch::Generator &random, int threads);

private:
    std::int64_t width_, states_;
    torch::Tensor bounds_; ///< int32: where category columns begin in a row, and d
    torch::Tensor weight1_, bias1_, weight2_, bias2_;
};

/// Row -> d units with leaky ReLU -> d units with leaky ReLU. As in the public program there is no layer of one unit behind: a row's score in
/// the loss is the mean of the d units, and the gradient that is held to length 1 is that of their sum.
class TabFairGanCritic : public torch::nn::Module {
public:
    TabFairGanCritic(std::int64_t width, torch::Generator &random);
    /// n x d.
    torch::Tensor forward(const torch::Tensor &rows, int threads);
    /// The gradient, by the rows, of the sum of a row's units: n x d, differentiable by the weights. With U the n x d slopes (1 or 0.01) of the
    /// units of the second layer and T those of the first, it is ((U W2) o T) W1, where o is the product by element. The slopes are constant almost
    /// everywhere, so that a derivative of this is all there is of a second derivative.
    torch::Tensor gradient(const torch::Tensor &rows, int threads);

private:
    torch::Tensor weight1_, bias1_, weight2_, bias2_;
};

/// The critic's loss, distance + penalty_weight * penalty (WGAN-GP, Gulrajani et al. 2017), and its derivatives by what the critic gave.
struct CriticLoss {
    double distance = 0;        ///< mean score of generated rows minus that of real rows
    double penalty = 0;         ///< mean of (|gradient of a row| - 1)^2
    torch::Tensor by_scores, by_gradient;
};

/// scores: 2n x d, of n generated rows and then of n real ones; gradient: n x d, of rows between them.
CriticLoss critic_loss(const torch::Tensor &scores, const torch::Tensor &gradient, double penalty_weight);

/// Per group, how its rate of favourable labels counts in parity_gap(): its distance, in the training rows, from the mean of all groups' rates, scaled
/// so that those above add up to 1 and those below to -1. Two groups have 1 (the privileged one) and -1; equal groups have 0.
std::vector<double> parity_weights(const LabelledTable &train, std::size_t groups);

/// The rates of favourable labels in the groups of soft rows (n x d), weighted by `weights` (float, one a group) and summed. A group's rate is the sum
/// over rows of soft group times soft label, divided by the sum of the soft group. A scalar: for two groups, the privileged one's rate minus the other's.
torch::Tensor parity_gap(const torch::Tensor &rows, const RowLayout &layout, const torch::Tensor &weights);

} // namespace fairloom
