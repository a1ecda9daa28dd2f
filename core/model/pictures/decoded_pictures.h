#pragma once

// Internal to core (LibTorch types).

#include "core/data/picture_set.h"
#include "core/model/fair_model.h"

#include <cstdint>
#include <vector>

namespace fairloom {

/// n x S x S x 3, uint8, as pictures.
PictureSet as_pictures(const torch::Tensor &pixels);

/// z: n x latent; groups: n. One picture a row. The model must be one of pictures.
PictureSet decode_pictures(const FairModel &model, const torch::Tensor &z, const std::vector<std::int32_t> &groups, int threads);

/// Posterior means of rows with their labels unknown.
torch::Tensor latent_means(const FairModel &model, EncoderNet &encoder, const EncoderInput &rows, int threads);

} // namespace fairloom
