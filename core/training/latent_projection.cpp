#include "core/training/latent_projection.h"

namespace fairloom {

std::shared_ptr<const LatentCloud> LatentProjection::project(const torch::Tensor &mean, std::vector<std::int32_t> group,
                                                             std::vector<std::uint8_t> label, double epoch, std::size_t of_rows)
{
    const torch::NoGradGuard no_gradient;
    const std::int64_t d = mean.size(1);
    const torch::Tensor centred = (mean - mean.mean(0)).to(torch::kDouble);
    torch::Tensor axes = torch::zeros({d, 2}, torch::kDouble);
    const auto eigen = torch::linalg_eigh(torch::mm(centred.t(), centred));
    const torch::Tensor vectors = std::get<1>(eigen); // ascending eigenvalues
    for (std::int64_t axis = 0; axis < std::min<std::int64_t>(2, d); ++axis) {
        torch::Tensor direction = vectors.select(1, d - 1 - axis).contiguous();
        const bool turn = axes_.defined() ? direction.dot(axes_.select(1, axis)).item<double>() < 0
                                          : direction[direction.abs().argmax().item<std::int64_t>()].item<double>() < 0;
        axes.select(1, axis).copy_(turn ? -direction : direction);
    }
    axes_ = axes;
    const torch::Tensor points = torch::mm(centred, axes).to(torch::kFloat).contiguous();
    auto cloud = std::make_shared<LatentCloud>();
    cloud->epoch = epoch;
    cloud->of_rows = of_rows;
    cloud->group = std::move(group);
    cloud->label = std::move(label);
    const float *value = points.data_ptr<float>();
    for (std::int64_t i = 0; i < points.size(0); ++i) {
        cloud->x.push_back(value[2 * i]);
        cloud->y.push_back(value[2 * i + 1]);
    }
    return cloud;
}

} // namespace fairloom
