#include "core/rivals/causal_graph.h"

#include "core/base/progress.h"
#include "core/data/table_encoder.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace fairloom {

namespace {

constexpr std::size_t most_rows = 20'000;
constexpr std::size_t most_parents = 8;
constexpr std::size_t most_candidates = 16; ///< predecessors that are looked at closely
constexpr double least_strength = 0.1;
constexpr double deviations = 4;
constexpr std::size_t most_levels = 8;

/// A column in a few levels, 0 .. levels - 1.
struct Levels {
    std::vector<std::uint8_t> of_row;
    std::size_t levels = 0;
};

/// States in at most most_levels levels: of more categories, the least frequent share the last.
Levels coarse(const std::vector<std::int32_t> &states, std::size_t count)
{
    std::vector<std::size_t> frequency(count), order(count), level(count);
    for (const std::int32_t state : states)
        ++frequency[static_cast<std::size_t>(state)];
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (count > most_levels)
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return frequency[a] > frequency[b]; });
    for (std::size_t i = 0; i < count; ++i)
        level[order[i]] = std::min(i, most_levels - 1);
    Levels out;
    out.levels = std::min(count, most_levels);
    for (const std::int32_t state : states)
        out.of_row.push_back(static_cast<std::uint8_t>(level[static_cast<std::size_t>(state)]));
    return out;
}

std::vector<Levels> coarse_columns(const Problem &problem, const std::stop_token &stop)
{
    EncoderSettings settings;
    settings.frequent_share = 0.15;
    settings.quantile_bins = 6;
    const std::size_t all = problem.train.rows(), some = std::min(all, most_rows);
    std::vector<std::size_t> which(some);
    for (std::size_t i = 0; i < some; ++i)
        which[i] = i * all / some;
    std::vector<Levels> out;
    for (const std::size_t c : problem.generated) { // one at a time, to look at `stop` in between
        throw_if_stopped(stop);
        Table alone;
        alone.columns.push_back(problem.train.table.columns[c]);
        const TableEncoder encoder = TableEncoder::fit(alone, {0}, settings);
        out.push_back(coarse(encoder.encode(alone.select_rows(which)), static_cast<std::size_t>(encoder.states(0))));
    }
    return out;
}

/// Strength of the association of two columns given a third (null: none), 0 where it is not distinguishable from none.
double association(const Levels &a, const Levels &b, const Levels *given)
{
    constexpr std::size_t slice = most_levels * most_levels;
    std::vector<double> cells(slice * (given ? given->levels : 1));
    for (std::size_t i = 0; i < a.of_row.size(); ++i)
        ++cells[(given ? given->of_row[i] : 0u) * slice + a.of_row[i] * most_levels + b.of_row[i]];
    double statistic = 0, freedom = 0; // G = 2 sum n_ab log(n_ab n / (n_a n_b)), over the levels of the third
    for (std::size_t begin = 0; begin < cells.size(); begin += slice) {
        double of_a[most_levels] = {}, of_b[most_levels] = {}, total = 0;
        for (std::size_t at = 0; at < slice; ++at) {
            of_a[at / most_levels] += cells[begin + at];
            of_b[at % most_levels] += cells[begin + at];
            total += cells[begin + at];
        }
        for (std::size_t at = 0; at < slice; ++at)
            if (const double n = cells[begin + at]; n > 0)
                statistic += 2 * n * std::log(n * total / (of_a[at / most_levels] * of_b[at % most_levels]));
        const auto occurring = [](const double (&counts)[most_levels]) {
            return static_cast<double>(std::count_if(std::begin(counts), std::end(counts), [](double n) { return n > 0; }));
        };
        if (total > 0)
            freedom += (occurring(of_a) - 1) * (occurring(of_b) - 1);
    }
    if (freedom < 1 || statistic <= freedom + deviations * std::sqrt(2 * freedom))
        return 0;
    const double strength = std::sqrt(-std::expm1(-(statistic - freedom) / static_cast<double>(a.of_row.size())));
    return strength >= least_strength ? strength : 0;
}

std::vector<std::size_t> assumed_order(const CausalGraph &graph, const std::vector<Levels> &columns)
{
    std::vector<std::size_t> order = graph.sensitive;
    std::vector<std::pair<double, std::size_t>> features;
    for (std::size_t node = 0; node < graph.nodes(); ++node) {
        if (node == graph.target || std::find(graph.sensitive.begin(), graph.sensitive.end(), node) != graph.sensitive.end())
            continue;
        double strongest = 0;
        for (const std::size_t sensitive : graph.sensitive)
            strongest = std::max(strongest, association(columns[node], columns[sensitive], nullptr));
        features.emplace_back(strongest, node);
    }
    std::stable_sort(features.begin(), features.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    for (const auto &[strength, node] : features)
        order.push_back(node);
    order.push_back(graph.target);
    return order;
}

} // namespace

CausalGraph estimate_causal_graph(const Problem &problem, std::stop_token stop)
{
    CausalGraph graph = unconnected_graph(problem);
    const std::vector<Levels> columns = coarse_columns(problem, stop);
    const std::vector<std::size_t> order = assumed_order(graph, columns);
    for (std::size_t at = 1; at < order.size(); ++at) {
        throw_if_stopped(stop);
        const Levels &column = columns[order[at]];
        std::vector<std::pair<double, std::size_t>> candidates;
        for (std::size_t before = 0; before < at; ++before)
            if (const double strength = association(column, columns[order[before]], nullptr); strength > 0)
                candidates.emplace_back(strength, order[before]);
        std::stable_sort(candidates.begin(), candidates.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
        candidates.resize(std::min(candidates.size(), most_candidates));
        std::vector<std::size_t> &parents = graph.parents[order[at]];
        for (const auto &[strength, candidate] : candidates)
            if (parents.size() < most_parents && std::all_of(parents.begin(), parents.end(), [&, &tried = columns[candidate]](std::size_t parent) {
                    return association(column, tried, &columns[parent]) > 0;
                }))
                parents.push_back(candidate);
        std::sort(parents.begin(), parents.end());
    }
    return graph;
}

} // namespace fairloom
