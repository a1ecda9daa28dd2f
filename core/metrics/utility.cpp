#include "core/metrics/utility.h"

#include "core/base/error.h"
#include "core/metrics/ranks.h"

#include <algorithm>
#include <string>

namespace fairloom {

namespace {

Metric share(std::size_t count, std::size_t of, const char *reason)
{
    if (of == 0)
        return Metric::undefined_because(Message(reason));
    return Metric(static_cast<double>(count) / static_cast<double>(of));
}

void require_pairs(std::size_t labels, std::size_t scores)
{
    if (labels != scores)
        throw InputError(Message(FAIRLOOM_TEXT("%1 labels and %2 scores do not belong together"),
                                 {std::to_string(labels), std::to_string(scores)}),
                         "", FAIRLOOM_TEXT("Pass one of each per row"));
}

} // namespace

Utility compute_utility(std::span<const std::uint8_t> label, std::span<const float> probability, double threshold)
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
    out.accuracy = share(n - fp - fn, n, FAIRLOOM_TEXT("there are no rows"));
    out.precision = share(tp, tp + fp, FAIRLOOM_TEXT("no row was predicted positive, so precision is undefined"));
    out.recall = share(tp, positives, FAIRLOOM_TEXT("no row has the positive label, so recall is undefined"));
    out.f1 = share(2 * tp, 2 * tp + fp + fn,
                   FAIRLOOM_TEXT("no row has the positive label or was predicted positive, so F1 is undefined"));
    out.auroc = auroc(label, probability);
    if (n > 0)
        out.majority_accuracy = static_cast<double>(std::max(positives, n - positives)) / static_cast<double>(n);
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
