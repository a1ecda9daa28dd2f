#include "ui/workers/found_columns.h"

#include "core/data/table_file.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace fairloom::ui {

namespace {

void count_categories(const Column &column, FoundColumn &out)
{
    std::vector<std::size_t> rows(column.categories.size(), 0);
    for (const std::int32_t code : column.codes)
        if (code >= 0)
            ++rows[static_cast<std::size_t>(code)];
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i] > 0 && static_cast<std::int32_t>(i) != column.missing_code)
            out.values.emplace_back(column.categories[i], rows[i]);
    out.different = out.values.size();
}

void count_numbers(const Column &column, FoundColumn &out)
{
    constexpr std::size_t too_many = 10 * most_found_values; // nobody merges so many by hand
    std::unordered_map<double, std::size_t> rows;
    for (const double number : column.numbers) {
        if (std::isnan(number))
            continue;
        if (!out.range)
            out.range = {number, number};
        out.range->first = std::min(out.range->first, number);
        out.range->second = std::max(out.range->second, number);
        if (rows.size() <= too_many)
            ++rows[number];
    }
    if (rows.size() > too_many)
        return;
    out.different = rows.size();
    for (const auto &[number, count] : rows)
        out.values.emplace_back(column.spell(number), count);
}

} // namespace

std::vector<FoundColumn> find_columns(const std::string &source, const Recipe &schema, std::stop_token stop)
{
    Recipe plain;
    plain.dialect = schema.dialect;
    plain.column_names = schema.column_names;
    plain.skip_bad_lines = schema.skip_bad_lines;
    for (const auto &[name, rule] : schema.columns)
        if (!rule.strip_suffix.empty())
            plain.columns[name].strip_suffix = rule.strip_suffix;
    NoProgress quiet;
    Table table = read_table_file(source, plain, nullptr, quiet, stop).table;
    static const ColumnRule none;
    std::vector<Message> notes;
    const std::vector<ColumnReason> reasons = explain_columns(table, [](const Column &) -> const ColumnRule & { return none; }, true, notes);

    std::vector<FoundColumn> out;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        throw_if_stopped(stop);
        const Column &column = table.columns[c];
        FoundColumn found;
        found.name = column.name;
        found.kind = column.meaning();
        found.role = column.role;
        found.reason = reasons[c];
        found.marks = column.marks;
        found.missing = column.missing_count();
        if (column.type == ColumnType::category)
            count_categories(column, found);
        else
            count_numbers(column, found);
        std::sort(found.values.begin(), found.values.end(), [](const auto &a, const auto &b) {
            return a.second != b.second ? a.second > b.second : a.first < b.first;
        });
        if (found.values.size() > most_found_values)
            found.values.resize(most_found_values);
        out.push_back(std::move(found));
    }
    return out;
}

} // namespace fairloom::ui
