#pragma once

#include "core/base/progress.h"
#include "core/data/picture_set.h"
#include "core/data/problem.h"

#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <vector>

namespace fairloom {

class FairModel;

// What can be asked of a model of pictures. Rows are of the model's problem, real or generated (label_table() makes them of a generated
// table); they are encoded by the student, or by the teacher where the student is a generator, with their labels unknown, and decoded
// from the means. Nothing here is random but generate_pictures(). All throw InputError for a model of tables.

/// Every row as the model sees it.
PictureSet reconstruct_pictures(const FairModel &model, const LabelledTable &rows, const std::vector<std::size_t> &which, int threads);

/// One latent decoded for every group: for each of the rows, in order, one picture a group, in the order of Problem::groups.
PictureSet flip_groups(const FairModel &model, const LabelledTable &rows, const std::vector<std::size_t> &which, int threads);

/// `steps` pictures (at least 2) on the straight line between the latents of two rows, ends included, all decoded for `group`.
PictureSet interpolate_pictures(const FairModel &model, const LabelledTable &rows, std::size_t from, std::size_t to, std::int32_t group, int steps,
                                int threads);

struct PictureWish {
    std::size_t count = 12;
    std::int32_t group = 0;      ///< of Problem::groups
    std::int32_t target = 0;     ///< code of a target value
    std::uint64_t seed = 1;
    int threads = 1;
};

/// New pictures of one group that have one label. Latents of the mixture sampler, which needs no data, are taken with the probability
/// that the model's head gives the label, so that they are what the model itself would have given it; the group does not change which.
/// A table as generation makes it. Throws InputError if hardly any latent has the label, and Cancelled.
Table generate_pictures(const FairModel &model, const PictureWish &wish, Progress &progress, std::stop_token stop);

} // namespace fairloom
