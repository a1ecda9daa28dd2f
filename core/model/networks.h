#pragma once

// Internal to core (LibTorch types).

#include "core/model/ops.h"
#include "core/model/pictures/pixel_rows.h"
#include "core/model/row_index.h"

#include <torch/torch.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <vector>

namespace fairloom {

/// What all networks of a model agree on.
struct NetworkShape {
    std::shared_ptr<const SegmentLayout> layout; ///< states of the feature columns x
    int groups = 0;                              ///< G
    int targets = 0;                             ///< number of target values; one more input state means "unknown"
    int latent = 8;
    int picture_size = 0;                        ///< S of S x S pictures; 0 = rows have none

    /// Input states of an encoder: x, s, y and "y unknown".
    std::int64_t input_states() const { return layout->total() + groups + targets + 1; }
    std::int32_t group_state(std::int32_t group) const { return layout->total() + group; }
    std::int32_t target_state(std::int32_t target) const { return layout->total() + groups + target; }
    std::int32_t unknown_target_state() const { return target_state(targets); }
};

struct Posterior {
    torch::Tensor mean, logvar; ///< n x latent; logvar in [-6, 3]
};

/// What an encoder sees of some rows.
struct EncoderInput {
    torch::Tensor indices; ///< n x (columns + 2), int32: input states of the feature columns, s, y
    PixelRows pixels;      ///< undefined for tables

    std::int64_t rows() const { return indices.size(0); }
    EncoderInput select(const torch::Tensor &rows) const { return {select_rows(indices, rows), pixels.select(rows)}; }
    EncoderInput slice(std::int64_t begin, std::int64_t end) const { return {indices.slice(0, begin, end), pixels.slice(begin, end)}; }
};

/// x of some rows, which a decoder is held against.
struct FeatureValues {
    torch::Tensor states; ///< n x columns, int32, -1 = does not count
    PixelRows pixels;     ///< undefined for tables

    FeatureValues select(const torch::Tensor &rows) const { return {select_rows(states, rows), pixels.select(rows)}; }
};

/// x as a decoder sees it.
struct DecodedFeatures {
    torch::Tensor logits; ///< n x layout.total(): of all states of the feature columns
    torch::Tensor pixels; ///< n x S x S x 3, uint8: the likelihood's location, without its noise; undefined for tables
};

/// (x, s, y) -> mean, logvar. Of the teacher and of the encoder student alike.
class EncoderNet : public torch::nn::Module {
public:
    EncoderNet(int hidden, int depth) : hidden_(hidden), depth_(depth) {}
    virtual Posterior forward(const EncoderInput &input, int threads) = 0;
    /// Multiplies the variances of all posteriors from now on, within the range of logvar; factors: one per latent dimension, positive.
    void scale_variances(const torch::Tensor &factors);

    int hidden() const { return hidden_; }
    int depth() const { return depth_; }

private:
    /// Of the layer whose output as_posterior() takes.
    virtual torch::Tensor last_bias() = 0;

    int hidden_, depth_;
};

/// (z, s) -> x. z: n x latent; group: n, int32, 0-based.
class DecoderNet : public torch::nn::Module {
public:
    /// -log p(x | z, s), summed over what a row has, mean over rows: a scalar.
    virtual torch::Tensor loss(const torch::Tensor &z, const torch::Tensor &group, const FeatureValues &x, int threads) = 0;
    /// Without gradient.
    virtual DecodedFeatures decode(const torch::Tensor &z, const torch::Tensor &group, int threads) = 0;
};

/// noise -> z: the generator student. z = shift + scale (first half of the noise + f(noise)), f with two hidden SiLU layers: with the
/// teacher's mean and Cholesky factor it starts as the Gaussian that has the teacher's moments, and learns what that lacks.
class GeneratorNet : public torch::nn::Module {
public:
    GeneratorNet(int latent, int hidden);
    /// shift: latent; scale: latent x latent. Not trained.
    void set_moments(const torch::Tensor &shift, const torch::Tensor &scale);
    /// noise: n x noise(), standard normal. Returns n x latent.
    torch::Tensor forward(const torch::Tensor &noise, int threads);

    /// More dimensions than the latent has, so that curved and folded shapes can be reached.
    static int noise(int latent) { return 2 * latent; }
    int noise() const { return noise(latent_); }
    int hidden() const { return hidden_; }
    static std::int64_t parameter_count(int latent, int hidden); ///< moments included
    /// Widest whose parameters are at most `budget`; at least 4.
    static int widest(int latent, std::int64_t budget);

private:
    int latent_, hidden_;
    torch::Tensor shift_, scale_;
    std::vector<torch::Tensor> weights_, biases_;
};

/// z alone -> logits of the target values. Never sees s.
class TargetHead : public torch::nn::Module {
public:
    TargetHead(const NetworkShape &shape, int hidden);
    static int width(int teacher_hidden) { return std::max(4, teacher_hidden / 2); }
    torch::Tensor forward(const torch::Tensor &z, int threads);

private:
    torch::Tensor weight1_, bias1_, weight2_, bias2_;
};

/// Uniform in +-1/sqrt(fan_in), as torch::nn::Linear starts its weights.
torch::Tensor initial_weight(std::vector<std::int64_t> size, std::int64_t fan_in);

/// The two halves of the last layer's n x 2 latent.
Posterior as_posterior(const torch::Tensor &output);

std::int64_t parameter_count(const torch::nn::Module &module);

/// The posterior with so much variance added in every dimension; for 0 as it is.
Posterior smoothed(const Posterior &posterior, double smoothing);

/// V2(z + sqrt(smoothing) noise, s) times (4 pi smoothing)^(d / 2), the density of two such points that meet, so that it is at most about 1; for
/// smoothing = 0 V2(z, s) itself. Smoothed, it is still 0 only if z and s are independent, since the characteristic function of
/// noise has no zeros; but where posteriors are sharp, as those of pictures, different rows still overlap, and it is not only the
/// self pairs that count.
torch::Tensor smoothed_distance_covariance(const Posterior &posterior, const torch::Tensor &group, int groups, double smoothing, int threads,
                                           double *self_pairs = nullptr);

/// z = mean + exp(logvar / 2) * noise
torch::Tensor draw_latent(const Posterior &posterior, const torch::Tensor &noise);

} // namespace fairloom
