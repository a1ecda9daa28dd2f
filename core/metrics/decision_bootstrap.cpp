#include "core/metrics/decision_bootstrap.h"

#include "core/base/draw_stream.h"
#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/progress.h"
#include "core/metrics/intervals.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <string>

namespace fairloom {

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
constexpr double tolerated_undefined = 0.05;
constexpr const char *fewer_defined = FAIRLOOM_TEXT("the figure is undefined for one of the seeds");

double share(std::size_t count, std::size_t of) { return of == 0 ? undefined : static_cast<double>(count) / static_cast<double>(of); }

struct Extent {
    double low = std::numeric_limits<double>::infinity(), high = -std::numeric_limits<double>::infinity();
    bool defined = true;

    void add(double rate)
    {
        defined = defined && !std::isnan(rate);
        low = std::min(low, rate);
        high = std::max(high, rate);
    }
    bool any() const { return defined && high >= low; }
    double difference() const { return any() ? high - low : undefined; }
    double ratio() const { return any() && high > 0 ? low / high : undefined; }
};

/// Either of both undefined makes both so, which std::min and std::max would not.
double worse(double a, double b, bool larger) { return std::isnan(a) || std::isnan(b) ? undefined : larger ? std::max(a, b) : std::min(a, b); }

double utility_figure(DecisionFigure figure, const GroupCounts &c)
{
    switch (figure) {
    case DecisionFigure::accuracy: return share(c.true_positive + c.true_negative, c.n());
    case DecisionFigure::precision: return share(c.true_positive, c.true_positive + c.false_positive);
    case DecisionFigure::recall: return share(c.true_positive, c.true_positive + c.false_negative);
    default: return share(2 * c.true_positive, 2 * c.true_positive + c.false_positive + c.false_negative);
    }
}

GroupCounts &operator+=(GroupCounts &a, const GroupCounts &b)
{
    a.true_positive += b.true_positive;
    a.false_positive += b.false_positive;
    a.true_negative += b.true_negative;
    a.false_negative += b.false_negative;
    return a;
}

void count(GroupCounts &counts, bool label, bool decision, std::size_t rows)
{
    (decision ? (label ? counts.true_positive : counts.false_positive) : (label ? counts.false_negative : counts.true_negative)) += rows;
}

/// Rows of one group that no classifier tells apart: same label, same decisions.
struct Cell {
    bool label = false;
    std::vector<bool> decisions;
};

/// Rows of one group as numbers of cells: a draw then counts cells, however many classifiers there are.
struct GroupCells {
    std::vector<Cell> cells;
    std::vector<std::uint32_t> of_row;
};

std::vector<GroupCells> cells_of(std::span<const std::uint8_t> label, std::span<const std::int32_t> group, std::size_t groups,
                                 const std::vector<Decisions> &decisions)
{
    std::vector<GroupCells> out(groups);
    std::vector<std::map<std::vector<bool>, std::uint32_t>> numbers(groups);
    for (std::size_t i = 0; i < label.size(); ++i) {
        const auto g = static_cast<std::size_t>(group[i]);
        std::vector<bool> key{label[i] != 0};
        for (const Decisions &d : decisions)
            key.push_back(d[i] != 0);
        const auto [found, is_new] = numbers[g].emplace(key, static_cast<std::uint32_t>(out[g].cells.size()));
        if (is_new)
            out[g].cells.push_back({key[0], {key.begin() + 1, key.end()}});
        out[g].of_row.push_back(found->second);
    }
    return out;
}

} // namespace

double decision_figure(DecisionFigure figure, std::span<const GroupCounts> counts)
{
    if (figure >= DecisionFigure::accuracy) {
        GroupCounts all;
        for (const GroupCounts &c : counts)
            all += c;
        return utility_figure(figure, all);
    }
    Extent selection, tpr, fpr;
    for (const GroupCounts &c : counts) {
        if (c.n() == 0)
            continue;
        selection.add(share(c.true_positive + c.false_positive, c.n()));
        tpr.add(share(c.true_positive, c.true_positive + c.false_negative));
        fpr.add(share(c.false_positive, c.false_positive + c.true_negative));
    }
    switch (figure) {
    case DecisionFigure::dpr: return selection.ratio();
    case DecisionFigure::dpd: return selection.difference();
    case DecisionFigure::eor: return worse(tpr.ratio(), fpr.ratio(), false);
    case DecisionFigure::eod: return worse(tpr.difference(), fpr.difference(), true);
    case DecisionFigure::eopr: return tpr.ratio();
    default: return tpr.difference();
    }
}

DecisionBootstrap::DecisionBootstrap(std::span<const std::uint8_t> label, std::span<const std::int32_t> group, std::size_t groups,
                                     const std::vector<Decisions> &decisions, Settings settings, std::stop_token stop)
    : classifiers_(decisions.size()), groups_(groups), settings_(settings)
{
    if (label.size() != group.size() || std::any_of(decisions.begin(), decisions.end(), [&](const Decisions &d) { return d.size() != label.size(); }))
        throw InputError(FAIRLOOM_TEXT("labels, groups and decisions of a bootstrap do not belong together"), "",
                         FAIRLOOM_TEXT("Pass one of each per row"));
    const std::vector<GroupCells> cells = cells_of(label, group, groups, decisions);
    const std::size_t draws = static_cast<std::size_t>(std::max(settings.draws, 0)), block = classifiers_ * groups_;
    counts_.resize(draws * block);
    parallel_for(draws, settings.threads, [&](std::size_t begin, std::size_t end, int) {
        std::vector<std::size_t> drawn;
        for (std::size_t draw = begin; draw < end; ++draw) {
            throw_if_stopped(stop);
            Random random = draw_stream(settings.seed, "decision bootstrap", draw);
            for (std::size_t g = 0; g < groups_; ++g) {
                const GroupCells &of = cells[g];
                drawn.assign(of.cells.size(), 0);
                for (std::size_t i = 0; i < of.of_row.size(); ++i)
                    ++drawn[of.of_row[random.below(of.of_row.size())]];
                for (std::size_t c = 0; c < of.cells.size(); ++c)
                    for (std::size_t k = 0; k < classifiers_; ++k)
                        count(counts_[draw * block + k * groups_ + g], of.cells[c].label, of.cells[c].decisions[k], drawn[c]);
            }
        }
    });
}

std::vector<double> DecisionBootstrap::values(std::size_t classifier, DecisionFigure figure, std::span<const std::int32_t> of_group) const
{
    const std::size_t block = classifiers_ * groups_;
    std::vector<double> out(block == 0 ? 0 : counts_.size() / block);
    std::vector<GroupCounts> together(of_group.empty() ? 0 : 1 + static_cast<std::size_t>(*std::max_element(of_group.begin(), of_group.end())));
    for (std::size_t draw = 0; draw < out.size(); ++draw) {
        const std::span<const GroupCounts> counts(counts_.data() + draw * block + classifier * groups_, groups_);
        if (of_group.empty()) {
            out[draw] = decision_figure(figure, counts);
            continue;
        }
        std::fill(together.begin(), together.end(), GroupCounts());
        for (std::size_t g = 0; g < groups_; ++g)
            together[static_cast<std::size_t>(of_group[g])] += counts[g];
        out[draw] = decision_figure(figure, together);
    }
    return out;
}

std::optional<Interval> percentile_interval(std::vector<double> values, double level, const char *resampled)
{
    const double all = static_cast<double>(values.size());
    std::erase_if(values, [](double v) { return std::isnan(v); });
    if (values.size() < 2 || static_cast<double>(values.size()) < (1 - tolerated_undefined) * all)
        return std::nullopt;
    std::sort(values.begin(), values.end());
    Interval out;
    out.low = quantile_of_sorted(values, 0.5 - 0.5 * level);
    out.high = quantile_of_sorted(values, 0.5 + 0.5 * level);
    out.level = level;
    out.resampled = resampled;
    out.draws = static_cast<int>(values.size());
    out.values = std::make_shared<const std::vector<double>>(std::move(values));
    return out;
}

BootstrapDifference bootstrap_difference(double first, double second, const std::vector<double> &first_draws, const std::vector<double> &second_draws,
                                         double level, const char *resampled)
{
    BootstrapDifference out;
    if (std::isnan(first) || std::isnan(second)) {
        out.difference = Metric::undefined_because(FAIRLOOM_TEXT("one of the two figures is undefined"));
        return out;
    }
    std::vector<double> differences;
    std::size_t above = 0, below = 0;
    for (std::size_t i = 0; i < std::min(first_draws.size(), second_draws.size()); ++i) {
        const double d = first_draws[i] - second_draws[i];
        differences.push_back(d);
        above += d >= 0;
        below += d <= 0;
    }
    const double draws = static_cast<double>(differences.size());
    out.p_value = std::min(1.0, 2 * static_cast<double>(1 + std::min(above, below)) / (draws + 1));
    out.difference = Metric(first - second);
    out.difference.interval = percentile_interval(std::move(differences), level, resampled);
    return out;
}

Metric mean_over_seeds(const std::vector<double> &figures, const std::vector<std::vector<double>> &values, double level, std::uint64_t seed)
{
    const std::size_t seeds = figures.size();
    double sum = 0;
    for (const double figure : figures)
        sum += figure;
    if (seeds == 0 || std::isnan(sum))
        return Metric::undefined_because(fewer_defined);
    const double mean = sum / static_cast<double>(seeds);
    Metric out(mean);
    if (seeds < 2)
        return out;
    const double stretch = std::sqrt(static_cast<double>(seeds) / static_cast<double>(seeds - 1));
    std::vector<double> drawn(values.front().size());
    Random random(seed, "seeds drawn");
    for (std::size_t draw = 0; draw < drawn.size(); ++draw) {
        double total = 0;
        // Apart, because only the seeds are too few: what the rows add to every seed's figure, and what the seed drawn has in itself.
        for (std::size_t k = 0; k < seeds; ++k) {
            const std::size_t chosen = random.below(seeds);
            total += (values[chosen][draw] - figures[chosen]) + stretch * (figures[chosen] - mean);
        }
        drawn[draw] = mean + total / static_cast<double>(seeds);
    }
    out.interval = percentile_interval(std::move(drawn), level, "test rows and seeds");
    return out;
}

} // namespace fairloom
