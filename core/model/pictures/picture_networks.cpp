#include "core/model/pictures/picture_networks.h"

#include "core/model/pictures/picture_ops.h"
#include "core/model/pictures/row_blocks.h"

#include <cmath>
#include <string>

namespace fairloom {

namespace {

using torch::Tensor;

/// Deviation of a pixel before training, in units of the full range.
constexpr double first_scale = 0.3;
/// A step of Adam moves a parameter by the learning rate at most; the scale has several octaves to go.
constexpr double scale_gain = 10;

/// Convolution kernels do much better on full vectors.
std::int64_t round_to_vectors(double channels)
{
    return std::max<std::int64_t>(8, 8 * std::llround(channels / 8));
}

/// 3 x 3 convolution of n x g x g x c without bias; weight: out x c x 3 x 3.
Tensor convolve(const Tensor &x, const Tensor &weight, std::int64_t stride)
{
    return torch::conv2d(x.permute({0, 3, 1, 2}), weight, {}, stride, 1).permute({0, 2, 3, 1});
}

/// 1 x 1 convolution of n x g x g x c; weight: out x c.
Tensor pointwise(const Tensor &x, const Tensor &weight, const Tensor &bias)
{
    const auto size = x.sizes();
    return linear(x.reshape({-1, size[3]}), weight, bias, 1).reshape({size[0], size[1], size[2], weight.size(0)});
}

} // namespace

PictureLayout::PictureLayout(int picture_size, int hidden)
    : size(picture_size), patch(std::max(1, (picture_size + 8) / 16)), grid(size / patch), coarse_grid(grid / 2), fine(round_to_vectors(hidden / 4.0)),
      coarse(2 * fine)
{
}

bool PictureLayout::fits(int picture_size)
{
    if (picture_size < 8 || picture_size > 256)
        return false;
    const PictureLayout layout(picture_size, 1);
    return layout.size == layout.patch * layout.grid && layout.grid % 2 == 0;
}

Modulation::Modulation(std::int64_t conditions, std::int64_t channels)
{
    weight_ = register_parameter("weight", initial_weight({conditions, 2 * channels}, 4));
    bias_ = register_parameter("bias", torch::cat({torch::ones({channels}), torch::zeros({channels})}));
}

Tensor Modulation::silu(const Tensor &x, const Tensor &conditions)
{
    const auto parts = embedding_sum(weight_, bias_, conditions, 1).chunk(2, 1);
    return modulated_silu(x, parts[0], parts[1]);
}

ResidualBlock::ResidualBlock(std::int64_t conditions, std::int64_t channels)
{
    modulation_ = register_module("modulation", std::make_shared<Modulation>(conditions, channels));
    weight_ = register_parameter("weight", initial_weight({channels, channels, 3, 3}, 9 * channels));
}

Tensor ResidualBlock::forward(const Tensor &x, const Tensor &conditions)
{
    return x + convolve(modulation_->silu(x, conditions), weight_, 1);
}

std::int64_t ResidualBlock::parameter_count(std::int64_t conditions, std::int64_t channels)
{
    return Modulation::parameter_count(conditions, channels) + 9 * channels * channels;
}

PictureEncoderNet::PictureEncoderNet(const NetworkShape &shape, int hidden, int depth)
    : EncoderNet(hidden, depth), layout_(shape.picture_size, hidden), first_condition_(shape.group_state(0))
{
    const std::int64_t conditions = shape.groups + shape.targets + 1;
    stem_ = register_parameter("stem", initial_weight({layout_.fine, layout_.patch_values()}, layout_.patch_values()));
    stem_modulation_ = register_module("stem_modulation", std::make_shared<Modulation>(conditions, layout_.fine));
    down_ = register_parameter("down", initial_weight({layout_.coarse, layout_.fine, 3, 3}, 9 * layout_.fine));
    for (int layer = 1; layer < depth; ++layer)
        blocks_.push_back(register_module("block" + std::to_string(layer), std::make_shared<ResidualBlock>(conditions, layout_.coarse)));
    dense_ = register_parameter("dense", initial_weight({hidden, layout_.coarse_values()}, layout_.coarse_values()));
    embedding_ = register_parameter("embedding", initial_weight({shape.input_states(), hidden}, static_cast<std::int64_t>(shape.layout->columns()) + 2));
    bias_ = register_parameter("bias", torch::zeros({hidden}));
    out_weight_ = register_parameter("out_weight", initial_weight({2 * shape.latent, hidden}, hidden));
    out_bias_ = register_parameter("out_bias", torch::zeros({2 * shape.latent}));
}

Tensor PictureEncoderNet::block(const EncoderInput &input)
{
    const Tensor conditions = input.indices.slice(1, input.indices.size(1) - 2) - first_condition_;
    const Tensor squares = input.pixels.patches(layout_.patch).to(torch::kFloat).div_(127.5).sub_(1.0);
    Tensor x = pointwise(squares, stem_, {});
    x = convolve(stem_modulation_->silu(x, conditions), down_, 2);
    for (const auto &block : blocks_)
        x = block->forward(x, conditions);
    x = silu_linear(x.reshape({x.size(0), -1}), dense_, {}, 1) + embedding_sum(embedding_, bias_, input.indices.contiguous(), 1);
    return silu_linear(x, out_weight_, out_bias_, 1);
}

Posterior PictureEncoderNet::forward(const EncoderInput &input, int threads)
{
    return as_posterior(rows_by_blocks(
        input.rows(), parameters(), [&](std::int64_t begin, std::int64_t end) { return block(input.slice(begin, end)); }, threads));
}

std::int64_t PictureEncoderNet::parameter_count(const NetworkShape &shape, int hidden, int depth)
{
    const PictureLayout layout(shape.picture_size, hidden);
    const std::int64_t conditions = shape.groups + shape.targets + 1, h = hidden;
    return layout.fine * layout.patch_values() + Modulation::parameter_count(conditions, layout.fine) + 9 * layout.fine * layout.coarse +
           (depth - 1) * ResidualBlock::parameter_count(conditions, layout.coarse) + h * layout.coarse_values() +
           (shape.input_states() + 1) * h + (h + 1) * 2 * shape.latent;
}

PictureDecoderNet::PictureDecoderNet(const NetworkShape &shape, int hidden, int depth) : layout_(shape.picture_size, hidden)
{
    const std::int64_t groups = shape.groups;
    scale_ = register_parameter("scale", torch::zeros({1}));
    in_weight_ = register_parameter("in_weight", initial_weight({hidden, shape.latent}, shape.latent));
    group_embedding_ = register_parameter("group_embedding", initial_weight({groups, hidden}, shape.latent));
    in_bias_ = register_parameter("in_bias", torch::zeros({hidden}));
    grid_weight_ = register_parameter("grid_weight", initial_weight({layout_.coarse_values(), hidden}, hidden));
    grid_bias_ = register_parameter("grid_bias", torch::zeros({layout_.coarse_values()}));
    for (int layer = 1; layer <= depth; ++layer)
        coarse_blocks_.push_back(register_module("coarse_block" + std::to_string(layer), std::make_shared<ResidualBlock>(groups, layout_.coarse)));
    up_modulation_ = register_module("up_modulation", std::make_shared<Modulation>(groups, layout_.coarse));
    up_weight_ = register_parameter("up_weight", initial_weight({4 * layout_.fine, layout_.coarse}, layout_.coarse));
    fine_block_ = register_module("fine_block1", std::make_shared<ResidualBlock>(groups, layout_.fine));
    out_modulation_ = register_module("out_modulation", std::make_shared<Modulation>(groups, layout_.fine));
    out_weight_ = register_parameter("out_weight", initial_weight({layout_.patch_values(), layout_.fine}, layout_.fine));
    out_bias_ = register_parameter("out_bias", torch::zeros({layout_.patch_values()}));
}

Tensor PictureDecoderNet::block(const Tensor &z, const Tensor &group)
{
    const Tensor condition = group.unsqueeze(1).contiguous();
    Tensor x = linear(z, in_weight_, {}, 1) + embedding_sum(group_embedding_, in_bias_, condition, 1);
    x = silu_linear(x, grid_weight_, grid_bias_, 1).reshape({z.size(0), layout_.coarse_grid, layout_.coarse_grid, layout_.coarse});
    for (const auto &block : coarse_blocks_)
        x = block->forward(x, condition);
    x = pointwise(up_modulation_->silu(x, condition), up_weight_, {});
    // every position of the coarse grid becomes four of the fine one
    const std::int64_t g = layout_.coarse_grid;
    x = x.reshape({z.size(0), g, g, 2, 2, layout_.fine}).permute({0, 1, 3, 2, 4, 5}).reshape({z.size(0), 2 * g, 2 * g, layout_.fine});
    x = fine_block_->forward(x, condition);
    return pointwise(out_modulation_->silu(x, condition), out_weight_, out_bias_);
}

Tensor PictureDecoderNet::log_scale() const
{
    return scale_ * scale_gain + std::log(first_scale);
}

Tensor PictureDecoderNet::loss(const Tensor &z, const Tensor &group, const FeatureValues &x, int threads)
{
    const Tensor sum = sum_by_blocks(
        z, parameters(),
        [&](std::int64_t begin, std::int64_t end, const Tensor &rows) {
            return gaussian_likelihood(block(rows, group.slice(0, begin, end)), log_scale(), x.pixels.slice(begin, end).patches(layout_.patch));
        },
        threads);
    return sum / static_cast<double>(z.size(0));
}

DecodedFeatures PictureDecoderNet::decode(const Tensor &z, const Tensor &group, int threads)
{
    const torch::NoGradGuard no_gradient;
    const auto pixels = [&](std::int64_t begin, std::int64_t end) {
        const Tensor location = block(z.slice(0, begin, end), group.slice(0, begin, end));
        return from_patches(location.clamp(0.0, 1.0).mul_(255.0).round_().to(torch::kByte), layout_.patch);
    };
    return {torch::empty({z.size(0), 0}), rows_by_blocks(z.size(0), {}, pixels, threads)};
}

} // namespace fairloom
