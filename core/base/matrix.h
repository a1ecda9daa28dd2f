#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace fairloom {

/// A dense row-major matrix of floats that owns its values: the plain currency between core's parts.
struct Matrix {
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::vector<float> values; ///< rows x columns

    Matrix() = default;
    Matrix(std::size_t rows_, std::size_t columns_) : rows(rows_), columns(columns_), values(rows_ * columns_) {}

    std::span<float> row(std::size_t i) { return {values.data() + i * columns, columns}; }
    std::span<const float> row(std::size_t i) const { return {values.data() + i * columns, columns}; }
};

} // namespace fairloom
