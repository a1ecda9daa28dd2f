#pragma once

#include "core/base/matrix.h"
#include "core/downstream/pictures/picture_rows.h"
#include "core/downstream/pictures/random_network.h"

#include <cstddef>
#include <stop_token>
#include <vector>

namespace fairloom {

/// Pictures as points whose Euclidean distances neighbour metrics look at: the features of a RandomNetwork, standardised on training
/// pictures and scaled so that the squared distance of two training pictures is `spread` on average. That is what a few numbers of a
/// table come to, so that group and label, one-hot beside it, still count.
class PictureEmbedding {
public:
    static constexpr double spread = 16;

    static std::size_t features() { return RandomNetwork::features(); }
    /// Looks at 2,000 of the pictures at most. Throws Cancelled.
    static PictureEmbedding fit(const PictureRows &training, int threads, const std::stop_token &stop);
    /// One row a picture, features() wide. Throws Cancelled.
    Matrix transform(const PictureRows &pictures, int threads, const std::stop_token &stop) const;

private:
    RandomNetwork network_;
    std::vector<float> mean_, scale_;
};

} // namespace fairloom
