#include "core/data/table.h"

#include "core/base/error.h"
#include "core/data/name_list.h"
#include "core/data/number_text.h"

#include <algorithm>
#include <cmath>

namespace fairloom {

bool Column::is_missing(std::size_t row) const
{
    return type == ColumnType::category ? missing_code >= 0 && codes[row] == missing_code : std::isnan(numbers[row]);
}

std::size_t Column::missing_count() const
{
    if (type == ColumnType::number)
        return static_cast<std::size_t>(std::count_if(numbers.begin(), numbers.end(), [](double v) { return std::isnan(v); }));
    return missing_code < 0 ? 0 : static_cast<std::size_t>(std::count(codes.begin(), codes.end(), missing_code));
}

std::string Column::text(std::size_t row) const
{
    if (type == ColumnType::category) {
        const std::int32_t code = codes[row];
        return code < 0 ? missing_spelling : categories[static_cast<std::size_t>(code)];
    }
    return std::isnan(numbers[row]) ? missing_spelling : spell(numbers[row]);
}

ColumnKind Column::meaning() const
{
    if (type == ColumnType::number)
        return kind == ColumnKind::date ? kind : decimals == 0 ? ColumnKind::integer : ColumnKind::number;
    return storage_of(kind) == ColumnType::category ? kind : ColumnKind::category;
}

std::string Column::spell(double value) const
{
    return kind == ColumnKind::date ? write_date(value, date) : write_number(value, decimals, fixed_decimals, marks);
}

std::optional<double> Column::read_value(std::string_view text) const
{
    if (kind == ColumnKind::date)
        return read_date(text, date);
    const std::optional<WrittenNumber> number = read_number(text, marks);
    return number ? std::optional(number->value) : std::nullopt;
}

int Table::find(std::string_view column) const
{
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].name == column)
            return static_cast<int>(i);
    return -1;
}

std::size_t Table::index_of(std::string_view column) const
{
    const int found = find(column);
    if (found >= 0)
        return static_cast<std::size_t>(found);
    std::vector<std::string> names;
    for (const Column &c : columns)
        names.push_back(c.name);
    const std::string nearest = nearest_name(column, names);
    throw InputError(Message(FAIRLOOM_TEXT("There is no column named \"%1\""), {std::string(column)}), name,
                     nearest.empty() ? Message(FAIRLOOM_TEXT("The columns are %1"), {join_names(names)})
                                     : Message(FAIRLOOM_TEXT("Did you mean %1? The columns are %2"), {nearest, join_names(names)}));
}

const Column *Table::picture_column() const
{
    for (const Column &column : columns)
        if (column.pictures)
            return &column;
    return nullptr;
}

Table Table::select_rows(const std::vector<std::size_t> &which) const
{
    Table out;
    out.name = name;
    out.columns.reserve(columns.size());
    for (const Column &from : columns) {
        Column &to = out.columns.emplace_back();
        to.name = from.name;
        to.type = from.type;
        to.kind = from.kind;
        to.date = from.date;
        to.role = from.role;
        to.categories = from.categories;
        to.missing_code = from.missing_code;
        to.pictures = from.pictures;
        to.decimals = from.decimals;
        to.fixed_decimals = from.fixed_decimals;
        to.marks = from.marks;
        to.missing_spelling = from.missing_spelling;
        if (from.type == ColumnType::category) {
            to.codes.resize(which.size());
            for (std::size_t i = 0; i < which.size(); ++i)
                to.codes[i] = from.codes[which[i]];
        } else {
            to.numbers.resize(which.size());
            for (std::size_t i = 0; i < which.size(); ++i)
                to.numbers[i] = from.numbers[which[i]];
        }
    }
    return out;
}

std::string_view to_string(ColumnType type)
{
    return type == ColumnType::category ? "category" : "number";
}

std::string_view to_string(ColumnKind kind)
{
    switch (kind) {
    case ColumnKind::number: return "number";
    case ColumnKind::integer: return "integer";
    case ColumnKind::category: return "category";
    case ColumnKind::ordered: return "ordered";
    case ColumnKind::date: return "date";
    case ColumnKind::identifier: return "identifier";
    case ColumnKind::text: return "text";
    case ColumnKind::picture: return "picture";
    }
    return "category";
}

ColumnType storage_of(ColumnKind kind)
{
    return kind == ColumnKind::number || kind == ColumnKind::integer || kind == ColumnKind::date ? ColumnType::number
                                                                                                  : ColumnType::category;
}

std::string_view to_string(Role role)
{
    switch (role) {
    case Role::feature: return "feature";
    case Role::sensitive: return "sensitive";
    case Role::target: return "target";
    case Role::ignored: return "ignored";
    case Role::identifier: return "identifier";
    }
    return "feature";
}

} // namespace fairloom
