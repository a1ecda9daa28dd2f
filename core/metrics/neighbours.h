#pragma once

#include "core/base/matrix.h"
#include "core/base/progress.h"
#include "core/metrics/distance_kernel.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <stop_token>
#include <vector>

namespace fairloom {

/// Nearest neighbours, exact and in blocks: distances come from matrix products in single precision, and wherever their rounding
/// could change a comparison, plain_squared_distance() decides. Memory: one copy of the rows and a block a thread. Density, coverage,
/// precision, recall and distances to the closest record are all made with it.

/// Throws InputError if there are no more than k rows, or a value is not finite or above 1e15.
void require_neighbours(const Matrix &rows, int k);

/// Squared Euclidean distance of every row to its k-th nearest OTHER row of the same matrix (a duplicate counts as an other
/// row, at distance 0). Throws as require_neighbours(), and Cancelled.
std::vector<double> kth_neighbour_distance(const Matrix &rows, int k, int threads, std::stop_token stop);
/// The same where the rows are packed already.
std::vector<double> kth_neighbour_distance(const Matrix &rows, const PackedRows &packed, int k, int threads, const std::stop_token &stop);

/// The k nearest rows of a reference of every row, nearest first, and of equally near ones the first: rows x k.
struct NearestRows {
    std::vector<double> distance;   ///< squared Euclidean
    std::vector<std::uint32_t> row; ///< of the reference
};

/// Throws InputError if `reference` has fewer than k rows, the columns differ or a value is not finite, and Cancelled.
NearestRows nearest_rows(const Matrix &rows, const Matrix &reference, int k, int threads, std::stop_token stop);

namespace neighbour_search {

/// Distances that are looked at together: nearly always none of them matters.
constexpr std::size_t strip = 16;

/// Where the first strip at or after `begin` stands that has a distance below the limit: begin plus a multiple of strip; `end` or more if there is
/// none before `end`. Values are read up to a whole strip.
std::size_t strip_below(const float *distances, std::size_t begin, std::size_t end, float limit);

/// A float that is not below the value.
inline float not_below(double value)
{
    return std::nextafter(static_cast<float>(value), std::numeric_limits<float>::infinity());
}

} // namespace neighbour_search

} // namespace fairloom
