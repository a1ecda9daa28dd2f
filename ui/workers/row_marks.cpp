#include "ui/workers/row_marks.h"

#include "core/base/progress.h"
#include "core/data/column_mapping.h"

#include <algorithm>
#include <map>

namespace fairloom::ui {

namespace {

/// Per row the place of its value in `wanted`, or -1.
std::vector<std::int32_t> placesOf(const Column &column, const std::vector<std::string> &wanted)
{
    Column like;
    like.categories = wanted;
    std::vector<std::int32_t> out = map_column(column, like, false, {}).codes;
    for (std::int32_t &place : out)
        if (static_cast<std::size_t>(place) >= wanted.size()) // a value behind the wanted ones
            place = -1;
    return out;
}

} // namespace

RowMarks mark_rows(const Table &table, const Problem &problem, std::stop_token stop)
{
    RowMarks out;
    for (const Group &group : problem.groups)
        out.groups.push_back(group.name);
    out.labels = problem.target_values;
    out.group.assign(table.rows(), -1);
    out.label.assign(table.rows(), -1);
    if (const int target = table.find(problem.task.target); target >= 0)
        out.label = placesOf(table.columns[static_cast<std::size_t>(target)], out.labels);

    std::vector<std::vector<std::int32_t>> parts; // per sensitive column and row: the first group with that value
    std::map<std::vector<std::int32_t>, std::int32_t> combinations;
    std::vector<std::vector<std::string>> values;
    for (std::size_t c = 0; c < problem.task.sensitive.size(); ++c) {
        throw_if_stopped(stop);
        const int index = table.find(problem.task.sensitive[c]);
        if (index < 0)
            return out;
        values.emplace_back();
        for (const Group &group : problem.groups)
            values.back().push_back(group.values[c].second);
        parts.push_back(placesOf(table.columns[static_cast<std::size_t>(index)], values.back()));
    }
    std::vector<std::int32_t> key(parts.size());
    for (std::size_t g = 0; g < problem.groups.size(); ++g) {
        for (std::size_t c = 0; c < parts.size(); ++c)
            key[c] = static_cast<std::int32_t>(std::find(values[c].begin(), values[c].end(), values[c][g]) - values[c].begin());
        combinations.emplace(key, static_cast<std::int32_t>(g));
    }
    for (std::size_t row = 0; row < out.group.size(); ++row) {
        if (row % 100000 == 0)
            throw_if_stopped(stop);
        for (std::size_t c = 0; c < parts.size(); ++c)
            key[c] = parts[c][row];
        if (const auto found = combinations.find(key); found != combinations.end())
            out.group[row] = found->second;
    }
    return out;
}

} // namespace fairloom::ui
