#include "core/model/networks.h"

#include <cmath>
#include <numbers>
#include <string>

namespace fairloom {

using torch::Tensor;

Tensor initial_weight(std::vector<std::int64_t> size, std::int64_t fan_in)
{
    const double bound = 1.0 / std::sqrt(static_cast<double>(fan_in));
    return torch::empty(size).uniform_(-bound, bound);
}

GeneratorNet::GeneratorNet(int latent, int hidden) : latent_(latent), hidden_(hidden)
{
    shift_ = register_parameter("shift", torch::zeros({latent}), /*requires_grad=*/false);
    scale_ = register_parameter("scale", torch::eye(latent), /*requires_grad=*/false);
    const std::int64_t sizes[] = {noise(latent), hidden, hidden, latent};
    for (int layer = 0; layer < 3; ++layer) {
        weights_.push_back(register_parameter("weight" + std::to_string(layer), initial_weight({sizes[layer + 1], sizes[layer]}, sizes[layer])));
        biases_.push_back(register_parameter("bias" + std::to_string(layer), torch::zeros({sizes[layer + 1]})));
    }
}

Tensor GeneratorNet::forward(const Tensor &noise, int threads)
{
    Tensor x = linear(noise, weights_[0], biases_[0], threads);
    for (std::size_t layer = 1; layer < weights_.size(); ++layer)
        x = silu_linear(x, weights_[layer], biases_[layer], threads);
    return torch::matmul(noise.slice(1, 0, latent_) + x, scale_.t()) + shift_;
}

void GeneratorNet::set_moments(const Tensor &shift, const Tensor &scale)
{
    const torch::NoGradGuard no_gradient;
    shift_.copy_(shift);
    scale_.copy_(scale);
}

std::int64_t GeneratorNet::parameter_count(int latent, int hidden)
{
    const std::int64_t h = hidden, d = latent;
    return (noise(latent) + 1) * h + (h + 1) * h + (h + 1) * d + d + d * d;
}

int GeneratorNet::widest(int latent, std::int64_t budget)
{
    int hidden = 4;
    while (parameter_count(latent, hidden + 1) <= budget)
        ++hidden;
    return hidden;
}

TargetHead::TargetHead(const NetworkShape &shape, int hidden)
{
    weight1_ = register_parameter("weight1", initial_weight({hidden, shape.latent}, shape.latent));
    bias1_ = register_parameter("bias1", torch::zeros({hidden}));
    weight2_ = register_parameter("weight2", initial_weight({shape.targets, hidden}, hidden));
    bias2_ = register_parameter("bias2", torch::zeros({shape.targets}));
}

Tensor TargetHead::forward(const Tensor &z, int threads)
{
    return silu_linear(linear(z, weight1_, bias1_, threads), weight2_, bias2_, threads);
}

void EncoderNet::scale_variances(const Tensor &factors)
{
    const torch::NoGradGuard no_gradient;
    last_bias().chunk(2)[1].add_(factors.log());
}

Posterior as_posterior(const Tensor &output)
{
    const auto parts = output.chunk(2, 1);
    return {parts[0], parts[1].clamp(-6.0, 3.0)};
}

std::int64_t parameter_count(const torch::nn::Module &module)
{
    std::int64_t total = 0;
    for (const Tensor &parameter : module.parameters())
        total += parameter.numel();
    return total;
}

Posterior smoothed(const Posterior &posterior, double smoothing)
{
    return smoothing > 0 ? Posterior{posterior.mean, (posterior.logvar.exp() + smoothing).log()} : posterior;
}

Tensor smoothed_distance_covariance(const Posterior &posterior, const Tensor &group, int groups, double smoothing, int threads,
                                    double *self_pairs)
{
    const Posterior wider = smoothed(posterior, smoothing);
    const Tensor plain = distance_covariance_term(wider.mean, wider.logvar, group, groups, threads, self_pairs);
    if (smoothing <= 0)
        return plain;
    const double unit = std::pow(4 * std::numbers::pi * smoothing, 0.5 * static_cast<double>(posterior.mean.size(1)));
    const Tensor value = unit * plain;
    if (self_pairs)
        *self_pairs *= unit;
    return value;
}

Tensor draw_latent(const Posterior &posterior, const Tensor &noise)
{
    return posterior.mean + (0.5 * posterior.logvar).exp() * noise;
}

} // namespace fairloom
