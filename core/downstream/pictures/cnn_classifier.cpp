#include "core/downstream/pictures/cnn_classifier.h"

#include "core/base/progress.h"
#include "core/base/random.h"
#include "core/downstream/pictures/torch_support.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>
#include <stdexcept>

namespace fairloom {

namespace {

constexpr std::size_t batch_rows = 64, predicted_rows = 256;
constexpr std::size_t least_steps = 300, most_steps = 600, epochs = 8;
constexpr double peak_rate = 3e-3, weight_decay = 0.05, warming_share = 0.2;
constexpr std::int64_t hidden = 64;
constexpr double dropped = 0.3;

/// Three strided convolutions (no pooling: the first one already works on a quarter of the pixels), then two dense layers.
struct Network : torch::nn::Module {
    Network(int width, int height, std::int64_t others, Random &random)
    {
        const auto convolution = [&](const char *name, std::int64_t in, std::int64_t out, std::int64_t kernel) {
            auto layer = register_module(name, torch::nn::Conv2d(torch::nn::Conv2dOptions(in, out, kernel).stride(2).padding(kernel / 2).bias(false)));
            set_he_weights(layer->weight, random);
            return layer;
        };
        convolutions = {convolution("convolution1", PictureSet::channels, 16, 5), convolution("convolution2", 16, 32, 3),
                        convolution("convolution3", 32, 64, 3)};
        norms = {register_module("norm1", torch::nn::BatchNorm2d(16)), register_module("norm2", torch::nn::BatchNorm2d(32)),
                 register_module("norm3", torch::nn::BatchNorm2d(64))};
        const auto eighth = [](int pixels) { return (pixels + 7) / 8; };
        joined = register_module("joined", torch::nn::Linear(64 * eighth(width) * eighth(height) + others, hidden));
        last = register_module("last", torch::nn::Linear(hidden, 1));
        const torch::NoGradGuard no_gradient;
        for (const auto &layer : {joined, last}) {
            set_he_weights(layer->weight, random);
            layer->bias.zero_();
        }
    }

    /// Log odds of label 1. keep: what of the convolutions' features is kept, scaled to match; undefined = all of it.
    torch::Tensor forward(torch::Tensor x, const torch::Tensor &others, const torch::Tensor &keep)
    {
        for (std::size_t i = 0; i < convolutions.size(); ++i)
            x = torch::relu(norms[i]->forward(convolutions[i]->forward(x)));
        x = x.flatten(1);
        if (keep.defined())
            x = x * keep;
        return last->forward(torch::relu(joined->forward(torch::cat({x, others}, 1)))).squeeze(1);
    }

    std::int64_t features() const { return joined->weight.size(1); }

    std::array<torch::nn::Conv2d, 3> convolutions{nullptr, nullptr, nullptr};
    std::array<torch::nn::BatchNorm2d, 3> norms{nullptr, nullptr, nullptr};
    torch::nn::Linear joined{nullptr}, last{nullptr};
};

/// Share of the peak rate after `done` of the steps: up in a line, down in half a cosine.
double rate_share(double done)
{
    return done < warming_share ? done / warming_share
                                : 0.5 * (1 + std::cos(std::numbers::pi * (done - warming_share) / (1 - warming_share)));
}

class CnnClassifier final : public Classifier {
public:
    explicit CnnClassifier(std::uint64_t seed) : seed_(seed) {}

    std::string name() const override { return "cnn"; }
    Representation representation() const override { return Representation::pixels; }

    void fit(const ClassifierRows &rows, std::span<const std::uint8_t> label, std::stop_token stop) override
    {
        if (rows.pictures.empty())
            throw std::logic_error("a convolutional network needs pictures");
        const OneTorchThread one_thread;
        Random random(seed_, "convolutional classifier");
        const PictureSet &set = *rows.pictures.set;
        const std::int64_t others = static_cast<std::int64_t>(rows.values.columns);
        auto network = std::make_shared<Network>(set.width, set.height, others, random);
        network->train();
        torch::optim::AdamW optimiser(network->parameters(), torch::optim::AdamWOptions(peak_rate).weight_decay(weight_decay));

        const std::size_t n = rows.rows(), batch = std::min(batch_rows, n);
        const std::size_t steps = std::clamp(epochs * n / batch, least_steps, most_steps);
        std::vector<std::size_t> order(n);
        std::iota(order.begin(), order.end(), std::size_t(0));
        for (std::size_t step = 0, next = n; step < steps; ++step) {
            throw_if_stopped(stop);
            if (next + batch > n) { // what is left of an epoch is too few for the norms
                random.shuffle(order);
                next = 0;
            }
            const std::span<const std::size_t> chosen(order.data() + next, batch);
            next += batch;
            torch::Tensor target = torch::empty({static_cast<std::int64_t>(batch)});
            std::ranges::transform(chosen, target.data_ptr<float>(), [&](std::size_t row) { return label[row] != 0 ? 1.0f : 0.0f; });
            optimiser.zero_grad();
            const torch::Tensor logit =
                network->forward(picture_batch(rows.pictures, chosen), others_of(rows.values, chosen), kept(*network, batch, others, random));
            torch::binary_cross_entropy_with_logits(logit, target).backward();
            static_cast<torch::optim::AdamWOptions &>(optimiser.param_groups()[0].options())
                .lr(peak_rate * rate_share((static_cast<double>(step) + 0.5) / static_cast<double>(steps)));
            optimiser.step();
        }
        network->eval();
        network_ = std::move(network);
    }

    std::vector<float> predict(const ClassifierRows &rows) const override
    {
        if (!network_)
            throw std::logic_error("predict before fit");
        const OneTorchThread one_thread;
        const torch::NoGradGuard no_gradient;
        std::vector<float> out;
        std::vector<std::size_t> chosen;
        for (std::size_t begin = 0; begin < rows.rows(); begin += predicted_rows) {
            chosen.resize(std::min(predicted_rows, rows.rows() - begin));
            std::iota(chosen.begin(), chosen.end(), begin);
            const torch::Tensor p =
                torch::sigmoid(network_->forward(picture_batch(rows.pictures, chosen), others_of(rows.values, chosen), {})).contiguous();
            out.insert(out.end(), p.data_ptr<float>(), p.data_ptr<float>() + p.numel());
        }
        return out;
    }

private:
    static torch::Tensor others_of(const Matrix &values, std::span<const std::size_t> rows)
    {
        torch::Tensor out = torch::empty({static_cast<std::int64_t>(rows.size()), static_cast<std::int64_t>(values.columns)});
        float *to = out.data_ptr<float>();
        for (const std::size_t row : rows)
            to = std::ranges::copy(values.row(row), to).out;
        return out;
    }

    /// Dropout from our own generator.
    static torch::Tensor kept(const Network &network, std::size_t batch, std::int64_t others, Random &random)
    {
        torch::Tensor out = torch::empty({static_cast<std::int64_t>(batch), network.features() - others});
        float *const to = out.data_ptr<float>();
        constexpr auto limit = static_cast<std::uint16_t>(dropped * 65536);
        std::uint64_t bits = 0;
        for (std::int64_t i = 0; i < out.numel(); ++i, bits >>= 16) {
            if (i % 4 == 0)
                bits = random();
            to[i] = static_cast<std::uint16_t>(bits) < limit ? 0.0f : static_cast<float>(1 / (1 - dropped));
        }
        return out;
    }

    std::uint64_t seed_;
    std::shared_ptr<Network> network_; ///< not const: LibTorch's layers are not
};

} // namespace

std::unique_ptr<Classifier> make_cnn_classifier(std::uint64_t seed)
{
    return std::make_unique<CnnClassifier>(seed);
}

} // namespace fairloom
