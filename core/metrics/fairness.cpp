#include "core/metrics/fairness.h"

#include "core/base/error.h"
#include "core/base/normal_quantile.h"
#include "core/metrics/intervals.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

namespace fairloom {

namespace {

constexpr const char *no_rows = FAIRLOOM_TEXT("group “%1” has no row");
constexpr const char *no_probabilities = FAIRLOOM_TEXT("decisions alone were given, no probabilities");

/// Makes the rates of one group.
class RateMaker {
public:
    RateMaker(const std::string &group, double level) : group_(group), level_(level) {}

    Metric operator()(std::size_t count, std::size_t of, const char *reason) const
    {
        if (of == 0)
            return Metric::undefined_because(Message(reason, {group_}));
        return level_ > 0 ? wilson_rate(count, of, level_) : Metric(static_cast<double>(count) / static_cast<double>(of));
    }

private:
    const std::string &group_;
    double level_;
};

GroupRates rates_of(const Group &group, const GroupCounts &c, const FairnessOptions &options)
{
    const RateMaker rate(group.name, options.level);
    const std::size_t positives = c.true_positive + c.false_negative, negatives = c.false_positive + c.true_negative,
                      selected = c.true_positive + c.false_positive;
    GroupRates r;
    r.group = group;
    r.n = c.n();
    r.counts = c;
    r.small = r.n < options.minimum_rows;
    r.base_rate = rate(positives, r.n, no_rows);
    r.selection_rate = rate(selected, r.n, no_rows);
    r.accuracy = rate(c.true_positive + c.true_negative, r.n, no_rows);
    r.tpr = rate(c.true_positive, positives, FAIRLOOM_TEXT("no row of group “%1” has the positive label, so its true-positive rate is undefined"));
    r.fnr = rate(c.false_negative, positives, FAIRLOOM_TEXT("no row of group “%1” has the positive label, so its false-negative rate is undefined"));
    r.fpr = rate(c.false_positive, negatives, FAIRLOOM_TEXT("no row of group “%1” has the negative label, so its false-positive rate is undefined"));
    r.precision = rate(c.true_positive, selected, FAIRLOOM_TEXT("no row of group “%1” was predicted positive, so its precision is undefined"));
    for (Metric *metric : {&r.auroc, &r.calibration, &r.calibration_error})
        *metric = Metric::undefined_because(no_probabilities);
    return r;
}

AgainstReference against(const GroupCounts &a, const GroupCounts &b, double level)
{
    const auto bare = [&](Metric metric) {
        if (level <= 0)
            metric.interval.reset();
        return metric;
    };
    struct Rate {
        std::size_t a, of_a, b, of_b;
        Metric AgainstReference::*difference;
        Metric AgainstReference::*log_ratio;
    };
    const auto selected = [](const GroupCounts &c) { return c.true_positive + c.false_positive; };
    const auto positives = [](const GroupCounts &c) { return c.true_positive + c.false_negative; };
    const auto negatives = [](const GroupCounts &c) { return c.false_positive + c.true_negative; };
    const Rate rates[] = {
        {selected(a), a.n(), selected(b), b.n(), &AgainstReference::selection_difference, &AgainstReference::selection_log_ratio},
        {a.true_positive, positives(a), b.true_positive, positives(b), &AgainstReference::tpr_difference, &AgainstReference::tpr_log_ratio},
        {a.false_positive, negatives(a), b.false_positive, negatives(b), &AgainstReference::fpr_difference, &AgainstReference::fpr_log_ratio}};
    AgainstReference out;
    const double any_level = level > 0 ? level : 0.95;
    for (const Rate &r : rates) {
        out.*r.difference = bare(newcombe_difference(r.a, r.of_a, r.b, r.of_b, any_level));
        out.*r.log_ratio = bare(log_ratio(r.a, r.of_a, r.b, r.of_b, any_level));
    }
    return out;
}

/// Smallest and largest rate over the groups that have rows, or why there is none.
struct Range {
    double low = 0, high = 0;
    Message undefined;
};

Range range_of(const std::vector<GroupRates> &groups, Metric GroupRates::*rate)
{
    Range range;
    bool any = false;
    for (const GroupRates &g : groups) {
        if (g.n == 0)
            continue;
        const Metric &metric = g.*rate;
        if (!metric) {
            range.undefined = metric.undefined;
            return range;
        }
        range.low = any ? std::min(range.low, *metric.value) : *metric.value;
        range.high = any ? std::max(range.high, *metric.value) : *metric.value;
        any = true;
    }
    if (!any)
        range.undefined = FAIRLOOM_TEXT("there are no rows");
    return range;
}

Metric difference(const Range &range)
{
    return range.undefined.empty() ? Metric(range.high - range.low) : Metric::undefined_because(range.undefined);
}

Metric ratio(const Range &range, const char *zero_by_zero)
{
    if (!range.undefined.empty())
        return Metric::undefined_because(range.undefined);
    if (range.high == 0)
        return Metric::undefined_because(Message(zero_by_zero));
    return Metric(range.low / range.high);
}

/// min or max of two figures of which each is needed.
template <typename Choose>
Metric worst(const Metric &a, const Metric &b, Choose choose)
{
    if (!a)
        return a;
    if (!b)
        return b;
    return Metric(choose(*a.value, *b.value));
}

constexpr int calibration_bins = 10;

/// A mean with its normal interval.
Metric mean_metric(std::span<const double> values, double level)
{
    const double n = static_cast<double>(values.size());
    double sum = 0, squares = 0;
    for (const double v : values)
        sum += v;
    const double mean = sum / n;
    for (const double v : values)
        squares += (v - mean) * (v - mean);
    Metric out(mean);
    if (level > 0 && values.size() > 1) {
        const double half = normal_quantile(0.5 + 0.5 * level) * std::sqrt(squares / (n - 1) / n);
        out.interval.emplace();
        out.interval->low = mean - half;
        out.interval->high = mean + half;
        out.interval->level = level;
        out.interval->method = "normal";
        out.interval->resampled = "test rows";
    }
    return out;
}

/// What a group's probabilities say beside its decisions.
void add_score_figures(GroupRates &rates, std::span<const std::uint8_t> label, std::span<const float> probability, double level)
{
    if (label.empty()) {
        for (Metric *metric : {&rates.auroc, &rates.calibration, &rates.calibration_error})
            *metric = Metric::undefined_because(Message(no_rows, {rates.group.name}));
        return;
    }
    rates.auroc = delong_auroc(label, probability, level > 0 ? level : 0.95);
    if (level <= 0)
        rates.auroc.interval.reset();
    std::vector<double> excess(label.size());
    std::array<double, calibration_bins> bin{};
    for (std::size_t i = 0; i < label.size(); ++i) {
        excess[i] = static_cast<double>(probability[i]) - label[i];
        const int b = std::clamp(static_cast<int>(probability[i] * calibration_bins), 0, calibration_bins - 1);
        bin[static_cast<std::size_t>(b)] += excess[i];
    }
    rates.calibration = mean_metric(excess, level);
    double error = 0;
    for (const double sum : bin)
        error += std::abs(sum);
    rates.calibration_error = Metric(error / static_cast<double>(label.size()));
}

std::optional<double> number(double value)
{
    return value == value ? std::optional<double>(value) : std::nullopt;
}

/// The same table read as fairlearn reads it: a rate 0/0 counts as 0, a ratio 0/0 is not a number, and the smaller of
/// two ratios is Python's min, which keeps its first argument unless the second is smaller.
FairlearnFigures fairlearn_figures(const std::vector<GroupRates> &groups)
{
    const auto range = [&](Metric GroupRates::*rate) {
        std::pair<double, double> r{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
        for (const GroupRates &g : groups) {
            if (g.n == 0)
                continue;
            const double value = (g.*rate).value.value_or(0);
            r = {std::min(r.first, value), std::max(r.second, value)};
        }
        return r;
    };
    const auto ratio_of = [](std::pair<double, double> r) {
        return r.second == 0 ? std::numeric_limits<double>::quiet_NaN() : r.first / r.second;
    };
    if (std::none_of(groups.begin(), groups.end(), [](const GroupRates &g) { return g.n > 0; }))
        return {};
    const auto selection = range(&GroupRates::selection_rate), tpr = range(&GroupRates::tpr), fpr = range(&GroupRates::fpr);
    const double tpr_ratio = ratio_of(tpr), fpr_ratio = ratio_of(fpr);
    FairlearnFigures out;
    out.dpr = number(ratio_of(selection));
    out.eor = number(fpr_ratio < tpr_ratio ? fpr_ratio : tpr_ratio);
    out.dpd = selection.second - selection.first;
    out.eod = std::max(tpr.second - tpr.first, fpr.second - fpr.first);
    return out;
}

} // namespace

Fairness fairness_of_counts(const std::vector<GroupCounts> &counts, const std::vector<Group> &groups, const FairnessOptions &options)
{
    Fairness out;
    out.threshold = options.threshold;
    const auto fewer = [](const GroupCounts &a, const GroupCounts &b) { return a.n() < b.n(); };
    out.reference = options.reference && *options.reference < groups.size()
                        ? *options.reference
                        : static_cast<std::size_t>(std::max_element(counts.begin(), counts.end(), fewer) - counts.begin());
    out.groups.reserve(groups.size());
    for (std::size_t g = 0; g < groups.size(); ++g) {
        out.groups.push_back(rates_of(groups[g], counts[g], options));
        if (g != out.reference && counts[g].n() > 0 && counts[out.reference].n() > 0)
            out.groups.back().against = against(counts[g], counts[out.reference], options.level);
    }

    const Range selection = range_of(out.groups, &GroupRates::selection_rate);
    const Range tpr = range_of(out.groups, &GroupRates::tpr);
    const Range fpr = range_of(out.groups, &GroupRates::fpr);
    out.dpd = difference(selection);
    out.dpr = ratio(selection, FAIRLOOM_TEXT("no row of any group was predicted positive, so the ratio of selection rates is 0/0"));
    out.eopd = difference(tpr);
    out.eopr = ratio(tpr, FAIRLOOM_TEXT("every group's true-positive rate is 0, so the ratio of true-positive rates is 0/0"));
    out.eod = worst(out.eopd, difference(fpr), [](double a, double b) { return std::max(a, b); });
    out.eor = worst(out.eopr,
                    ratio(fpr, FAIRLOOM_TEXT("every group's false-positive rate is 0, so the ratio of false-positive rates is 0/0")),
                    [](double a, double b) { return std::min(a, b); });
    out.fairlearn = fairlearn_figures(out.groups);
    return out;
}

Fairness compute_fairness(std::span<const std::uint8_t> label, std::span<const std::uint8_t> decision,
                          std::span<const std::int32_t> group, const std::vector<Group> &groups, const FairnessOptions &options)
{
    if (label.size() != decision.size() || label.size() != group.size())
        throw InputError(Message(FAIRLOOM_TEXT("%1 labels, %2 decisions and %3 groups do not belong together"),
                                 {std::to_string(label.size()), std::to_string(decision.size()), std::to_string(group.size())}),
                         "", FAIRLOOM_TEXT("Pass one of each per row"));
    std::vector<GroupCounts> counts(groups.size());
    for (std::size_t i = 0; i < label.size(); ++i) {
        if (group[i] < 0 || static_cast<std::size_t>(group[i]) >= groups.size())
            throw InputError(Message(FAIRLOOM_TEXT("row %1 belongs to none of the %2 groups"),
                                     {std::to_string(i + 1), std::to_string(groups.size())}),
                             "", FAIRLOOM_TEXT("Leave rows without a group out"));
        GroupCounts &c = counts[static_cast<std::size_t>(group[i])];
        if (decision[i])
            ++(label[i] ? c.true_positive : c.false_positive);
        else
            ++(label[i] ? c.false_negative : c.true_negative);
    }
    return fairness_of_counts(counts, groups, options);
}

Fairness compute_fairness(const ScoredRows &rows, const std::vector<Group> &groups, const FairnessOptions &options)
{
    Fairness out = compute_fairness(rows.label, decisions_at(rows, options.threshold), rows.group, groups, options);
    std::vector<std::vector<float>> probability(groups.size());
    std::vector<std::vector<std::uint8_t>> label(groups.size());
    for (std::size_t i = 0; i < rows.rows(); ++i) {
        const auto g = static_cast<std::size_t>(rows.group[i]);
        probability[g].push_back(rows.probability[i]);
        label[g].push_back(rows.label[i]);
    }
    for (std::size_t g = 0; g < groups.size(); ++g)
        add_score_figures(out.groups[g], label[g], probability[g], options.level);
    return out;
}

std::vector<GroupCounts> counts_of(const Fairness &fairness)
{
    std::vector<GroupCounts> out;
    for (const GroupRates &group : fairness.groups)
        out.push_back(group.counts);
    return out;
}

FourFifths four_fifths(const Metric &ratio)
{
    constexpr double limit = 0.8;
    if (!ratio)
        return FourFifths::undefined;
    const double low = ratio.interval ? ratio.interval->low : *ratio.value, high = ratio.interval ? ratio.interval->high : *ratio.value;
    return low >= limit ? FourFifths::met : high < limit ? FourFifths::missed : FourFifths::unsettled;
}

std::vector<GroupMarginal> group_marginals(const std::vector<Group> &groups)
{
    std::vector<GroupMarginal> out;
    const std::size_t columns = groups.empty() ? 0 : groups.front().values.size();
    for (std::size_t c = 0; columns > 1 && c < columns; ++c) {
        GroupMarginal marginal;
        marginal.column = groups.front().values[c].first;
        for (const Group &group : groups) {
            const auto &value = group.values[c];
            if (std::none_of(marginal.groups.begin(), marginal.groups.end(), [&](const Group &g) { return g.name == value.second; }))
                marginal.groups.push_back({value.second, {value}});
        }
        std::sort(marginal.groups.begin(), marginal.groups.end(), [](const Group &a, const Group &b) { return a.name < b.name; });
        for (const Group &group : groups)
            marginal.of_group.push_back(static_cast<std::int32_t>(
                std::find_if(marginal.groups.begin(), marginal.groups.end(), [&](const Group &g) { return g.name == group.values[c].second; }) -
                marginal.groups.begin()));
        out.push_back(std::move(marginal));
    }
    return out;
}

} // namespace fairloom
