#include "core/rivals/tabfairgan_networks.h"

#include "core/base/parallel.h"
#include "core/model/fast_exp.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace fairloom {

namespace {

using torch::Tensor;

constexpr float gumbel_temperature = 0.2f;
constexpr double leak = 0.01;
constexpr std::int64_t rows_worth_a_thread = 256;

/// As torch::nn::Linear starts weights and biases.
Tensor initial(std::vector<std::int64_t> size, std::int64_t fan_in, torch::Generator &random)
{
    const double bound = 1.0 / std::sqrt(static_cast<double>(fan_in));
    return torch::empty(size).uniform_(-bound, bound, random);
}

Tensor slopes(const Tensor &units)
{
    return torch::leaky_relu_backward(torch::ones_like(units), units, leak, /*self_is_result=*/false);
}

void share_rows(std::int64_t rows, int threads, const std::function<void(std::int64_t, std::int64_t)> &body)
{
    const int useful = static_cast<int>(std::clamp<std::int64_t>(rows / rows_worth_a_thread, 1, std::max(threads, 1)));
    parallel_for(static_cast<std::size_t>(rows), useful, [&](std::size_t begin, std::size_t end, int) {
        body(static_cast<std::int64_t>(begin), static_cast<std::int64_t>(end));
    });
}

/// The last activation of the generator: ReLU before the first of `bounds`, and between each two the softmax of (x + Gumbel noise) / temperature.
class RowActivation : public torch::autograd::Function<RowActivation> {
public:
    static Tensor forward(torch::autograd::AutogradContext *context, const Tensor &x, const Tensor &gumbel, const Tensor &bounds, std::int64_t threads)
    {
        const std::int64_t width = x.size(1), numbers = bounds.data_ptr<std::int32_t>()[0];
        const std::int32_t *bound = bounds.data_ptr<std::int32_t>();
        const std::int64_t columns = bounds.numel() - 1;
        Tensor y = torch::empty_like(x);
        const float *from = x.data_ptr<float>(), *noise = gumbel.data_ptr<float>();
        float *to = y.data_ptr<float>();
        share_rows(x.size(0), static_cast<int>(threads), [&](std::int64_t begin, std::int64_t end) {
            for (std::int64_t i = begin; i < end; ++i) {
                const float *a = from + i * width, *g = noise + i * (width - numbers) - numbers;
                float *b = to + i * width;
                for (std::int64_t k = 0; k < numbers; ++k)
                    b[k] = a[k] < 0 ? 0.0f : a[k]; // keeps NaN, which would else look like a dead unit
                for (std::int64_t k = numbers; k < width; ++k)
                    b[k] = (a[k] + g[k]) / gumbel_temperature;
                for (std::int64_t c = 0; c < columns; ++c) {
                    const float largest = *std::max_element(b + bound[c], b + bound[c + 1]);
                    for (std::int32_t k = bound[c]; k < bound[c + 1]; ++k)
                        b[k] -= largest;
                }
                for (std::int64_t k = numbers; k < width; ++k) // in one piece: columns are short
                    b[k] = fast_exp(b[k]);
                for (std::int64_t c = 0; c < columns; ++c) {
                    const float sum = std::accumulate(b + bound[c], b + bound[c + 1], 0.0f);
                    for (std::int32_t k = bound[c]; k < bound[c + 1]; ++k)
                        b[k] /= sum;
                }
            }
        });
        context->save_for_backward({y, bounds});
        context->saved_data["threads"] = threads;
        return y;
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext *context, torch::autograd::variable_list grads)
    {
        const auto saved = context->get_saved_variables();
        const Tensor &y = saved[0], &bounds = saved[1], grad = grads[0].contiguous();
        const std::int64_t width = y.size(1), columns = bounds.numel() - 1;
        const std::int32_t *bound = bounds.data_ptr<std::int32_t>();
        Tensor out = torch::empty_like(y);
        const float *value = y.data_ptr<float>(), *above = grad.data_ptr<float>();
        float *below = out.data_ptr<float>();
        share_rows(y.size(0), static_cast<int>(context->saved_data["threads"].toInt()), [&](std::int64_t begin, std::int64_t end) {
            for (std::int64_t i = begin; i < end; ++i) {
                const float *b = value + i * width, *g = above + i * width;
                float *a = below + i * width;
                for (std::int32_t k = 0; k < bound[0]; ++k)
                    a[k] = b[k] > 0 ? g[k] : 0.0f;
                for (std::int64_t c = 0; c < columns; ++c) {
                    float mean = 0;
                    for (std::int32_t k = bound[c]; k < bound[c + 1]; ++k)
                        mean += g[k] * b[k];
                    for (std::int32_t k = bound[c]; k < bound[c + 1]; ++k)
                        a[k] = b[k] * (g[k] - mean) / gumbel_temperature;
                }
            }
        });
        return {out, Tensor(), Tensor(), Tensor()};
    }
};

} // namespace

TabFairGanGenerator::TabFairGanGenerator(const RowLayout &layout, torch::Generator &random)
    : width_(layout.width()), states_(layout.categories.total()),
      bounds_(torch::tensor(at::ArrayRef<std::int32_t>(layout.categories.offset), torch::kInt) + static_cast<std::int32_t>(layout.numbers))
{
    weight1_ = register_parameter("weight1", initial({width_, width_}, width_, random));
    bias1_ = register_parameter("bias1", initial({width_}, width_, random));
    weight2_ = register_parameter("weight2", initial({width_, width_}, width_, random));
    bias2_ = register_parameter("bias2", initial({width_}, width_, random));
}

Tensor TabFairGanGenerator::forward(const Tensor &noise, const Tensor &gumbel, int threads)
{
    const Tensor hidden = torch::relu(linear(noise, weight1_, bias1_, threads));
    return RowActivation::apply(linear(hidden, weight2_, bias2_, threads), gumbel, bounds_, static_cast<std::int64_t>(threads));
}

Tensor TabFairGanGenerator::draw(std::int64_t rows, torch::Generator &random, int threads)
{
    const Tensor noise = torch::empty({rows, width_}).normal_(0, 1, random);
    // A uniform draw may be 0, whose Gumbel value would be infinite.
    const Tensor gumbel = torch::empty({rows, states_}).uniform_(0, 1, random).clamp_min_(1e-20).log_().neg_().clamp_min_(1e-20).log_().neg_();
    return forward(noise, gumbel, threads);
}

TabFairGanCritic::TabFairGanCritic(std::int64_t width, torch::Generator &random)
{
    weight1_ = register_parameter("weight1", initial({width, width}, width, random));
    bias1_ = register_parameter("bias1", initial({width}, width, random));
    weight2_ = register_parameter("weight2", initial({width, width}, width, random));
    bias2_ = register_parameter("bias2", initial({width}, width, random));
}

Tensor TabFairGanCritic::forward(const Tensor &rows, int threads)
{
    const Tensor hidden = torch::leaky_relu(linear(rows, weight1_, bias1_, threads), leak);
    return torch::leaky_relu(linear(hidden, weight2_, bias2_, threads), leak);
}

Tensor TabFairGanCritic::gradient(const Tensor &rows, int threads)
{
    Tensor slopes1, slopes2;
    {
        const torch::NoGradGuard no_gradient;
        const Tensor units1 = linear(rows, weight1_, bias1_, threads);
        slopes1 = slopes(units1);
        slopes2 = slopes(linear(torch::leaky_relu(units1, leak), weight2_, bias2_, threads));
    }
    const Tensor at_hidden = linear(slopes2, weight2_.t().contiguous(), {}, threads) * slopes1;
    return linear(at_hidden, weight1_.t().contiguous(), {}, threads);
}

CriticLoss critic_loss(const Tensor &scores, const Tensor &gradient, double penalty_weight)
{
    const torch::NoGradGuard no_gradient;
    const std::int64_t n = gradient.size(0);
    const double share = 1 / static_cast<double>(gradient.numel());
    CriticLoss loss;
    loss.by_scores = torch::full_like(scores, share);
    loss.by_scores.slice(0, n).fill_(-share);
    loss.distance = (scores * loss.by_scores).sum().item<double>();
    const Tensor length = gradient.norm(2, 1, /*keepdim=*/true), excess = length - 1;
    loss.penalty = excess.square().mean().item<double>();
    // A gradient of length 0 has no direction to grow in; the limit keeps it from 0 / 0.
    loss.by_gradient = gradient * (excess / length.clamp_min(1e-12) * (2 * penalty_weight / static_cast<double>(n)));
    return loss;
}

std::vector<double> parity_weights(const LabelledTable &train, std::size_t groups)
{
    std::vector<double> rows(groups, 0.0), weights(groups, 0.0);
    for (std::size_t row = 0; row < train.rows(); ++row) {
        const auto group = static_cast<std::size_t>(train.group[row]);
        rows[group] += 1;
        weights[group] += train.label[row];
    }
    double mean = 0, above = 0;
    for (std::size_t g = 0; g < groups; ++g) {
        weights[g] /= std::max(rows[g], 1.0);
        mean += weights[g] / static_cast<double>(groups);
    }
    for (double &weight : weights) {
        weight -= mean;
        above += std::max(weight, 0.0);
    }
    for (double &weight : weights)
        weight = above > 1e-12 ? weight / above : 0;
    return weights;
}

Tensor parity_gap(const Tensor &rows, const RowLayout &layout, const Tensor &weights)
{
    const std::int64_t first = layout.begin(layout.group);
    const Tensor group = rows.slice(1, first, first + layout.states(layout.group));
    const Tensor label = rows.slice(1, layout.begin(layout.target) + layout.positive, layout.begin(layout.target) + layout.positive + 1);
    // A rare group may have next to nothing of a batch.
    const Tensor rates = (group * label).sum(0) / group.sum(0).clamp_min(1e-12);
    return (rates * weights).sum();
}

} // namespace fairloom
