#pragma once

#include "core/base/matrix.h"

#include <algorithm>
#include <cstddef>
#include <ranges>

namespace fairloom {

/// The given rows of a matrix, in the given order; `which` holds numbers of its rows.
template <std::ranges::random_access_range Rows>
Matrix select_rows(const Matrix &rows, const Rows &which)
{
    Matrix out(std::ranges::size(which), rows.columns);
    for (std::size_t i = 0; i < out.rows; ++i)
        std::ranges::copy(rows.row(which[i]), out.row(i).begin());
    return out;
}

} // namespace fairloom
