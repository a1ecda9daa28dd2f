#include "core/metrics/utility.h"

#include "core/base/error.h"
#include "core/metrics/intervals.h"
#include "core/metrics/ranks.h"

#include <algorithm>
#include <string>

namespace fairloom {

namespace {

/// level 0 = without interval.
Metric share(std::size_t count, std::size_t of, const char *reason, double level = 0)
{
    if (of == 0)
        return Metric::undefined_because(Message(reason));
    return level > 0 ? wilson_rate(count, of, level) : Metric(static_cast<double>(count) / static_cast<double>(of));
}

void require_pairs(std::size_t labels, std::size_t scores)
{
    if (labels != scores)
        throw InputError(Message(FAIRLOOM_TEXT("%1 labels and %2 scores do not belong together"),
                                 {std::to_string(labels), std::to_string(scores)}),
                         "", FAIRLOOM_TEXT("Pass one of each per row"));
}

} // namespace

namespace {

Utility utility_of(std::span<const std::uint8_t> label, std::span<const float> probability, double threshold, double level)
{
    require_pairs(label.size(), probability.size());
    const std::size_t n = label.size();
    std::size_t tp = 0, fp = 0, fn = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const bool positive = static_cast<double>(probability[i]) >= threshold;
        tp += positive && label[i];
        fp += positive && !label[i];
        fn += !positive && label[i];
    }
    const std::size_t positives = tp + fn;

    Utility out;
    out.accuracy = share(n - fp - fn, n, FAIRLOOM_TEXT("there are no rows"), level);
    out.precision = share(tp, tp + fp, FAIRLOOM_TEXT("no row was predicted positive, so precision is undefined"), level);
    out.recall = share(tp, positives, FAIRLOOM_TEXT("no row has the positive label, so recall is undefined"), level);
    out.f1 = share(2 * tp, 2 * tp + fp + fn,
                   FAIRLOOM_TEXT("no row has the positive label or was predicted positive, so F1 is undefined"));
    if (n > 0)
        out.majority_accuracy = static_cast<double>(std::max(positives, n - positives)) / static_cast<double>(n);
    return out;
}

} // namespace

Utility compute_utility(std::span<const std::uint8_t> label, std::span<const float> probability, double threshold)
{
    Utility out = utility_of(label, probability, threshold, 0);
    out.auroc = auroc(label, probability);
    return out;
}

Utility compute_utility(const ScoredRows &rows, double threshold, double level)
{
    Utility out = utility_of(rows.label, rows.probability, threshold, level);
    out.auroc = level > 0 ? delong_auroc(rows.label, rows.probability, level) : auroc(rows.label, rows.probability);
    return out;
}

Metric auroc(std::span<const std::uint8_t> label, std::span<const float> score)
{
    require_pairs(label.size(), score.size());
    const std::size_t n = label.size();
    const std::size_t positives = static_cast<std::size_t>(std::count_if(label.begin(), label.end(), [](auto v) { return v != 0; }));
    if (n == 0)
        return Metric::undefined_because(FAIRLOOM_TEXT("there are no rows"));
    if (positives == 0)
        return Metric::undefined_because(FAIRLOOM_TEXT("no row has the positive label, so AUROC is undefined"));
    if (positives == n)
        return Metric::undefined_because(FAIRLOOM_TEXT("no row has the negative label, so AUROC is undefined"));
    const RankedScores ranked(score);
    double sum = 0;
    for (std::size_t i = 0; i < n; ++i)
        if (label[i])
            sum += ranked.midrank[i];
    return Metric(auroc_from_rank_sum(sum, positives, n));
}

} // namespace fairloom
