#pragma once

#include "core/base/matrix.h"
#include "core/data/problem.h"
#include "core/data/table.h"

#include <cstddef>
#include <memory>
#include <stop_token>
#include <vector>

namespace fairloom {

/// Rows as density, coverage and other neighbour metrics see them (method.md, "Quality"): numbers quantile-to-normal
/// fitted on the real training rows and clipped at +-3, categories one-hot, pictures as PictureEmbedding sees them; sensitive columns and
/// target included. Independent of the model's encoder. What takes time (pictures) is shared by `threads` and throws Cancelled.
class NeighbourFeatures {
public:
    static NeighbourFeatures fit(const Problem &problem, int threads = 1, const std::stop_token &stop = {});
    /// The same space with some of its columns alone (indices into problem.train.table); nothing is fitted again.
    NeighbourFeatures restricted(const std::vector<std::size_t> &columns) const;

    /// Throws InputError if the table's pictures are of another size than the training rows'.
    Matrix transform(const Table &table, int threads = 1, const std::stop_token &stop = {}) const;

private:
    struct Part;
    struct Place {
        std::shared_ptr<const Part> part;
        std::size_t offset = 0;
    };
    void append(std::shared_ptr<const Part> part);

    std::vector<Place> parts_;
    std::size_t width_ = 0;
};

} // namespace fairloom
