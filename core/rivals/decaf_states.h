#pragma once

// Internal to core (LibTorch types).

#include "core/data/table_encoder.h"
#include "core/model/ops.h"

#include <torch/torch.h>

#include <memory>

namespace fairloom {

/// What DECAF's networks are told of a table's columns: their states (see TableEncoder) as one-hot parts of a row, side by side.
struct StateSpace {
    std::shared_ptr<const SegmentLayout> layout; ///< a column after the other, as in the encoder
    torch::Tensor shares; ///< layout->total() floats: of every state in its column, in the training rows
    /// layout->total() x number columns: in the rows of a number column's states, a score that rises with the number, the normal
    /// score of the middle of the state's training rows; 0 for missing numbers and everywhere else. One-hot parts do not say which bins are
    /// neighbours.
    torch::Tensor scores;
    torch::Tensor rows; ///< of training: n x columns, int32, states numbered through all columns as embedding_sum() wants them

    /// encoder: of columns of `train`, fitted on it.
    static StateSpace of(const TableEncoder &encoder, const Table &train);

    std::int64_t states() const { return layout->total(); }
    std::int64_t width(std::size_t column) const { return layout->offset[column + 1] - layout->offset[column]; }
    /// A column's part of something that has a row, or an element, a state (dimension 0), or a column a state (dimension 1).
    torch::Tensor part(const torch::Tensor &of, std::size_t column, std::int64_t dimension = 0) const { return of.narrow(dimension, layout->offset[column], width(column)); }
};

} // namespace fairloom
