#include "core/study/comparison/comparison.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <numeric>
#include <unordered_map>

namespace fairloom {

namespace {

/// What two runs must share to be draws of the same thing, apart from their data.
RunSettings settings_of_group(const RunRecord &run)
{
    RunSettings settings = run.settings;
    settings.seed = 0;
    settings.threads = 0;
    settings.controls = settings.keep_latents = false;
    settings.bootstrap = 0;
    return settings;
}

/// Of the settings that people vary most: hundreds of groups are told apart without comparing every setting of each pair.
std::size_t quick_hash(const RunRecord &run)
{
    const RunSettings &s = run.settings;
    std::size_t hash = std::hash<std::string>()(run.data_sha256 + run_kind(run));
    for (const double value : {s.log10_beta, s.kl_weight, s.lambda, double(s.latent), double(s.hidden), double(s.depth), double(s.train_rows),
                               s.favourable_share, s.smallest_group_share, double(s.noise_columns)})
        hash = hash * 1'000'003 ^ std::hash<double>()(value);
    return hash;
}

bool same_group(const RunRecord &a, const RunRecord &b, const RunSettings &settings_of_b)
{
    // Rows from one file are the same rows whatever the seed; those of two files are two things.
    return a.judged_file == b.judged_file && comparable(a, b) && settings_of_group(a) == settings_of_b;
}

void summarise(std::span<const ComparisonRow> rows, SeedGroup &group)
{
    std::map<std::uint64_t, std::size_t> of_seed;
    for (const std::size_t row : group.rows)
        of_seed.try_emplace(rows[row].run->settings.seed, row);
    for (const auto &[seed, row] : of_seed)
        group.draws.push_back(row);
    std::vector<double> values;
    for (const ComparedFigureInfo &info : compared_figures()) {
        values.clear();
        for (const std::size_t row : group.draws)
            if (const Metric &metric = rows[row][info.figure])
                values.push_back(*metric.value);
        group.figures[std::size_t(info.figure)] = spread_of(values);
    }
}

} // namespace

Spread spread_of(std::span<const double> values)
{
    Spread out;
    out.n = values.size();
    if (values.empty())
        return out;
    for (const double value : values)
        out.mean += value / double(values.size());
    double squares = 0;
    for (const double value : values)
        squares += (value - out.mean) * (value - out.mean);
    if (values.size() > 1)
        out.sd = std::sqrt(squares / double(values.size() - 1));
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    out.low = *low;
    out.high = *high;
    return out;
}

std::vector<SeedGroup> seed_groups(std::span<const ComparisonRow> rows)
{
    std::vector<std::size_t> all(rows.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return seed_groups(rows, all);
}

std::vector<SeedGroup> seed_groups(std::span<const ComparisonRow> rows, std::span<const std::size_t> which)
{
    std::vector<SeedGroup> groups;
    std::unordered_multimap<std::size_t, std::size_t> found;
    for (const std::size_t i : which) {
        if (!rows[i].counts())
            continue;
        const RunRecord &run = *rows[i].run;
        const RunSettings settings = settings_of_group(run);
        const std::size_t hash = quick_hash(run);
        const auto [begin, end] = found.equal_range(hash);
        const auto same = std::find_if(begin, end, [&](const auto &entry) { return same_group(*rows[groups[entry.second].rows.front()].run, run, settings); });
        if (same != end) {
            groups[same->second].rows.push_back(i);
        } else {
            found.emplace(hash, groups.size());
            groups.emplace_back().rows.push_back(i);
        }
    }
    for (SeedGroup &group : groups)
        summarise(rows, group);
    return groups;
}

std::size_t reference_for(std::span<const ComparisonRow> rows, std::span<const SeedGroup> groups, std::size_t group, std::size_t reference)
{
    if (reference >= groups.size() || group >= groups.size())
        return groups.size();
    const auto run_of = [&](std::size_t g) -> const RunRecord & { return *rows[groups[g].rows.front()].run; };
    const RunRecord &own = run_of(group), &chosen = run_of(reference);
    if (comparable(own, chosen))
        return reference;
    const auto same_settings = [&](const RunRecord &other) {
        RunSettings a = settings_of_group(other);
        const RunSettings b = settings_of_group(chosen);
        a.train_rows = b.train_rows;
        a.favourable_share = b.favourable_share;
        a.smallest_group_share = b.smallest_group_share;
        a.noise_columns = b.noise_columns;
        return a == b && other.judged_file.empty() && chosen.judged_file.empty();
    };
    const auto same_variant = [&](const RunRecord &other) {
        return !chosen.study.empty() && other.study == chosen.study && !chosen.variant.empty() && other.variant == chosen.variant;
    };
    for (const auto &same : {std::function<bool(const RunRecord &)>(same_settings), std::function<bool(const RunRecord &)>(same_variant)})
        for (std::size_t g = 0; g < groups.size(); ++g)
            if (comparable(own, run_of(g)) && same(run_of(g)))
                return g;
    return groups.size();
}

int spread_decimals(const Spread &spread, int least, int most)
{
    if (spread.n < 2 || !(spread.sd > 0))
        return most;
    return std::clamp(int(std::ceil(-std::log10(spread.sd) - 1e-9)), least, most);
}

} // namespace fairloom
