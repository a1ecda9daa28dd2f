#pragma once

#include "core/data/readers/raw_table.h"

namespace fairloom {

/// Counts a line that is passed over, and keeps it if it is one of the first hundred.
inline void note_bad_line(RawTable &table, const BadLine &bad)
{
    constexpr std::size_t most_kept = 100;
    ++table.bad_lines;
    if (table.first_bad.size() < most_kept)
        table.first_bad.push_back(bad);
}

} // namespace fairloom
