#pragma once

// Internal to core: differentiable operations for pictures. Activations are n x g x g x c, channels last.

#include <torch/torch.h>

namespace fairloom {

/// silu(scale * x + shift), where every row has a scale and a shift per channel (feature-wise linear modulation: Perez et al., AAAI 2018).
/// x: n x g x g x c; scale, shift: n x c.
torch::Tensor modulated_silu(const torch::Tensor &x, const torch::Tensor &scale, const torch::Tensor &shift);

/// -log P(value), summed over all elements, of a normal distribution with the given location and a common deviation exp(log_scale), as
/// density per grey level (Rybkin, Daniilidis and Levine, ICML 2021: a learned scale weighs pictures against the KL term rightly
/// without a weight to be chosen). location: any shape, 0 = black, 1 = white; value: the same shape, uint8; log_scale: 1. Value and
/// gradient in one pass.
torch::Tensor gaussian_likelihood(const torch::Tensor &location, const torch::Tensor &log_scale, const torch::Tensor &value);

} // namespace fairloom
