#include "core/study/comparison/paired_difference.h"

#include "core/metrics/intervals.h"
#include "core/study/comparison/student_t.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace fairloom {

namespace {

/// Far below what a figure is good for; differences of equal figures that were summed in another order are no differences.
constexpr double negligible = 1e-13;

PairedDifference judged(PairedDifference out, const std::vector<double> &differences, double level, double quantile)
{
    const Spread spread = spread_of(differences);
    const double n = double(spread.n), scale = std::max(std::abs(spread.low), std::abs(spread.high));
    out.difference = scale <= negligible ? 0.0 : spread.mean;
    Interval interval;
    const double half = spread.sd <= negligible ? 0 : quantile * spread.sd / std::sqrt(n);
    interval.low = *out.difference.value - half;
    interval.high = *out.difference.value + half;
    interval.level = level;
    interval.resampled = "seeds";
    interval.method = "paired t";
    out.difference.interval = interval;
    if (half > 0)
        out.p_value = student_t_two_sided(*out.difference.value * std::sqrt(n) / spread.sd, n - 1);
    else
        out.p_value = *out.difference.value == 0 ? 1 : 0;
    return out;
}

std::vector<double> differences_of(std::span<const ComparisonRow> rows, const SeedGroup &group, const SeedGroup &reference, ComparedFigure figure,
                                   std::vector<std::uint64_t> &seeds)
{
    std::vector<double> out;
    auto other = reference.draws.begin();
    for (const std::size_t row : group.draws) {
        const std::uint64_t seed = rows[row].run->settings.seed;
        while (other != reference.draws.end() && rows[*other].run->settings.seed < seed)
            ++other;
        if (other == reference.draws.end() || rows[*other].run->settings.seed != seed)
            continue;
        const Metric &x = rows[row][figure], &y = rows[*other][figure];
        if (!x || !y)
            continue;
        seeds.push_back(seed);
        out.push_back(*x.value - *y.value);
    }
    return out;
}

/// Quantiles cost more than all else here, and a table has few different numbers of seeds.
class Quantiles {
public:
    explicit Quantiles(double level) : level_(level) {}
    double level() const { return level_; }
    double operator()(std::size_t n)
    {
        const auto [entry, added] = of_n_.try_emplace(n, 0);
        if (added)
            entry->second = student_t_quantile(level_, double(n - 1));
        return entry->second;
    }

private:
    double level_;
    std::map<std::size_t, double> of_n_;
};

PairedDifference difference_of(std::span<const ComparisonRow> rows, std::span<const SeedGroup> groups, std::size_t group, std::size_t reference,
                               ComparedFigure figure, Quantiles &quantiles)
{
    PairedDifference out;
    out.figure = figure;
    out.group = group;
    out.reference = reference;
    const std::vector<double> differences = differences_of(rows, groups[group], groups[reference], figure, out.seeds);
    if (differences.size() < 2) {
        out.difference = Metric::undefined_because(Message(FAIRLOOM_TEXT("a difference over seeds needs at least two seeds that both have; there are %1"),
                                                           {std::to_string(differences.size())}));
        return out;
    }
    return judged(std::move(out), differences, quantiles.level(), quantiles(differences.size()));
}

} // namespace

bool PairedDifference::shown() const
{
    return difference && difference.interval && (difference.interval->low > 0 || difference.interval->high < 0);
}

PairedDifference paired_difference(std::span<const ComparisonRow> rows, std::span<const SeedGroup> groups, std::size_t group, std::size_t reference,
                                   ComparedFigure figure, double level)
{
    Quantiles quantiles(level);
    return difference_of(rows, groups, group, reference, figure, quantiles);
}

std::vector<PairedDifference> paired_differences(std::span<const ComparisonRow> rows, std::span<const SeedGroup> groups, std::size_t reference,
                                                 std::span<const ComparedFigure> figures, double level)
{
    Quantiles quantiles(level);
    std::vector<PairedDifference> out;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        const std::size_t against = reference_for(rows, groups, g, reference);
        if (against == g || against == groups.size())
            continue;
        for (const ComparedFigure figure : figures)
            out.push_back(difference_of(rows, groups, g, against, figure, quantiles));
    }
    std::vector<double> p;
    for (const PairedDifference &difference : out)
        if (difference.difference)
            p.push_back(difference.p_value);
    const std::vector<double> adjusted = holm_adjusted(p);
    std::size_t next = 0;
    for (PairedDifference &difference : out)
        if (difference.difference)
            difference.p_holm = adjusted[next++];
    return out;
}

std::string signed_figure(ComparedFigure figure, double value, int decimals)
{
    const ComparedFigureInfo &info = info_of(figure);
    const int digits = decimals < 0 ? info.most_decimals : decimals;
    const double shown = value * info.shown_per_unit;
    // "-0.000" would look like a finding
    if (std::abs(shown) < 0.5 * std::pow(10.0, -digits))
        return fmt::format("{:.{}f}", 0.0, digits);
    return fmt::format("{:+.{}f}", shown, digits);
}

Message difference_sentence(const PairedDifference &difference, const std::string &group, const std::string &reference)
{
    const std::string figure = info_of(difference.figure).short_name.english();
    if (!difference.difference || !difference.difference.interval)
        return Message(FAIRLOOM_TEXT("%1 and %2 cannot be compared in %3: %4"), {group, reference, figure, difference.difference.undefined.english()});
    const Interval &interval = *difference.difference.interval;
    const std::vector<std::string> args{group,
                                        reference,
                                        figure,
                                        signed_figure(difference.figure, *difference.difference.value),
                                        fmt::format("{:g}", 100 * interval.level),
                                        signed_figure(difference.figure, interval.low),
                                        signed_figure(difference.figure, interval.high),
                                        std::to_string(difference.seeds.size())};
    if (!difference.shown())
        return Message(FAIRLOOM_TEXT("No difference in %3 is shown between %1 and %2: %4 (%5 % interval %6 to %7, %8 seeds)"), args);
    if (*difference.difference.value > 0)
        return Message(FAIRLOOM_TEXT("%1 is higher than %2 in %3: %4 (%5 % interval %6 to %7, %8 seeds)"), args);
    return Message(FAIRLOOM_TEXT("%1 is lower than %2 in %3: %4 (%5 % interval %6 to %7, %8 seeds)"), args);
}

} // namespace fairloom
