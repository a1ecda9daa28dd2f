#pragma once

#include "core/metrics/condition.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace fairloom {

// How subgroup_search counts; not for other parts.

/// One to three columns, as ascending indices into a list of conditioned columns. A cell of the set is one condition for each:
/// cell = (first * conditions of the second + second) * ...
struct ColumnSet {
    std::array<std::uint16_t, 3> column{};
    std::uint8_t size = 0;
};

/// How many sets of 1 .. most columns there are.
std::size_t set_count(std::size_t columns, int most);
/// All sets of 1 .. most columns: those of one first, then of two, then of three, each in lexical order.
std::vector<ColumnSet> column_sets(std::size_t columns, int most);
/// Place of a set of one or two columns in that list.
std::size_t set_index(const ColumnSet &set, std::size_t columns);

struct CellCount {
    std::uint32_t size = 0;
    std::uint32_t positives = 0;
};

std::size_t cell_total(const ColumnSet &set, const std::vector<ConditionedColumn> &columns);
/// Index of the condition on each of the set's columns.
std::array<std::size_t, 3> conditions_of(std::size_t cell, const ColumnSet &set, const std::vector<ConditionedColumn> &columns);

/// Fills in the cell of every row.
void find_cells(const ColumnSet &set, const std::vector<ConditionedColumn> &columns, std::vector<std::uint32_t> &cell);
/// Rows and positives of every cell.
void count_cells(std::span<const std::uint32_t> cell, std::span<const std::uint8_t> label, std::vector<CellCount> &count);

/// The score of a subgroup, see Subgroup::z.
class GapScore {
public:
    GapScore(std::size_t rows, std::size_t positives) : n_(static_cast<double>(rows)), p_(static_cast<double>(positives) / n_) {}

    double expected(std::size_t size) const { return static_cast<double>(size) * p_; }
    double deviation(std::size_t size) const
    {
        const double s = static_cast<double>(size);
        return std::sqrt(s * p_ * (1 - p_) * ((n_ - s) / (n_ - 1)));
    }
    double z(const CellCount &c) const { return (static_cast<double>(c.positives) - expected(c.size)) / deviation(c.size); }

private:
    double n_, p_;
};

} // namespace fairloom
