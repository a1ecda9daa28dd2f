#include "core/downstream/pictures/random_network.h"

#include "core/base/parallel.h"
#include "core/base/progress.h"
#include "core/base/random.h"
#include "core/downstream/pictures/torch_support.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace fairloom {

namespace {

constexpr std::uint64_t fixed_seed = 20240820;
constexpr std::array<std::int64_t, 4> widths = {16, 32, 64, 64};
constexpr std::int64_t pooled = 2; ///< rough places count too: upside-down faces are to be far off
constexpr std::size_t feature_batch_rows = 64;

} // namespace

struct RandomNetwork::Layers {
    std::array<torch::Tensor, widths.size()> weight;
};

std::size_t RandomNetwork::features()
{
    return static_cast<std::size_t>(widths.back() * pooled * pooled);
}

RandomNetwork::RandomNetwork()
{
    auto layers = std::make_shared<Layers>();
    Random random(fixed_seed, "random network");
    std::int64_t in = PictureSet::channels;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        layers->weight[i] = torch::empty({widths[i], in, 3, 3});
        set_he_weights(layers->weight[i], random);
        in = widths[i];
    }
    layers_ = std::move(layers);
}

Matrix RandomNetwork::transform(const PictureRows &pictures, int threads, std::stop_token stop) const
{
    Matrix out(pictures.rows(), features());
    const std::size_t batches = (out.rows + feature_batch_rows - 1) / feature_batch_rows;
    parallel_for(batches, threads, [&](std::size_t begin, std::size_t end, int) {
        const OneTorchThread one_thread;
        const torch::NoGradGuard no_gradient;
        std::vector<std::size_t> rows;
        for (std::size_t batch = begin; batch < end; ++batch) {
            throw_if_stopped(stop);
            rows.resize(std::min(feature_batch_rows, out.rows - batch * feature_batch_rows));
            std::iota(rows.begin(), rows.end(), batch * feature_batch_rows);
            torch::Tensor x = picture_batch(pictures, rows);
            for (std::size_t layer = 0; layer < widths.size(); ++layer) {
                if (layer > 0 && std::min(x.size(2), x.size(3)) > 1)
                    x = torch::max_pool2d(x, 2);
                x = torch::relu(torch::conv2d(x, layers_->weight[layer], {}, 1, 1));
            }
            const torch::Tensor features = torch::adaptive_avg_pool2d(x, {pooled, pooled}).flatten(1).contiguous();
            std::copy_n(features.data_ptr<float>(), features.numel(), out.row(rows.front()).data());
        }
    });
    return out;
}

} // namespace fairloom
