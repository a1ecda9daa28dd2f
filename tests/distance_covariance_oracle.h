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

/// The same, group by group as it is published: sum_s p_s^2 (D(all, all) + D(s, s) - 2 D(s, all)), D(A, B) the mean density of
/// mean_a - mean_b over the pairs of A x B, each with temporaries of its own.
inline torch::Tensor distance_covariance_by_groups(const torch::Tensor &mean, const torch::Tensor &logvar, const torch::Tensor &group,
                                                   int groups)
{
    const torch::Tensor var = logvar.exp();
    const auto density = [](const torch::Tensor &mean_a, const torch::Tensor &var_a, const torch::Tensor &mean_b, const torch::Tensor &var_b) {
        const torch::Tensor v = var_a.unsqueeze(1) + var_b.unsqueeze(0);
        const torch::Tensor distance = ((mean_a.unsqueeze(1) - mean_b.unsqueeze(0)).square() / v).sum(2);
        return ((-0.5 * distance).exp() / (2 * std::numbers::pi * v).prod(2).sqrt()).mean();
    };
    const torch::Tensor all = density(mean, var, mean, var);
    torch::Tensor total = torch::zeros({}, mean.options());
    for (int s = 0; s < groups; ++s) {
        const torch::Tensor rows = (group == s).nonzero().flatten();
        if (rows.size(0) == 0)
            continue;
        const torch::Tensor mean_s = mean.index_select(0, rows), var_s = var.index_select(0, rows);
        const double share = static_cast<double>(rows.size(0)) / static_cast<double>(mean.size(0));
        total = total + share * share * (all + density(mean_s, var_s, mean_s, var_s) - 2 * density(mean_s, var_s, mean, var));
    }
    return total;
}
