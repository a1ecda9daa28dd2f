#include "core/metrics/intervals.h"

#include "core/base/normal_quantile.h"
#include "core/metrics/ranks.h"
#include "core/metrics/utility.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace fairloom {

namespace {

double two_sided_z(double level) { return normal_quantile(0.5 + 0.5 * level); }

Interval interval_of(double low, double high, double level, const char *method, const char *resampled)
{
    Interval out;
    out.low = low;
    out.high = high;
    out.level = level;
    out.method = method;
    out.resampled = resampled;
    return out;
}

struct Limits {
    double p = 0, low = 0, high = 1;
};

/// Wilson's limits; n > 0.
Limits wilson(std::size_t successes, std::size_t n, double level)
{
    const double count = static_cast<double>(n), p = static_cast<double>(successes) / count;
    const double z = two_sided_z(level), z2n = z * z / count;
    const double centre = (p + z2n / 2) / (1 + z2n);
    const double half = z / (1 + z2n) * std::sqrt(p * (1 - p) / count + z2n / (4 * count));
    return {p, successes == 0 ? 0 : std::max(0.0, centre - half), successes == n ? 1 : std::min(1.0, centre + half)};
}

} // namespace

Metric wilson_rate(std::size_t successes, std::size_t n, double level, const char *resampled)
{
    if (n == 0)
        return Metric::undefined_because(FAIRLOOM_TEXT("there are no rows"));
    const Limits limits = wilson(successes, n, level);
    Metric out(limits.p);
    out.interval = interval_of(limits.low, limits.high, level, "Wilson", resampled);
    return out;
}

Metric newcombe_difference(std::size_t a, std::size_t n_a, std::size_t b, std::size_t n_b, double level, const char *resampled)
{
    if (n_a == 0 || n_b == 0)
        return Metric::undefined_because(FAIRLOOM_TEXT("there are no rows"));
    const Limits first = wilson(a, n_a, level), second = wilson(b, n_b, level);
    const double difference = first.p - second.p;
    Metric out(difference);
    out.interval = interval_of(difference - std::hypot(first.p - first.low, second.high - second.p),
                               difference + std::hypot(first.high - first.p, second.p - second.low), level, "Newcombe", resampled);
    return out;
}

Metric log_ratio(std::size_t a, std::size_t n_a, std::size_t b, std::size_t n_b, double level, const char *resampled)
{
    if (n_a == 0 || n_b == 0)
        return Metric::undefined_because(FAIRLOOM_TEXT("there are no rows"));
    if (a == 0 && b == 0)
        return Metric::undefined_because(FAIRLOOM_TEXT("both rates are 0, so their ratio is 0/0"));
    if (a == 0 || b == 0)
        return Metric::undefined_because(FAIRLOOM_TEXT("one of the rates is 0, so the logarithm of their ratio is infinite"));
    const Limits first = wilson(a, n_a, level), second = wilson(b, n_b, level);
    const double ratio = std::log(first.p / second.p);
    Metric out(ratio);
    out.interval = interval_of(ratio - std::hypot(std::log(first.p / first.low), std::log(second.high / second.p)),
                               ratio + std::hypot(std::log(first.high / first.p), std::log(second.p / second.low)), level, "MOVER", resampled);
    return out;
}

Metric delong_auroc(std::span<const std::uint8_t> label, std::span<const float> score, double level, const char *resampled)
{
    const std::size_t n = label.size();
    std::vector<float> of_label[2];
    for (std::size_t i = 0; i < n; ++i)
        of_label[label[i] != 0].push_back(score[i]);
    const std::size_t positives = of_label[1].size(), negatives = of_label[0].size();
    Metric out = auroc(label, score);
    if (!out || positives < 2 || negatives < 2 || *out.value <= 0 || *out.value >= 1)
        return out;
    const double area = *out.value;

    // What a row contributes: the share of rows of the other label that it is ranked rightly against.
    const RankedScores all(score), own[2] = {RankedScores(of_label[0]), RankedScores(of_label[1])};
    double sum[2] = {}, squares[2] = {};
    std::size_t seen[2] = {};
    for (std::size_t i = 0; i < n; ++i) {
        const int y = label[i] != 0;
        const double against = all.midrank[i] - own[y].midrank[seen[y]++];
        const double share = y ? against / static_cast<double>(negatives) : 1 - against / static_cast<double>(positives);
        sum[y] += share;
        squares[y] += share * share;
    }
    double variance = 0;
    for (const int y : {0, 1}) {
        const double count = static_cast<double>(seen[y]), mean = sum[y] / count;
        variance += std::max(0.0, squares[y] / count - mean * mean) / (count - 1);
    }
    const double logit = std::log(area / (1 - area)), half = two_sided_z(level) * std::sqrt(variance) / (area * (1 - area));
    const auto expit = [](double x) { return 1 / (1 + std::exp(-x)); };
    out.interval = interval_of(expit(logit - half), expit(logit + half), level, "DeLong", resampled);
    return out;
}

double quantile_of_sorted(std::span<const double> ascending, double q)
{
    const double at = q * static_cast<double>(ascending.size() - 1);
    const std::size_t low = static_cast<std::size_t>(at), high = std::min(low + 1, ascending.size() - 1);
    return ascending[low] + (at - static_cast<double>(low)) * (ascending[high] - ascending[low]);
}

namespace {

std::optional<double> bound(const Metric &metric, double confidence, bool lower)
{
    if (!metric.value || !metric.interval)
        return std::nullopt;
    const Interval &interval = *metric.interval;
    if (interval.values && !interval.values->empty())
        return quantile_of_sorted(*interval.values, lower ? 1 - confidence : confidence);
    const double end = lower ? interval.low : interval.high;
    return *metric.value + (end - *metric.value) * normal_quantile(confidence) / two_sided_z(interval.level);
}

} // namespace

std::optional<double> lower_bound(const Metric &metric, double confidence) { return bound(metric, confidence, true); }
std::optional<double> upper_bound(const Metric &metric, double confidence) { return bound(metric, confidence, false); }

std::vector<double> holm_adjusted(std::span<const double> p)
{
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });
    std::vector<double> out(p.size());
    double largest = 0;
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        largest = std::max(largest, std::min(1.0, p[order[rank]] * static_cast<double>(p.size() - rank)));
        out[order[rank]] = largest;
    }
    return out;
}

} // namespace fairloom
