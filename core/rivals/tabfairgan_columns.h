#pragma once

// Internal to core (LibTorch types).

#include "core/data/problem.h"
#include "core/model/ops.h"
#include "core/rivals/tabfairgan_quantiles.h"

#include <torch/torch.h>

#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <vector>

namespace fairloom {

/// What the values of a row mean to TabFairGAN's networks: first the numbers, then one value a state of every category column.
struct RowLayout {
    std::int64_t numbers = 0;
    SegmentLayout categories;             ///< counted from the first state, not from the first number
    std::size_t group = 0, target = 0;    ///< which of the category columns; the states of the first are the problem's groups
    std::int32_t positive = 0;            ///< the target's favourable state

    std::int64_t width() const { return numbers + categories.total(); }
    /// Place in a row of the first state of a category column.
    std::int64_t begin(std::size_t column) const { return numbers + categories.offset[column]; }
    std::int64_t states(std::size_t column) const { return categories.offset[column + 1] - categories.offset[column]; }
};

/// Rows in short: the ones of a one-hot row by their number.
struct ShortRows {
    torch::Tensor numbers; ///< n x layout.numbers, float, 0 .. 1
    torch::Tensor states;  ///< n x layout.categories.columns(), int32, from 0 in each column

    std::int64_t rows() const { return numbers.size(0); }
    /// The given rows at full width: float, one-hot.
    torch::Tensor widened(const std::vector<std::int64_t> &which, const RowLayout &layout) const;
};

/// Turns the generated columns of a problem into rows of numbers and back, as TabFairGAN does: numbers become their places among the training rows'
/// (QuantileScale), every category that training rows have is a state. All sensitive columns together are one column, whose states are the
/// groups, so that no combination comes out that training rows do not have. Beyond the paper: a number column with missing values has a
/// category column beside it that says whether the number is missing, and a missing number counts as the middle place.
class TabFairGanColumns {
public:
    /// On the training rows. Throws InputError for pictures, Cancelled.
    static TabFairGanColumns fit(const Problem &problem, const std::stop_token &stop);

    const RowLayout &layout() const { return layout_; }
    /// `rows`: of the problem that it was fitted on.
    ShortRows encode(const LabelledTable &rows) const;
    /// rows: n x layout().width(), of numbers and of soft states, the greatest of which counts. Returns Problem::generated's columns in that order:
    /// numbers within the training rows' range, with no more decimals than theirs.
    Table decode(const torch::Tensor &rows) const;

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    struct Codec {
        std::size_t source = 0;                       ///< in Problem::train's table
        Column prototype;                             ///< no rows
        QuantileScale scale;                          ///< number columns; empty if all values are missing
        std::int64_t number = 0;                      ///< number columns: place in a row
        std::size_t category = none;                  ///< which category column; of numbers, that of their missing values
        std::vector<std::int32_t> code_of_state, state_of_code;
    };
    void add_number(Codec &codec, const Column &column);
    void add_category(Codec &codec, const Column &column);
    void decode_numbers(const Codec &codec, const float *rows, const std::vector<std::vector<std::int32_t>> &states, Column &out) const;

    RowLayout layout_;
    std::vector<Codec> codecs_;
};

} // namespace fairloom
