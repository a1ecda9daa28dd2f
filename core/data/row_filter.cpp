#include "core/data/row_filter.h"

#include "core/data/number_text.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fairloom {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

bool ordered(const std::string &op, double a, double b)
{
    if (op == "<=")
        return a <= b;
    if (op == ">=")
        return a >= b;
    return op == "<" ? a < b : a > b; // comparing with NaN gives false
}

double as_number(const std::string &text)
{
    const auto number = read_number(text);
    return number ? number->value : none;
}

void keep_where(const FilterRule::Condition &condition, const Column &column, const std::vector<std::string> &missing,
                std::vector<std::uint8_t> &keep)
{
    const bool equality = condition.op == "==" || condition.op == "!=";
    const bool means_missing = std::find(missing.begin(), missing.end(), condition.value) != missing.end();
    const double limit = as_number(condition.value);
    const auto holds = [&](bool is_missing, double number, const std::string *text) {
        if (!equality)
            return !is_missing && ordered(condition.op, number, limit);
        const bool equal = is_missing ? means_missing : text ? *text == condition.value : number == limit;
        return equal == (condition.op == "==");
    };
    if (column.type == ColumnType::number) {
        for (std::size_t row = 0; row < keep.size(); ++row)
            keep[row] &= holds(std::isnan(column.numbers[row]), column.numbers[row], nullptr);
        return;
    }
    std::vector<std::uint8_t> passes;
    for (std::size_t code = 0; code < column.categories.size(); ++code)
        passes.push_back(holds(static_cast<std::int32_t>(code) == column.missing_code, as_number(column.categories[code]),
                               &column.categories[code]));
    for (std::size_t row = 0; row < keep.size(); ++row)
        keep[row] &= passes[static_cast<std::size_t>(column.codes[row])];
}

} // namespace

std::vector<std::size_t> rows_that_pass(const FilterRule &filter, const Table &table, const std::vector<std::string> &missing)
{
    std::vector<std::uint8_t> keep(table.rows(), 1);
    for (const FilterRule::Condition &condition : filter.conditions)
        keep_where(condition, table.columns[table.index_of(condition.column)], missing, keep);
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < keep.size(); ++row)
        if (keep[row])
            rows.push_back(row);
    return rows;
}

std::string missing_filter_column(const FilterRule &filter, const Table &table)
{
    for (const FilterRule::Condition &condition : filter.conditions)
        if (table.find(condition.column) < 0)
            return condition.column;
    return {};
}

void drop_unused_categories(Column &column)
{
    if (column.type != ColumnType::category || column.pictures) // names and pictures go by one number
        return;
    std::vector<std::int32_t> renamed(column.categories.size(), -1);
    for (const std::int32_t code : column.codes)
        if (code >= 0)
            renamed[static_cast<std::size_t>(code)] = 0;
    std::vector<std::string> kept;
    for (std::size_t code = 0; code < renamed.size(); ++code) {
        if (renamed[code] < 0)
            continue;
        renamed[code] = static_cast<std::int32_t>(kept.size());
        kept.push_back(std::move(column.categories[code]));
    }
    column.categories = std::move(kept);
    for (std::int32_t &code : column.codes)
        if (code >= 0)
            code = renamed[static_cast<std::size_t>(code)];
    if (column.missing_code >= 0)
        column.missing_code = renamed[static_cast<std::size_t>(column.missing_code)];
}

void drop_unused_categories(Table &table)
{
    for (Column &column : table.columns)
        drop_unused_categories(column);
}

} // namespace fairloom
