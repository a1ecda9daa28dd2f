#pragma once

#include "core/base/matrix.h"
#include "core/downstream/pictures/picture_rows.h"

#include <cstddef>
#include <memory>
#include <stop_token>

namespace fairloom {

/// What a convolutional network with random weights makes of pictures: a space in which the distance of two pictures says more than
/// in pixels, and that no data set and no model of ours had a part in (Naeem et al., ICML 2020, find such embeddings fit for density and
/// coverage). The weights come from a fixed seed: they are the same in every run.
class RandomNetwork {
public:
    RandomNetwork();

    static std::size_t features();
    /// One row a picture, features() wide. Works on batches, in `threads` threads; the result does not depend on their number.
    /// Throws Cancelled.
    Matrix transform(const PictureRows &pictures, int threads, std::stop_token stop) const;

private:
    struct Layers;
    std::shared_ptr<const Layers> layers_;
};

} // namespace fairloom
