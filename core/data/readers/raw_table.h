#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fairloom {

/// What a file format itself says about a column (ARFF, SQLite, JSON); CSV says nothing.
enum class DeclaredType { none, number, category, text, date };

/// One column as its file spells it, before types and rules are applied: every different spelling once, rows as codes.
struct RawColumn {
    std::string name;
    DeclaredType declared = DeclaredType::none;
    std::vector<std::string> declared_values;    ///< ARFF's nominal values, in their order

    std::vector<std::string> values;             ///< different spellings in order of first appearance
    std::vector<std::int32_t> codes;             ///< per row: index into `values`; -1 = no value at all (JSON null, SQL NULL)

    /// Set instead of `values` and `codes` where nearly every row has a number of its own: the dictionary would outgrow the numbers.
    struct Numbers {
        std::vector<double> values;              ///< per row, NaN = missing
        int least_decimals = 0;                  ///< written behind the point
        int most_decimals = 0;
        bool exact = true;                       ///< false if writing some value again would lose something ("007")
        std::string missing;                     ///< first spelling of a missing value
        std::size_t missing_count = 0;
    };
    std::optional<Numbers> numbers;

    std::size_t rows() const { return numbers ? numbers->values.size() : codes.size(); }
};

/// A line of the file that is no row of the table.
struct BadLine {
    std::size_t line = 0;       ///< from 1, as in an editor
    std::size_t fields = 0;     ///< what it has
    std::size_t expected = 0;   ///< what the others have; 0 where the fault is not their number
};

struct RawTable {
    std::string name;
    std::vector<RawColumn> columns;
    std::size_t bad_lines = 0;          ///< passed over, because the user chose so
    std::vector<BadLine> first_bad;     ///< the first hundred of them

    std::size_t rows() const { return columns.empty() ? 0 : columns.front().rows(); }
};

} // namespace fairloom
