#pragma once

// Internal to core (LibTorch types).

#include "core/data/picture_set.h"
#include "core/model/fair_model.h"

#include <cstdint>
#include <vector>

namespace fairloom {

/// Puts pixels (n x S x S x 3, uint8) behind the pictures that are there, which are of the same size.
void append_pictures(PictureSet &pictures, const torch::Tensor &pixels);

/// What the decoder draws, n x S x S x 3, uint8. z: n x latent; groups: n. The model must be one of pictures.
torch::Tensor decoded_pixels(const FairModel &model, const torch::Tensor &z, const std::vector<std::int32_t> &groups, int threads);
/// The same as pictures.
PictureSet decode_pictures(const FairModel &model, const torch::Tensor &z, const std::vector<std::int32_t> &groups, int threads);

} // namespace fairloom
