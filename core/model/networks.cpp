#include "core/model/networks.h"

#include <cmath>
#include <string>

namespace fairloom {

namespace {

using torch::Tensor;

/// Uniform in +-1/sqrt(fan_in), as torch::nn::Linear starts its weights.
Tensor initial(std::vector<std::int64_t> size, std::int64_t fan_in)
{
    const double bound = 1.0 / std::sqrt(static_cast<double>(fan_in));
    return torch::empty(size).uniform_(-bound, bound);
}

} // namespace

EncoderNet::EncoderNet(const NetworkShape &shape, int hidden, int depth) : hidden_(hidden), depth_(depth)
{
    // As many entries are active as there are columns: that is the fan-in of the one-hot product this replaces.
    const std::int64_t active = static_cast<std::int64_t>(shape.layout->columns()) + 2;
    embedding_ = register_parameter("embedding", initial({shape.input_states(), hidden}, active));
    bias_ = register_parameter("bias", torch::zeros({hidden}));
    for (int layer = 1; layer <= depth; ++layer) {
        const std::int64_t out = layer == depth ? 2 * shape.latent : hidden;
        weights_.push_back(register_parameter("weight" + std::to_string(layer), initial({out, hidden}, hidden)));
        biases_.push_back(register_parameter("bias" + std::to_string(layer), torch::zeros({out})));
    }
}

Posterior EncoderNet::forward(const Tensor &indices, int threads)
{
    Tensor x = embedding_sum(embedding_, bias_, indices, threads);
    for (std::size_t layer = 0; layer < weights_.size(); ++layer)
        x = silu_linear(x, weights_[layer], biases_[layer], threads);
    const auto parts = x.chunk(2, 1);
    return {parts[0], parts[1].clamp(-6.0, 3.0)};
}

std::int64_t EncoderNet::parameter_count(const NetworkShape &shape, int hidden, int depth)
{
    const std::int64_t h = hidden;
    return shape.input_states() * h + h + (depth - 1) * (h * h + h) + h * 2 * shape.latent + 2 * shape.latent;
}

DecoderNet::DecoderNet(const NetworkShape &shape, int hidden, int depth)
{
    group_embedding_ = register_parameter("group_embedding", initial({shape.groups, hidden}, shape.latent));
    std::int64_t in = shape.latent;
    for (int layer = 0; layer <= depth; ++layer) {
        const std::int64_t out = layer == depth ? shape.layout->total() : hidden;
        weights_.push_back(register_parameter("weight" + std::to_string(layer), initial({out, in}, in)));
        biases_.push_back(register_parameter("bias" + std::to_string(layer), torch::zeros({out})));
        in = hidden;
    }
}

Tensor DecoderNet::forward(const Tensor &z, const Tensor &group, int threads)
{
    Tensor x = linear(z, weights_.front(), {}, threads) + embedding_sum(group_embedding_, biases_.front(), group, threads);
    for (std::size_t layer = 1; layer < weights_.size(); ++layer)
        x = silu_linear(x, weights_[layer], biases_[layer], threads);
    return x;
}

GeneratorNet::GeneratorNet(int latent, int hidden) : latent_(latent), hidden_(hidden)
{
    shift_ = register_parameter("shift", torch::zeros({latent}), /*requires_grad=*/false);
    scale_ = register_parameter("scale", torch::eye(latent), /*requires_grad=*/false);
    const std::int64_t sizes[] = {noise(latent), hidden, hidden, latent};
    for (int layer = 0; layer < 3; ++layer) {
        weights_.push_back(register_parameter("weight" + std::to_string(layer), initial({sizes[layer + 1], sizes[layer]}, sizes[layer])));
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
    weight1_ = register_parameter("weight1", initial({hidden, shape.latent}, shape.latent));
    bias1_ = register_parameter("bias1", torch::zeros({hidden}));
    weight2_ = register_parameter("weight2", initial({shape.targets, hidden}, hidden));
    bias2_ = register_parameter("bias2", torch::zeros({shape.targets}));
}

Tensor TargetHead::forward(const Tensor &z, int threads)
{
    return silu_linear(linear(z, weight1_, bias1_, threads), weight2_, bias2_, threads);
}

int widest_hidden(const NetworkShape &shape, int depth, std::int64_t budget)
{
    int hidden = 4;
    while (EncoderNet::parameter_count(shape, hidden + 1, depth) <= budget)
        ++hidden;
    return hidden;
}

std::int64_t parameter_count(const torch::nn::Module &module)
{
    std::int64_t total = 0;
    for (const Tensor &parameter : module.parameters())
        total += parameter.numel();
    return total;
}

Tensor draw_latent(const Posterior &posterior, const Tensor &noise)
{
    return posterior.mean + (0.5 * posterior.logvar).exp() * noise;
}

} // namespace fairloom
