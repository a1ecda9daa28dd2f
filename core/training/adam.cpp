#include "core/training/adam.h"

#include "core/model/vector_kernels.h"

#include <cmath>

namespace fairloom {

namespace {

constexpr double beta2 = 0.999, epsilon = 1e-8;

} // namespace

Adam::Adam(std::vector<torch::Tensor> parameters, double beta1) : parameters_(std::move(parameters)), beta1_(beta1)
{
    const torch::NoGradGuard no_gradient;
    for (const torch::Tensor &parameter : parameters_) {
        means_.push_back(torch::zeros_like(parameter));
        squares_.push_back(torch::zeros_like(parameter));
    }
}

void Adam::zero_grad()
{
    for (torch::Tensor &parameter : parameters_)
        parameter.mutable_grad() = torch::Tensor(); // the next backward pass moves its own in, without an addition
}

void Adam::restore(std::vector<torch::Tensor> means, std::vector<torch::Tensor> squares, std::int64_t steps)
{
    means_ = std::move(means);
    squares_ = std::move(squares);
    steps_ = steps;
}

void Adam::step(double rate)
{
    ++steps_;
    const double correction1 = 1 / (1 - std::pow(beta1_, steps_)), correction2 = 1 / (1 - std::pow(beta2, steps_));
    for (std::size_t i = 0; i < parameters_.size(); ++i) {
        if (!parameters_[i].grad().defined())
            continue;
        const torch::Tensor gradient = parameters_[i].grad().contiguous();
        kernel::vector_kernels().adam(parameters_[i].data_ptr<float>(), gradient.data_ptr<float>(), means_[i].data_ptr<float>(),
                                      squares_[i].data_ptr<float>(), static_cast<std::size_t>(parameters_[i].numel()),
                                      static_cast<float>(rate), static_cast<float>(beta1_), static_cast<float>(beta2),
                                      static_cast<float>(epsilon), static_cast<float>(correction1), static_cast<float>(correction2));
    }
}

} // namespace fairloom
