#pragma once

// Internal to core/downstream (LibTorch types).

#include "core/base/random.h"
#include "core/downstream/pictures/picture_rows.h"

#include <torch/torch.h>

#include <span>

namespace fairloom {

/// Keeps LibTorch to the calling thread for as long as it lives: what is worth sharing runs on threads of our own, and LibTorch's would
/// wait for each other actively between many small operations.
class OneTorchThread {
public:
    OneTorchThread();
    ~OneTorchThread();
    OneTorchThread(const OneTorchThread &) = delete;
    OneTorchThread &operator=(const OneTorchThread &) = delete;

private:
    int before_;
};

/// The pictures of the given rows as n x 3 x height x width floats, -2 .. 2, channels last in memory; no picture is black.
torch::Tensor picture_batch(const PictureRows &pictures, std::span<const std::size_t> rows);

/// Independent normal weights of variance 2 / inputs (He et al., ICCV 2015), from our own generator: LibTorch's belongs to the run.
void set_he_weights(torch::Tensor weight, Random &random);

} // namespace fairloom
