#pragma once

#include "core/base/progress.h"
#include "core/data/table.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace fairloom {

/// Bias-corrected Cramer's V (Bergsma 2013) of two lists of codes, 0 .. 1; 0 where either is constant.
double cramers_v(std::span<const std::int32_t> a, int a_count, std::span<const std::int32_t> b, int b_count);

/// A column as codes for association: categories as they are, numbers in up to `bins` quantile bins (missing apart).
/// Bin edges come from `reference` so that two tables are cut alike.
struct CodedColumn {
    std::vector<std::int32_t> codes;
    int count = 0;
};
CodedColumn code_column(const Column &column, const Column &reference, int bins = 10);

/// Matrix of Cramer's V for the given columns: rows in `which` order, row-major, diagonal 1.
std::vector<double> association_matrix(const Table &table, const Table &reference, const std::vector<std::size_t> &which,
                                       std::stop_token stop);

} // namespace fairloom
