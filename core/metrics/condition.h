#pragma once

#include "core/base/message.h"
#include "core/data/table.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace fairloom {

/// What the rows of a subgroup have in common in one column.
struct Condition {
    enum class Kind {
        value,        ///< one category, or the only number of a bin
        range,        ///< numbers from `from` to `to`, both included
        other_values, ///< none of the categories that have conditions of their own, nor missing
        missing
    };
    std::size_t column = 0; ///< index in the table
    std::string column_name;
    Kind kind = Kind::value;
    std::string from, to;            ///< as a file spells them; equal for `value`, empty for `other_values` and `missing`
    double low = 0, high = 0;        ///< number columns: the same as numbers
    std::vector<std::int32_t> codes; ///< category columns: the codes that fulfil it, ascending
};

/// "sex = Female", "age 17 to 28", "country: other values", "occupation: missing".
Message describe(const Condition &condition);

/// Whether a row of the table that the condition was made of fulfils it.
bool fulfils(const Column &column, std::size_t row, const Condition &condition);

/// A column cut into conditions, of which every row fulfils exactly one.
struct ConditionedColumn {
    std::vector<Condition> conditions; ///< at most 256; those that no row fulfils are not there
    std::vector<std::uint8_t> which;   ///< per row, index into conditions
};

/// Numbers are cut into at most `bins` quantile bins (2 .. 100; see column_codes.h), named by the smallest and the greatest
/// number that occurs in them. Of categories, the `most_values` (1 .. 200) most frequent have a condition each, first
/// seen first where equally frequent, and the others are thrown together as other values, unless it is only one. A missing
/// value is a condition of its own.
ConditionedColumn condition_column(const Table &table, std::size_t column, int bins, int most_values);

} // namespace fairloom
