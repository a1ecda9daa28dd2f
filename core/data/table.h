#pragma once

#include "core/data/date_text.h"
#include "core/data/number_text.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fairloom {

struct PictureSet;

/// How a column is stored.
enum class ColumnType { category, number };
/// What its values mean. Numbers, integers and dates are stored as numbers, the others as categories.
enum class ColumnKind { number, integer, category, ordered, date, identifier, text, picture };
enum class Role { feature, sensitive, target, ignored, identifier };

/// One column of a table. A category column holds `codes` into `categories`; a number column holds `numbers`.
/// Missing is a category of its own (missing_code) or NaN.
struct Column {
    std::string name;
    ColumnType type = ColumnType::category;
    ColumnKind kind = ColumnKind::category;
    Role role = Role::feature;

    // type == category
    std::vector<std::string> categories; ///< spellings as in the file, in order of first appearance
    std::vector<std::int32_t> codes;     ///< per row, index into categories
    std::int32_t missing_code = -1;      ///< the category that stands for a missing value, -1 if there is none
    std::shared_ptr<const PictureSet> pictures; ///< kind == picture: one per category, whose spelling is the picture's name

    // type == number
    std::vector<double> numbers; ///< per row, NaN = missing
    int decimals = 0;            ///< largest number of decimals seen; 0 = integers
    bool fixed_decimals = true;  ///< every value was written with exactly `decimals` decimals ("4.00")
    NumberMarks marks;           ///< of the file
    DateFormat date;             ///< kind == date

    std::string missing_spelling; ///< how the file writes a missing value in this column ("?", "", "NA")

    std::size_t rows() const { return type == ColumnType::category ? codes.size() : numbers.size(); }
    /// What the values mean: `kind` where it agrees with how the column is stored, else what the storage says.
    ColumnKind meaning() const;
    /// A value of a number column as the file would spell it, and back (nothing if the text is none).
    std::string spell(double value) const;
    std::optional<double> read_value(std::string_view text) const;
    bool is_missing(std::size_t row) const;
    std::size_t missing_count() const;
    /// The value of a row as it is spelled in a file.
    std::string text(std::size_t row) const;
};

/// A table by columns, all of the same length. Everything that flows between core's parts - real rows, generated rows,
/// imported rows - is one of these.
struct Table {
    std::string name;
    std::vector<Column> columns;

    std::size_t rows() const { return columns.empty() ? 0 : columns.front().rows(); }
    /// Index of the first column with that name, or -1.
    int find(std::string_view column) const;
    /// The column of pictures, or null: what tells an image set from a table.
    const Column *picture_column() const;
    /// As find, but throws InputError naming the nearest existing names.
    std::size_t index_of(std::string_view column) const;
    /// The given rows, in the given order (repeats allowed), with the same categories.
    Table select_rows(const std::vector<std::size_t> &which) const;
};

std::string_view to_string(ColumnType type); ///< "category", "number"
std::string_view to_string(ColumnKind kind); ///< "number", "integer", "category", "ordered", "date", "identifier", "text", "picture"
ColumnType storage_of(ColumnKind kind);
std::string_view to_string(Role role);       ///< "feature", "sensitive", "target", "ignored", "identifier"

} // namespace fairloom
