#include "core/model/table_networks.h"

#include <string>

namespace fairloom {

using torch::Tensor;

TableEncoderNet::TableEncoderNet(const NetworkShape &shape, int hidden, int depth) : EncoderNet(hidden, depth)
{
    // As many entries are active as there are columns: that is the fan-in of the one-hot product this replaces.
    const std::int64_t active = static_cast<std::int64_t>(shape.layout->columns()) + 2;
    embedding_ = register_parameter("embedding", initial_weight({shape.input_states(), hidden}, active));
    bias_ = register_parameter("bias", torch::zeros({hidden}));
    for (int layer = 1; layer <= depth; ++layer) {
        const std::int64_t out = layer == depth ? 2 * shape.latent : hidden;
        weights_.push_back(register_parameter("weight" + std::to_string(layer), initial_weight({out, hidden}, hidden)));
        biases_.push_back(register_parameter("bias" + std::to_string(layer), torch::zeros({out})));
    }
}

Posterior TableEncoderNet::forward(const EncoderInput &input, int threads)
{
    Tensor x = embedding_sum(embedding_, bias_, input.indices, threads);
    for (std::size_t layer = 0; layer < weights_.size(); ++layer)
        x = silu_linear(x, weights_[layer], biases_[layer], threads);
    return as_posterior(x);
}

std::int64_t TableEncoderNet::parameter_count(const NetworkShape &shape, int hidden, int depth)
{
    const std::int64_t h = hidden;
    return shape.input_states() * h + h + (depth - 1) * (h * h + h) + h * 2 * shape.latent + 2 * shape.latent;
}

TableDecoderNet::TableDecoderNet(const NetworkShape &shape, int hidden, int depth) : layout_(shape.layout)
{
    group_embedding_ = register_parameter("group_embedding", initial_weight({shape.groups, hidden}, shape.latent));
    std::int64_t in = shape.latent;
    for (int layer = 0; layer <= depth; ++layer) {
        const std::int64_t out = layer == depth ? shape.layout->total() : hidden;
        weights_.push_back(register_parameter("weight" + std::to_string(layer), initial_weight({out, in}, in)));
        biases_.push_back(register_parameter("bias" + std::to_string(layer), torch::zeros({out})));
        in = hidden;
    }
}

Tensor TableDecoderNet::logits(const Tensor &z, const Tensor &group, int threads)
{
    Tensor x = linear(z, weights_.front(), {}, threads) + embedding_sum(group_embedding_, biases_.front(), group.unsqueeze(1), threads);
    for (std::size_t layer = 1; layer < weights_.size(); ++layer)
        x = silu_linear(x, weights_[layer], biases_[layer], threads);
    return x;
}

Tensor TableDecoderNet::loss(const Tensor &z, const Tensor &group, const FeatureValues &x, int threads)
{
    return segment_cross_entropy(logits(z, group, threads), x.states, layout_, threads);
}

DecodedFeatures TableDecoderNet::decode(const Tensor &z, const Tensor &group, int threads)
{
    const torch::NoGradGuard no_gradient;
    return {logits(z, group, threads), {}};
}

} // namespace fairloom
