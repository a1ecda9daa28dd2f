#include "core/metrics/condition.h"

#include "core/metrics/column_codes.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace fairloom {

namespace {

void condition_numbers(const Column &column, int bins, const Condition &blank, ConditionedColumn &out)
{
    const QuantileBins cut = quantile_bins(column.numbers, bins);
    for (std::size_t b = 0; b < cut.count(); ++b) {
        Condition &condition = out.conditions.emplace_back(blank);
        condition.low = cut.low[b];
        condition.high = cut.high[b];
        condition.kind = condition.low == condition.high ? Condition::Kind::value : Condition::Kind::range;
    }
    bool missing = false;
    for (std::size_t row = 0; row < column.numbers.size(); ++row) {
        const std::size_t bin = cut.bin_of(column.numbers[row]);
        out.which[row] = static_cast<std::uint8_t>(bin);
        if (bin == cut.count()) {
            missing = true;
            continue;
        }
        Condition &condition = out.conditions[bin];
        if (condition.from.empty() && column.numbers[row] == condition.low)
            condition.from = column.text(row);
        if (condition.to.empty() && column.numbers[row] == condition.high)
            condition.to = column.text(row);
    }
    if (missing)
        out.conditions.emplace_back(blank).kind = Condition::Kind::missing;
}

void condition_categories(const Column &column, std::size_t most_values, const Condition &blank, ConditionedColumn &out)
{
    const CodedColumn coded = category_codes(column);
    const std::int32_t known = static_cast<std::int32_t>(column.categories.size());
    const auto is_missing = [&](std::int32_t code) { return code == column.missing_code || code >= known; };
    std::vector<std::size_t> count(static_cast<std::size_t>(coded.count));
    for (const std::int32_t code : coded.codes)
        ++count[static_cast<std::size_t>(code)];
    std::vector<std::int32_t> order, missing;
    for (std::int32_t code = 0; code < coded.count; ++code)
        if (count[static_cast<std::size_t>(code)] > 0)
            (is_missing(code) ? missing : order).push_back(code);
    std::stable_sort(order.begin(), order.end(), [&](std::int32_t a, std::int32_t b) {
        return count[static_cast<std::size_t>(a)] > count[static_cast<std::size_t>(b)];
    });
    const std::size_t named = order.size() <= most_values + 1 ? order.size() : most_values;

    std::vector<std::uint8_t> of(count.size());
    const auto add = [&](Condition::Kind kind, std::vector<std::int32_t> codes) {
        if (codes.empty())
            return;
        for (const std::int32_t code : codes)
            of[static_cast<std::size_t>(code)] = static_cast<std::uint8_t>(out.conditions.size());
        std::sort(codes.begin(), codes.end());
        Condition &condition = out.conditions.emplace_back(blank);
        condition.kind = kind;
        if (kind == Condition::Kind::value)
            condition.from = condition.to = column.categories[static_cast<std::size_t>(codes.front())];
        condition.codes = std::move(codes);
    };
    for (std::size_t i = 0; i < named; ++i)
        add(Condition::Kind::value, {order[i]});
    add(Condition::Kind::other_values, {order.begin() + static_cast<std::ptrdiff_t>(named), order.end()});
    add(Condition::Kind::missing, missing);
    for (std::size_t row = 0; row < coded.codes.size(); ++row)
        out.which[row] = of[static_cast<std::size_t>(coded.codes[row])];
}

} // namespace

Message describe(const Condition &condition)
{
    switch (condition.kind) {
    case Condition::Kind::value: return {FAIRLOOM_TEXT("%1 = %2"), {condition.column_name, condition.from}};
    case Condition::Kind::range: return {FAIRLOOM_TEXT("%1 %2 to %3"), {condition.column_name, condition.from, condition.to}};
    case Condition::Kind::other_values: return {FAIRLOOM_TEXT("%1: other values"), {condition.column_name}};
    case Condition::Kind::missing: return {FAIRLOOM_TEXT("%1: missing"), {condition.column_name}};
    }
    return {};
}

bool fulfils(const Column &column, std::size_t row, const Condition &condition)
{
    if (column.type == ColumnType::number) {
        const double value = column.numbers[row];
        return condition.kind == Condition::Kind::missing ? std::isnan(value) : value >= condition.low && value <= condition.high;
    }
    const std::int32_t code = column.codes[row];
    if (code < 0)
        return condition.kind == Condition::Kind::missing;
    return std::binary_search(condition.codes.begin(), condition.codes.end(), code);
}

ConditionedColumn condition_column(const Table &table, std::size_t column, int bins, int most_values)
{
    const Column &values = table.columns[column];
    Condition blank;
    blank.column = column;
    blank.column_name = values.name;
    ConditionedColumn out;
    out.which.resize(values.rows());
    if (values.type == ColumnType::number)
        condition_numbers(values, std::clamp(bins, 2, 100), blank, out);
    else
        condition_categories(values, static_cast<std::size_t>(std::clamp(most_values, 1, 200)), blank, out);
    return out;
}

} // namespace fairloom
