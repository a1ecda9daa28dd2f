#pragma once

#include "core/base/matrix.h"
#include "core/data/problem.h"
#include "core/data/table.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <stop_token>
#include <vector>

namespace fairloom {

/// The real training pictures that come nearest to generated ones, in the space of PictureEmbedding.
struct NearestPictures {
    std::vector<std::uint32_t> row;   ///< generated pictures x count: rows of Problem::train, nearest first
    std::vector<float> distance;      ///< the same: Euclidean
    double usual = 0;                 ///< median distance of held-out real pictures to their nearest training picture
};

/// Are generated pictures copies of training pictures? Held-out pictures, which cannot be copies, say how near is near.
struct Memorisation {
    std::size_t generated = 0, train = 0, holdout = 0; ///< how many pictures of each were looked at
    double median = 0, median_holdout = 0; ///< distance to the nearest training picture
    double median_ratio = 0;               ///< of the distances to the nearest and the second nearest training picture
    double limit = 0;                      ///< one in a hundred held-out pictures is nearer to a training picture than this
    double near = 0, near_holdout = 0;     ///< share of pictures that are nearer than `limit`
    double copies = 0, copies_holdout = 0; ///< share of pictures that are a training picture, pixel by pixel
};

/// Real pictures to which generated ones are compared; made once for several sets of them.
class PictureNeighbours {
public:
    /// The first picture column among the problem's features. Throws InputError if there is none, and Cancelled.
    PictureNeighbours(const Problem &problem, int threads, std::stop_token stop);

    /// count: 1 .. number of training pictures. Throws InputError if the pictures are of another size, and Cancelled.
    NearestPictures nearest(const Table &generated, int count) const;
    Memorisation memorisation(const Table &generated) const;

private:
    struct Real;
    std::shared_ptr<const Real> real_;
    int threads_;
    std::stop_token stop_;
};

} // namespace fairloom
