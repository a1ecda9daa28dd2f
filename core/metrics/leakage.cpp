#include "core/metrics/leakage.h"

#include "core/base/draw_stream.h"
#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/progress.h"
#include "core/downstream/logistic_regression.h"
#include "core/metrics/intervals.h"
#include "core/metrics/ranks.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace fairloom {

namespace {

/// Mean 0 and deviation 1 on the training rows; constant columns become 0.
struct Standardiser {
    std::vector<double> mean, scale;

    explicit Standardiser(const Matrix &x) : mean(x.columns), scale(x.columns)
    {
        const double n = static_cast<double>(x.rows);
        for (std::size_t i = 0; i < x.rows; ++i)
            for (std::size_t j = 0; j < x.columns; ++j)
                mean[j] += x.row(i)[j];
        for (double &m : mean)
            m /= n;
        for (std::size_t i = 0; i < x.rows; ++i)
            for (std::size_t j = 0; j < x.columns; ++j)
                scale[j] += (x.row(i)[j] - mean[j]) * (x.row(i)[j] - mean[j]);
        for (std::size_t j = 0; j < x.columns; ++j) {
            const double deviation = std::sqrt(scale[j] / n);
            scale[j] = deviation > 1e-7 * (1 + std::abs(mean[j])) ? 1 / deviation : 0;
        }
    }

    Matrix operator()(const Matrix &x) const
    {
        Matrix out(x.rows, x.columns);
        for (std::size_t i = 0; i < x.rows; ++i)
            for (std::size_t j = 0; j < x.columns; ++j)
                out.row(i)[j] = static_cast<float>((x.row(i)[j] - mean[j]) * scale[j]);
        return out;
    }
};

/// AUROC of fixed scores, one-vs-rest, its mean over groups. Two groups need one of their two equal AUROCs.
class MacroAuroc {
public:
    MacroAuroc(const Matrix &probability, int groups) : n_(probability.rows), groups_(static_cast<std::size_t>(groups))
    {
        std::vector<float> score(n_);
        for (std::size_t c = groups == 2 ? 1 : 0; c < groups_; ++c) {
            for (std::size_t i = 0; i < n_; ++i)
                score[i] = probability.row(i)[c];
            classes_.push_back(c);
            ranked_.emplace_back(score);
        }
    }

    /// Every group occurs in `group`.
    double of(const std::vector<std::int32_t> &group) const
    {
        double total = 0;
        for (std::size_t k = 0; k < classes_.size(); ++k) {
            double sum = 0;
            std::size_t members = 0;
            for (std::size_t i = 0; i < n_; ++i)
                if (static_cast<std::size_t>(group[i]) == classes_[k]) {
                    sum += ranked_[k].midrank[i];
                    ++members;
                }
            total += auroc_from_rank_sum(sum, members, n_);
        }
        return total / static_cast<double>(classes_.size());
    }

    /// Row i counts weight[i] times. Empty if a group is left without rows, or nobody else has any.
    std::optional<double> of_weighted(std::span<const std::int32_t> group, const std::vector<std::uint32_t> &weight) const
    {
        double total = 0;
        for (std::size_t k = 0; k < classes_.size(); ++k) {
            const RankedScores &r = ranked_[k];
            std::uint64_t rest_below = 0, own_all = 0;
            double wins = 0;
            for (std::size_t t = 0; t + 1 < r.tie_begin.size(); ++t) {
                std::uint64_t own = 0, rest = 0;
                for (std::size_t at = r.tie_begin[t]; at < r.tie_begin[t + 1]; ++at) {
                    const std::uint32_t i = r.order[at];
                    (static_cast<std::size_t>(group[i]) == classes_[k] ? own : rest) += weight[i];
                }
                wins += static_cast<double>(own) * (static_cast<double>(rest_below) + 0.5 * static_cast<double>(rest));
                rest_below += rest;
                own_all += own;
            }
            if (own_all == 0 || rest_below == 0)
                return std::nullopt;
            total += wins / (static_cast<double>(own_all) * static_cast<double>(rest_below));
        }
        return total / static_cast<double>(classes_.size());
    }

private:
    std::size_t n_, groups_;
    std::vector<std::size_t> classes_;
    std::vector<RankedScores> ranked_;
};

std::string group_name(const ProbeSettings &settings, int group)
{
    const std::size_t g = static_cast<std::size_t>(group);
    return g < settings.names.size() ? settings.names[g] : std::to_string(group + 1);
}

/// Why the probe cannot be fitted and scored; empty if it can.
Message obstacle(const Matrix &train, std::span<const std::int32_t> train_group, const Matrix &test,
                 std::span<const std::int32_t> test_group, int groups, const ProbeSettings &settings)
{
    if (groups < 2)
        return FAIRLOOM_TEXT("there is only one group, so there is nothing to guess");
    const auto count = [&](std::span<const std::int32_t> group, int g) { return std::count(group.begin(), group.end(), g); };
    for (int g = 0; g < groups; ++g) {
        if (count(train_group, g) == 0)
            return Message(FAIRLOOM_TEXT("no training row belongs to group “%1”, so the probe cannot learn it"),
                           {group_name(settings, g)});
        if (count(test_group, g) == 0)
            return Message(FAIRLOOM_TEXT("no scored row belongs to group “%1”, so its AUROC is undefined"),
                           {group_name(settings, g)});
    }
    const auto finite = [](const Matrix &x) {
        return std::all_of(x.values.begin(), x.values.end(), [](float v) { return std::isfinite(v); });
    };
    if (!finite(train) || !finite(test))
        return FAIRLOOM_TEXT("the features hold values that are not finite");
    return {};
}

} // namespace

ProbeResult probe_group(const Matrix &train, std::span<const std::int32_t> train_group, const Matrix &test,
                        std::span<const std::int32_t> test_group, int groups, const ProbeSettings &settings,
                        std::stop_token stop)
{
    if (train.rows != train_group.size() || test.rows != test_group.size() || train.columns != test.columns)
        throw InputError(FAIRLOOM_TEXT("features and groups of a probe do not belong together"), "",
                         FAIRLOOM_TEXT("Pass one group per row and the same features on both sides"));
    ProbeResult out;
    if (Message reason = obstacle(train, train_group, test, test_group, groups, settings); !reason.empty()) {
        out.auroc = Metric::undefined_because(std::move(reason));
        return out;
    }
    const Standardiser standardise(train);
    LogisticRegression probe;
    LogisticRegression::Settings fit;
    fit.threads = settings.threads;
    probe.fit(standardise(train), train_group, groups, fit, stop);
    const MacroAuroc auroc(probe.predict(standardise(test)), groups);
    const std::vector<std::int32_t> group(test_group.begin(), test_group.end());
    const double value = auroc.of(group);
    out.auroc = Metric(value);

    const auto draws = [](int n) { return static_cast<std::size_t>(std::max(n, 0)); };
    std::vector<double> null(draws(settings.permutations));
    parallel_for(null.size(), settings.threads, [&](std::size_t begin, std::size_t end, int) {
        for (std::size_t draw = begin; draw < end; ++draw) {
            throw_if_stopped(stop);
            std::vector<std::int32_t> shuffled = group;
            Random random = draw_stream(settings.seed, "probe permutation", draw);
            random.shuffle(shuffled);
            null[draw] = auroc.of(shuffled);
        }
    });
    if (!null.empty()) {
        std::sort(null.begin(), null.end());
        out.null_low = quantile_of_sorted(null, 0.025);
        out.null_high = quantile_of_sorted(null, 0.975);
        const auto above = std::count_if(null.begin(), null.end(), [&](double v) { return v >= value; });
        out.p_value = static_cast<double>(1 + above) / static_cast<double>(1 + null.size());
    }

    std::vector<std::optional<double>> resampled(draws(settings.bootstrap));
    parallel_for(resampled.size(), settings.threads, [&](std::size_t begin, std::size_t end, int) {
        std::vector<std::uint32_t> weight(group.size());
        for (std::size_t draw = begin; draw < end; ++draw) {
            throw_if_stopped(stop);
            Random random = draw_stream(settings.seed, "probe bootstrap", draw);
            std::fill(weight.begin(), weight.end(), 0u);
            for (std::size_t i = 0; i < group.size(); ++i)
                ++weight[random.below(group.size())];
            resampled[draw] = auroc.of_weighted(group, weight);
        }
    });
    std::vector<double> values;
    for (const std::optional<double> &v : resampled)
        if (v)
            values.push_back(*v);
    if (values.size() >= 2) {
        Interval interval;
        std::sort(values.begin(), values.end());
        interval.low = quantile_of_sorted(values, 0.025);
        interval.high = quantile_of_sorted(values, 0.975);
        interval.resampled = "scored rows";
        interval.draws = static_cast<int>(values.size());
        out.auroc.interval = interval;
    }
    return out;
}

} // namespace fairloom
