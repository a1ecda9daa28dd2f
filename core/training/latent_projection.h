#pragma once

// Internal to core (LibTorch types).

#include "core/training/run_monitor.h"

#include <torch/torch.h>

#include <cstdint>
#include <memory>
#include <vector>

namespace fairloom {

/// Projects latent means on their first two principal components for the moving cloud. Axes keep their direction from one
/// picture to the next, so that the cloud does not flip while it trains.
class LatentProjection {
public:
    /// mean: m x d; group and label: m values.
    std::shared_ptr<const LatentCloud> project(const torch::Tensor &mean, std::vector<std::int32_t> group,
                                               std::vector<std::uint8_t> label, double epoch, std::size_t of_rows);

private:
    torch::Tensor axes_; ///< d x 2 of the picture before
};

} // namespace fairloom
