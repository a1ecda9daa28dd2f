#pragma once

// Internal to core (LibTorch types).

#include "core/model/networks.h"

#include <cstdint>
#include <vector>

namespace fairloom {

/// The encoder of tables: an embedding sum, then `depth` SiLU layers.
class TableEncoderNet final : public EncoderNet {
public:
    TableEncoderNet(const NetworkShape &shape, int hidden, int depth);
    Posterior forward(const EncoderInput &input, int threads) override;

    static std::int64_t parameter_count(const NetworkShape &shape, int hidden, int depth);

private:
    torch::Tensor last_bias() override { return biases_.back(); }

    torch::Tensor embedding_, bias_;
    std::vector<torch::Tensor> weights_, biases_;
};

/// The decoder of tables: logits of all states of x.
class TableDecoderNet final : public DecoderNet {
public:
    TableDecoderNet(const NetworkShape &shape, int hidden, int depth);
    torch::Tensor loss(const torch::Tensor &z, const torch::Tensor &group, const FeatureValues &x, int threads) override;
    DecodedFeatures decode(const torch::Tensor &z, const torch::Tensor &group, int threads) override;

private:
    torch::Tensor logits(const torch::Tensor &z, const torch::Tensor &group, int threads);

    std::shared_ptr<const SegmentLayout> layout_;
    torch::Tensor group_embedding_;
    std::vector<torch::Tensor> weights_, biases_;
};

} // namespace fairloom
