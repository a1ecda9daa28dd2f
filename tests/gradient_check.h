#pragma once

#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <functional>

/// Largest difference between the gradient that `loss` propagates to `input` (double) and central differences, relative to the
/// largest entry of the latter.
inline double gradient_error(const std::function<torch::Tensor(const torch::Tensor &)> &loss, const torch::Tensor &input,
                             double step = 1e-5)
{
    const torch::Tensor x = input.detach().to(torch::kDouble).clone().set_requires_grad(true);
    const torch::Tensor analytic = torch::autograd::grad({loss(x)}, {x})[0].contiguous();
    const torch::NoGradGuard no_gradient;
    torch::Tensor moved = x.detach().clone();
    double *value = moved.data_ptr<double>();
    const double *gradient = analytic.data_ptr<double>();
    double worst = 0, largest = 1e-12;
    for (std::int64_t i = 0; i < moved.numel(); ++i) {
        const double before = value[i];
        value[i] = before + step;
        const double above = loss(moved).item<double>();
        value[i] = before - step;
        const double below = loss(moved).item<double>();
        value[i] = before;
        const double numeric = (above - below) / (2 * step);
        worst = std::max(worst, std::abs(numeric - gradient[i]));
        largest = std::max(largest, std::abs(numeric));
    }
    return worst / largest;
}
