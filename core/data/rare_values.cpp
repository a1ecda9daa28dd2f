#include "core/data/rare_values.h"

#include "core/data/number_text.h"

#include <algorithm>
#include <numeric>
#include <string>

namespace fairloom {

namespace {

constexpr const char *other_values = "(other)";

std::size_t regroup(Column &column, const std::vector<std::int32_t> &renamed, const Column &names)
{
    std::size_t grouped = 0;
    const std::int32_t other = static_cast<std::int32_t>(std::find(names.categories.begin(), names.categories.end(), other_values) -
                                                         names.categories.begin());
    for (std::int32_t &code : column.codes) {
        if (code < 0)
            continue;
        const std::int32_t to = static_cast<std::size_t>(code) < renamed.size() ? renamed[static_cast<std::size_t>(code)] : other;
        grouped += to == other;
        code = to;
    }
    column.categories = names.categories;
    column.missing_code = names.missing_code;
    return grouped;
}

} // namespace

void group_rare_values(Column &train, Column *test, std::size_t keep, RowAccount &account, std::vector<Message> &notes)
{
    if (train.type != ColumnType::category)
        return;
    std::vector<std::size_t> counts(train.categories.size(), 0);
    for (const std::int32_t code : train.codes)
        if (code >= 0)
            ++counts[static_cast<std::size_t>(code)];
    std::vector<std::size_t> order;
    for (std::size_t code = 0; code < counts.size(); ++code)
        if (static_cast<std::int32_t>(code) != train.missing_code)
            order.push_back(code);
    if (order.size() <= keep)
        return;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return counts[a] > counts[b]; });
    std::vector<std::uint8_t> kept(counts.size(), 0);
    for (std::size_t i = 0; i < keep; ++i)
        kept[order[i]] = 1;
    const std::size_t least = keep > 0 ? counts[order[keep - 1]] : 0;

    Column names;
    std::vector<std::int32_t> renamed(counts.size(), -1);
    for (std::size_t code = 0; code < counts.size(); ++code) {
        const bool missing = static_cast<std::int32_t>(code) == train.missing_code;
        if (!kept[code] && !missing)
            continue;
        if (missing)
            names.missing_code = static_cast<std::int32_t>(names.categories.size());
        renamed[code] = static_cast<std::int32_t>(names.categories.size());
        names.categories.push_back(train.categories[code]);
    }
    if (std::find(names.categories.begin(), names.categories.end(), other_values) == names.categories.end())
        names.categories.emplace_back(other_values);
    const auto other = static_cast<std::int32_t>(std::find(names.categories.begin(), names.categories.end(), other_values) - names.categories.begin());
    std::replace(renamed.begin(), renamed.end(), -1, other);
    const std::size_t values = order.size() - keep;
    std::size_t grouped = regroup(train, renamed, names);
    if (test)
        grouped += regroup(*test, renamed, names);
    account.grouped_values += grouped;
    notes.emplace_back(FAIRLOOM_TEXT("%1 has %2 different values: the %3 most frequent (%4 rows and more) were kept, the others are grouped as (other), in %5 rows"),
                       std::vector{train.name, count_text(values + keep), count_text(keep), count_text(least), count_text(grouped)});
}

} // namespace fairloom
