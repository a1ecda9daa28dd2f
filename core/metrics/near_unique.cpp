#include "core/metrics/near_unique.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace fairloom {

namespace {

constexpr std::size_t fewest_values = 100;
constexpr std::size_t most_sharers = 2; ///< rows with the same value, the row itself among them

bool is_near_unique(const Column &column)
{
    std::vector<double> sorted;
    for (const double value : column.numbers)
        if (!std::isnan(value))
            sorted.push_back(value);
    std::ranges::sort(sorted);
    std::size_t values = 0, rows = 0;
    for (std::size_t begin = 0, end = 0; begin < sorted.size(); begin = end) {
        while (end < sorted.size() && sorted[end] == sorted[begin])
            ++end;
        ++values;
        if (end - begin <= most_sharers)
            rows += end - begin;
    }
    return values >= fewest_values && 2 * rows > column.numbers.size();
}

} // namespace

std::vector<std::string> near_unique_columns(const Table &train)
{
    std::vector<std::string> out;
    for (const Column &column : train.columns) {
        const bool generated = column.role != Role::identifier && column.role != Role::ignored;
        if (generated && column.type == ColumnType::number && is_near_unique(column))
            out.push_back(column.name);
    }
    return out;
}

} // namespace fairloom
