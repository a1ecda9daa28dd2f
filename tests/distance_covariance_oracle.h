#pragma once

#include <torch/torch.h>

#include <cmath>
#include <numbers>

/// V2(z, s) written with tensor operations, n x n x d temporaries and all, differentiable by LibTorch itself: what
/// distance_covariance() is checked against and measured against. group: n, any integer type.
inline torch::Tensor distance_covariance_oracle(const torch::Tensor &mean, const torch::Tensor &logvar, const torch::Tensor &group,
                                                int groups)
{
    const torch::Tensor var = logvar.exp();
    const torch::Tensor v = var.unsqueeze(1) + var.unsqueeze(0);
    const torch::Tensor difference = mean.unsqueeze(1) - mean.unsqueeze(0);
    const torch::Tensor log_density = -0.5 * (difference.square() / v + (2 * std::numbers::pi * v).log());
    const torch::Tensor kernel = log_density.sum(2).exp();
    const torch::Tensor one_hot = torch::one_hot(group.to(torch::kLong), groups).to(mean.scalar_type());
    const torch::Tensor share = one_hot.mean(0);
    const torch::Tensor row_share = torch::mv(one_hot, share);
    const torch::Tensor weight = share.square().sum() + torch::mm(one_hot, one_hot.t()) - row_share.unsqueeze(1) - row_share.unsqueeze(0);
    const double n = static_cast<double>(mean.size(0));
    return (weight * kernel).sum() / (n * n);
}
