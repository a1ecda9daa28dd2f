#pragma once

// Internal to core (LibTorch types).

#include "core/model/ops.h"

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

    /// Input states of an encoder: x, s, y and "y unknown".
    std::int64_t input_states() const { return layout->total() + groups + targets + 1; }
    std::int32_t group_state(std::int32_t group) const { return layout->total() + group; }
    std::int32_t target_state(std::int32_t target) const { return layout->total() + groups + target; }
    std::int32_t unknown_target_state() const { return target_state(targets); }
};

struct Posterior {
    torch::Tensor mean, logvar; ///< n x latent; logvar in [-6, 3]
};

/// (x, s, y) -> mean, logvar: an embedding sum, then `depth` SiLU layers. Of the teacher and of the encoder student alike.
class EncoderNet : public torch::nn::Module {
public:
    EncoderNet(const NetworkShape &shape, int hidden, int depth);
    /// indices: n x (columns + 2) input states, int32.
    Posterior forward(const torch::Tensor &indices, int threads);

    static std::int64_t parameter_count(const NetworkShape &shape, int hidden, int depth);
    int hidden() const { return hidden_; }
    int depth() const { return depth_; }

private:
    int hidden_, depth_;
    torch::Tensor embedding_, bias_;
    std::vector<torch::Tensor> weights_, biases_;
};

/// (z, s) -> logits of all states of x.
class DecoderNet : public torch::nn::Module {
public:
    DecoderNet(const NetworkShape &shape, int hidden, int depth);
    /// z: n x latent; group: n x 1, int32, 0-based. Returns n x layout.total().
    torch::Tensor forward(const torch::Tensor &z, const torch::Tensor &group, int threads);

private:
    torch::Tensor group_embedding_;
    std::vector<torch::Tensor> weights_, biases_;
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

/// Widest encoder of that depth whose parameters are at most `budget`; at least 4.
int widest_hidden(const NetworkShape &shape, int depth, std::int64_t budget);

std::int64_t parameter_count(const torch::nn::Module &module);

/// z = mean + exp(logvar / 2) * noise
torch::Tensor draw_latent(const Posterior &posterior, const torch::Tensor &noise);

} // namespace fairloom
