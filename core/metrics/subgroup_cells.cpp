#include "core/metrics/subgroup_cells.h"

#include <algorithm>

namespace fairloom {

std::size_t set_count(std::size_t columns, int most)
{
    std::size_t out = columns;
    if (most > 1 && columns > 1)
        out += columns * (columns - 1) / 2;
    if (most > 2 && columns > 2)
        out += columns * (columns - 1) / 2 * (columns - 2) / 3;
    return out;
}

std::vector<ColumnSet> column_sets(std::size_t columns, int most)
{
    std::vector<ColumnSet> out;
    out.reserve(set_count(columns, most));
    const auto add = [&](std::uint8_t size, std::size_t a, std::size_t b, std::size_t c) {
        out.push_back({{static_cast<std::uint16_t>(a), static_cast<std::uint16_t>(b), static_cast<std::uint16_t>(c)}, size});
    };
    for (std::size_t a = 0; a < columns; ++a)
        add(1, a, 0, 0);
    for (std::size_t a = 0; most > 1 && a < columns; ++a)
        for (std::size_t b = a + 1; b < columns; ++b)
            add(2, a, b, 0);
    for (std::size_t a = 0; most > 2 && a < columns; ++a)
        for (std::size_t b = a + 1; b < columns; ++b)
            for (std::size_t c = b + 1; c < columns; ++c)
                add(3, a, b, c);
    return out;
}

std::size_t set_index(const ColumnSet &set, std::size_t columns)
{
    const std::size_t a = set.column[0], b = set.column[1];
    return set.size == 1 ? a : columns + a * (2 * columns - a - 1) / 2 + (b - a - 1);
}

std::size_t cell_total(const ColumnSet &set, const std::vector<ConditionedColumn> &columns)
{
    std::size_t out = 1;
    for (std::size_t k = 0; k < set.size; ++k)
        out *= columns[set.column[k]].conditions.size();
    return out;
}

std::array<std::size_t, 3> conditions_of(std::size_t cell, const ColumnSet &set, const std::vector<ConditionedColumn> &columns)
{
    std::array<std::size_t, 3> out{};
    for (std::size_t k = set.size; k-- > 0;) {
        const std::size_t width = columns[set.column[k]].conditions.size();
        out[k] = cell % width;
        cell /= width;
    }
    return out;
}

void find_cells(const ColumnSet &set, const std::vector<ConditionedColumn> &columns, std::vector<std::uint32_t> &cell)
{
    const std::vector<std::uint8_t> &first = columns[set.column[0]].which;
    cell.resize(first.size());
    if (set.size == 1) {
        for (std::size_t i = 0; i < cell.size(); ++i)
            cell[i] = first[i];
        return;
    }
    const auto width = [&](std::size_t k) { return static_cast<std::uint32_t>(columns[set.column[k]].conditions.size()); };
    const std::vector<std::uint8_t> &second = columns[set.column[1]].which;
    const std::uint32_t second_width = width(1);
    if (set.size == 2) {
        for (std::size_t i = 0; i < cell.size(); ++i)
            cell[i] = first[i] * second_width + second[i];
        return;
    }
    const std::vector<std::uint8_t> &third = columns[set.column[2]].which;
    const std::uint32_t third_width = width(2);
    for (std::size_t i = 0; i < cell.size(); ++i)
        cell[i] = (first[i] * second_width + second[i]) * third_width + third[i];
}

void count_cells(std::span<const std::uint32_t> cell, std::span<const std::uint8_t> label, std::vector<CellCount> &count)
{
    std::fill(count.begin(), count.end(), CellCount{});
    for (std::size_t i = 0; i < cell.size(); ++i) {
        CellCount &c = count[cell[i]];
        ++c.size;
        c.positives += label[i];
    }
}

} // namespace fairloom
