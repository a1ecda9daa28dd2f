#include "core/metrics/fairness.h"

#include "core/base/error.h"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

namespace fairloom {

namespace {

Metric rate(std::size_t count, std::size_t of, const char *reason, const std::string &group)
{
    if (of == 0)
        return Metric::undefined_because(Message(reason, {group}));
    return Metric(static_cast<double>(count) / static_cast<double>(of));
}

constexpr const char *no_rows = FAIRLOOM_TEXT("group “%1” has no row");

GroupRates rates_of(const Group &group, const GroupCounts &c)
{
    GroupRates r;
    r.group = group;
    r.n = c.n();
    r.base_rate = rate(c.true_positive + c.false_negative, r.n, no_rows, group.name);
    r.selection_rate = rate(c.true_positive + c.false_positive, r.n, no_rows, group.name);
    r.accuracy = rate(c.true_positive + c.true_negative, r.n, no_rows, group.name);
    r.tpr = rate(c.true_positive, c.true_positive + c.false_negative,
                 FAIRLOOM_TEXT("no row of group “%1” has the positive label, so its true-positive rate is undefined"), group.name);
    r.fpr = rate(c.false_positive, c.false_positive + c.true_negative,
                 FAIRLOOM_TEXT("no row of group “%1” has the negative label, so its false-positive rate is undefined"), group.name);
    r.precision = rate(c.true_positive, c.true_positive + c.false_positive,
                       FAIRLOOM_TEXT("no row of group “%1” was predicted positive, so its precision is undefined"), group.name);
    return r;
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

Fairness compute_fairness(std::span<const std::uint8_t> label, std::span<const std::uint8_t> decision,
                          std::span<const std::int32_t> group, const std::vector<Group> &groups)
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

    Fairness out;
    out.groups.reserve(groups.size());
    for (std::size_t g = 0; g < groups.size(); ++g)
        out.groups.push_back(rates_of(groups[g], counts[g]));

    const Range selection = range_of(out.groups, &GroupRates::selection_rate);
    const Range tpr = range_of(out.groups, &GroupRates::tpr);
    const Range fpr = range_of(out.groups, &GroupRates::fpr);
    out.dpd = difference(selection);
    out.dpr = ratio(selection, FAIRLOOM_TEXT("no row of any group was predicted positive, so the ratio of selection rates is 0/0"));
    out.eod = worst(difference(tpr), difference(fpr), [](double a, double b) { return std::max(a, b); });
    out.eor = worst(
        ratio(tpr, FAIRLOOM_TEXT("every group's true-positive rate is 0, so the ratio of true-positive rates is 0/0")),
        ratio(fpr, FAIRLOOM_TEXT("every group's false-positive rate is 0, so the ratio of false-positive rates is 0/0")),
        [](double a, double b) { return std::min(a, b); });
    out.fairlearn = fairlearn_figures(out.groups);
    return out;
}

} // namespace fairloom
