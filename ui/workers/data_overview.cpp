#include "ui/workers/data_overview.h"

#include "core/base/progress.h"
#include "core/metrics/association.h"
#include "core/metrics/intervals.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fairloom::ui {

namespace {

constexpr int sketch_bins = 16;

double median(std::vector<double> &values)
{
    if (values.empty())
        return std::numeric_limits<double>::quiet_NaN();
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>((values.size() - 1) / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1)
        return *middle;
    return (*middle + *std::min_element(middle + 1, values.end())) / 2;
}

std::optional<RateRatio> rate_ratio(const std::vector<GroupBase> &groups)
{
    RateRatio out;
    const auto rate = [&](std::size_t g) { return double(groups[g].positive) / double(groups[g].rows); };
    for (std::size_t g = 0; g < groups.size(); ++g) {
        if (groups[g].rows == 0)
            return std::nullopt;
        if (rate(g) > rate(out.high))
            out.high = g;
        if (rate(g) < rate(out.low))
            out.low = g;
    }
    if (groups.size() < 2 || out.high == out.low || groups[out.low].positive == 0)
        return std::nullopt;
    const GroupBase &high = groups[out.high], &low = groups[out.low];
    out.ratio = rate(out.high) / rate(out.low);
    const double spread = 1.959964 * std::sqrt(1.0 / double(high.positive) - 1.0 / double(high.rows)
                                               + 1.0 / double(low.positive) - 1.0 / double(low.rows));
    out.from = out.ratio * std::exp(-spread);
    out.to = out.ratio * std::exp(spread);
    return out;
}

/// Features whose values can be counted. Where the only feature is a picture, what else is known about its rows: it is what the picture may
/// show.
std::vector<std::size_t> comparable_columns(const Problem &problem)
{
    const std::vector<Column> &columns = problem.train.table.columns;
    std::vector<std::size_t> out;
    for (const std::size_t column : problem.features)
        if (!columns[column].pictures)
            out.push_back(column);
    if (!out.empty())
        return out;
    for (std::size_t c = 0; c < columns.size(); ++c)
        if (columns[c].role == Role::ignored && !columns[c].pictures)
            out.push_back(c);
    return out;
}

} // namespace

std::vector<ColumnSketch> sketch_columns(const Table &table, std::stop_token stop)
{
    std::vector<ColumnSketch> out;
    const std::vector<std::int32_t> one_group(table.rows(), 0);
    for (const Column &column : table.columns) {
        throw_if_stopped(stop);
        if (column.pictures) { // each is its own value
            out.emplace_back();
            continue;
        }
        const Distribution distribution = column_distribution(column, one_group, 1, sketch_bins);
        ColumnSketch sketch;
        sketch.missing = column.missing_count();
        sketch.heights = distribution.share.front();
        const double highest = sketch.heights.empty() ? 0 : *std::max_element(sketch.heights.begin(), sketch.heights.end());
        for (double &height : sketch.heights)
            height = highest > 0 ? height / highest : 0;
        out.push_back(std::move(sketch));
    }
    return out;
}

GroupOverview overview_groups(const Problem &problem, std::stop_token stop)
{
    GroupOverview out;
    const LabelledTable &rows = problem.train;
    for (const Group &group : problem.groups) {
        GroupBase base;
        base.name = group.name;
        out.groups.push_back(std::move(base));
    }
    for (std::size_t i = 0; i < rows.rows(); ++i) {
        GroupBase &base = out.groups[static_cast<std::size_t>(rows.group[i])];
        ++base.rows;
        base.positive += rows.label[i];
    }
    for (GroupBase &base : out.groups)
        base.rate = wilson_rate(base.positive, base.rows);
    out.ratio = rate_ratio(out.groups);

    for (const std::size_t column : comparable_columns(problem)) {
        throw_if_stopped(stop);
        const CodedColumn coded = code_column(rows.table.columns[column], rows.table.columns[column]);
        out.proxies.push_back({column, cramers_v(coded.codes, coded.count, rows.group, int(problem.groups.size()))});
    }
    std::stable_sort(out.proxies.begin(), out.proxies.end(), [](const Proxy &a, const Proxy &b) { return a.association > b.association; });
    return out;
}

ColumnByGroup column_by_group(const Table &table, std::size_t column, const Problem *problem, int most_labels, std::stop_token stop)
{
    const Column &values = table.columns[column];
    if (values.pictures) {
        ColumnByGroup none;
        none.column = column;
        return none;
    }
    std::vector<std::int32_t> one_group;
    if (!problem)
        one_group.assign(table.rows(), 0);
    const std::vector<std::int32_t> &group = problem ? problem->train.group : one_group;
    const int groups = problem ? int(problem->groups.size()) : 1;

    ColumnByGroup out;
    out.column = column;
    out.distribution = column_distribution(values, group, groups, most_labels);
    throw_if_stopped(stop);
    if (values.type == ColumnType::number) {
        std::vector<std::vector<double>> of(static_cast<std::size_t>(groups));
        for (std::size_t i = 0; i < values.numbers.size(); ++i)
            if (!std::isnan(values.numbers[i]))
                of[static_cast<std::size_t>(group[i])].push_back(values.numbers[i]);
        for (std::vector<double> &numbers : of)
            out.medians.push_back(median(numbers));
    }
    throw_if_stopped(stop);
    if (problem) {
        const CodedColumn coded = code_column(values, values);
        out.association = cramers_v(coded.codes, coded.count, group, groups);
    }
    return out;
}

} // namespace fairloom::ui
