#pragma once

// Internal to core (LibTorch types).

#include "core/data/picture_set.h"

#include <torch/torch.h>

#include <cstdint>
#include <memory>
#include <span>

namespace fairloom {

/// The pictures of some rows, by reference: choosing rows copies no pixels.
struct PixelRows {
    torch::Tensor pool;     ///< pictures x S x S x 3, uint8; undefined where rows have no picture
    torch::Tensor which;    ///< n, int64: picture of each row
    torch::Tensor mirrored; ///< n, bool: drawn left to right; undefined = none is

    bool defined() const { return pool.defined(); }
    std::int64_t size() const { return pool.size(1); } ///< S
    PixelRows select(const torch::Tensor &rows) const;
    PixelRows slice(std::int64_t begin, std::int64_t end) const;

    /// n x g x g x 3 p^2, uint8, with g = S / p: the pixels of every p x p square side by side, row by row of the square.
    torch::Tensor patches(std::int64_t p) const;

    /// Shares the set's memory and keeps it alive.
    static PixelRows of(const std::shared_ptr<const PictureSet> &pictures, std::span<const std::int32_t> picture_of_row);
};

/// What patches() does, undone: n x g x g x 3 p^2 of any type -> n x S x S x 3.
torch::Tensor from_patches(const torch::Tensor &patches, std::int64_t p);

} // namespace fairloom
