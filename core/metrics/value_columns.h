#pragma once

#include "core/data/table.h"

#include <cstddef>
#include <vector>

namespace fairloom {

/// Those of the given columns (indices into the table) that have values to compare, count or cut: all but pictures, each of which is one of
/// its kind.
inline std::vector<std::size_t> value_columns(const Table &table, std::vector<std::size_t> columns)
{
    std::erase_if(columns, [&](std::size_t column) { return table.columns[column].pictures != nullptr; });
    return columns;
}

} // namespace fairloom
