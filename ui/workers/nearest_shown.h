#pragma once

#include "core/metrics/pictures/nearest_pictures.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace fairloom::ui {

/// Generated pictures beside the real ones that come nearest to them.
struct NearestShown {
    std::shared_ptr<const PictureNeighbours> real; ///< to be handed in again, since the real pictures take the time
    std::vector<std::size_t> generated;            ///< rows of the generated table
    int count = 0;                                 ///< of training pictures a generated one
    std::vector<std::size_t> row;                  ///< generated x count: rows of Problem::train, nearest first
    std::vector<float> distance;                   ///< the same
    double usual = 0;                              ///< median distance of held-out real pictures to their nearest training picture
};

/// The `most` generated pictures that are nearest to a real one, among a sample of them, each with its nearest.
NearestShown find_nearest(std::shared_ptr<const PictureNeighbours> real, const Table &generated, std::size_t most);
/// One generated picture with the `count` that are nearest to it.
NearestShown find_nearest_of(std::shared_ptr<const PictureNeighbours> real, const Table &generated, std::size_t row, int count);

} // namespace fairloom::ui
