#pragma once

#include "core/base/matrix.h"
#include "core/metrics/one_hot_rows.h"

#include <cstddef>
#include <span>
#include <vector>

namespace fairloom {

/// Squared Euclidean distance as a plain loop in double computes it: every comparison of distances that is near enough
/// to matter is decided by this, so equal rows and equal distances are equal.
double plain_squared_distance(const float *a, const float *b, std::size_t columns);

/// How many kernels this processor can run, the fastest first: the number 0 is used unless a test asks for another.
std::size_t distance_kernel_count();

/// The rows of a matrix in panels as the distance kernel reads them, with their squared norms.
class PackedRows {
public:
    explicit PackedRows(const Matrix &rows, std::size_t kernel = 0);

    std::size_t rows() const { return norm_.size(); }
    std::size_t columns() const { return columns_; }
    double largest_norm() const { return largest_norm_; }
    /// All values are whole numbers so small that every sum of products is exact (one-hot data).
    bool exact() const { return exact_; }
    /// Of most data sets only these are read: what follows is for rows that do not fit them.
    const OneHotRows &one_hot() const { return one_hot_; }
    const float *panel(std::size_t first_row) const;
    const float *norms() const { return padded_norm_.data(); }
    double norm(std::size_t row) const { return norm_[row]; }
    std::size_t kernel() const { return kernel_; }

private:
    std::size_t kernel_ = 0;
    std::size_t columns_ = 0;
    std::vector<double> norm_;
    std::vector<float> padded_norm_;
    std::vector<float> values_;
    double largest_norm_ = 0;
    bool exact_ = true;
    OneHotRows one_hot_;
};

/// One block of rows against panels of packed rows: by OneHotRows where that is worthwhile, else |a|^2 + |b|^2 - 2 ab by a small matrix product in
/// single precision; the kernels are chosen by the processor at run time. What it returns differs from plain_squared_distance by at most error(i).
class DistanceBlock {
public:
    static constexpr std::size_t block_rows = 96;   ///< multiples of every kernel's tile
    static constexpr std::size_t block_columns = 192;

    explicit DistanceBlock(const PackedRows &b);

    /// Takes rows [begin, begin + count) of `a`, count <= block_rows.
    void set_rows(const Matrix &a, const PackedRows &packed_a, std::size_t begin, std::size_t count);
    /// Distances of these rows to rows [first, first + block_columns) of b; first is a multiple of block_columns.
    void compute(std::size_t first);
    /// The result for the i-th row taken.
    const float *row(std::size_t i) const { return out_.data() + i * block_columns; }
    double error(std::size_t i) const { return error_[i]; }

private:
    bool take_one_hot(const Matrix &a, std::size_t begin);

    const PackedRows &b_;
    std::size_t count_ = 0;
    bool one_hot_ = false;      ///< the rows taken are of that form
    std::vector<float> numbers_, ones_;
    std::vector<std::uint8_t> bytes_;
    std::vector<float> values_, norm_;
    std::vector<double> error_;
    std::vector<float> out_;
};

} // namespace fairloom
