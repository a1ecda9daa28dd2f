#pragma once

// Internal to core (LibTorch types).

#include "core/model/networks.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace fairloom {

/// Sizes of the networks for pictures. Pictures of S x S pixels are cut into p x p squares, which become a g x g grid (16 x 16, for S = 28
/// 14 x 14) of `fine` channels; behind that a grid half as fine has twice the channels. Most of the work is in matrix products of
/// channels, and it is the same for every S.
struct PictureLayout {
    std::int64_t size, patch, grid, coarse_grid; ///< S, p, g, g / 2
    std::int64_t fine, coarse;                   ///< channels

    PictureLayout(int picture_size, int hidden);
    /// Whether squares fill a picture of that size, and the grid can be halved.
    static bool fits(int picture_size);
    std::int64_t patch_values() const { return 3 * patch * patch; }
    std::int64_t coarse_values() const { return coarse_grid * coarse_grid * coarse; }
};

/// Scale and shift per channel from some conditions, for modulated_silu(): a sum of embeddings.
class Modulation : public torch::nn::Module {
public:
    Modulation(std::int64_t conditions, std::int64_t channels);
    /// x: n x g x g x channels; conditions: n x k, int32, -1 = none.
    torch::Tensor silu(const torch::Tensor &x, const torch::Tensor &conditions);
    static std::int64_t parameter_count(std::int64_t conditions, std::int64_t channels) { return (conditions + 1) * 2 * channels; }

private:
    torch::Tensor weight_, bias_;
};

/// x + conv3x3(modulated silu(x)), n x g x g x channels.
class ResidualBlock : public torch::nn::Module {
public:
    ResidualBlock(std::int64_t conditions, std::int64_t channels);
    torch::Tensor forward(const torch::Tensor &x, const torch::Tensor &conditions);
    static std::int64_t parameter_count(std::int64_t conditions, std::int64_t channels);

private:
    std::shared_ptr<Modulation> modulation_;
    torch::Tensor weight_;
};

/// The encoder of pictures: squares of pixels -> a convolution to the coarse grid -> `depth` - 1 residual blocks -> a layer of width `hidden`, to which
/// an embedding of s and y is added -> mean, logvar. s and y modulate the convolutions as well. Channels: `hidden` / 4 and / 2.
class PictureEncoderNet final : public EncoderNet {
public:
    PictureEncoderNet(const NetworkShape &shape, int hidden, int depth);
    Posterior forward(const EncoderInput &input, int threads) override;

    static std::int64_t parameter_count(const NetworkShape &shape, int hidden, int depth);

private:
    torch::Tensor last_bias() override { return out_bias_; }

    torch::Tensor block(const EncoderInput &input);

    PictureLayout layout_;
    std::int32_t first_condition_; ///< input state of the first group
    torch::Tensor stem_, down_, dense_, embedding_, bias_, out_weight_, out_bias_;
    std::shared_ptr<Modulation> stem_modulation_;
    std::vector<std::shared_ptr<ResidualBlock>> blocks_;
};

/// The decoder of pictures: z, s -> a layer of width `hidden` -> the coarse grid and `depth` residual blocks -> the fine grid and one -> squares of pixels.
/// s modulates every block, so that it can change colour and form at both scales. The likelihood is a normal distribution with one
/// learned deviation.
class PictureDecoderNet final : public DecoderNet {
public:
    PictureDecoderNet(const NetworkShape &shape, int hidden, int depth);
    torch::Tensor loss(const torch::Tensor &z, const torch::Tensor &group, const FeatureValues &x, int threads) override;
    DecodedFeatures decode(const torch::Tensor &z, const torch::Tensor &group, int threads) override;

private:
    /// n x g x g x 3 p^2: locations of the pixels, 0 = black, 1 = white.
    torch::Tensor block(const torch::Tensor &z, const torch::Tensor &group);
    torch::Tensor log_scale() const;

    PictureLayout layout_;
    torch::Tensor scale_, in_weight_, group_embedding_, in_bias_, grid_weight_, grid_bias_, up_weight_, out_weight_, out_bias_;
    std::shared_ptr<Modulation> up_modulation_, out_modulation_;
    std::vector<std::shared_ptr<ResidualBlock>> coarse_blocks_;
    std::shared_ptr<ResidualBlock> fine_block_;
};

} // namespace fairloom
