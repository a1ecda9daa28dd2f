#include "core/study/latent_watch.h"

#include "core/data/split.h"
#include "core/downstream/classifier.h"
#include "core/metrics/leakage.h"
#include "core/model/row_index.h"
#include "core/study/judged_predictions.h"
#include "core/study/latent_evaluation.h"

#include <algorithm>

namespace fairloom {

namespace {

constexpr std::size_t cloud_rows = 900;
constexpr std::size_t probe_rows = 2000;
constexpr auto cloud_pause = std::chrono::milliseconds(150);
constexpr auto probe_pause = std::chrono::milliseconds(600);

} // namespace

LatentWatch::LatentWatch(const Problem &problem, const EncodedRows &train, const EncodedRows &test, std::uint64_t seed, int threads,
                         RunMonitor &monitor, std::stop_token stop)
    : problem_(problem), seed_(seed), threads_(threads), monitor_(monitor), stop_(std::move(stop))
{
    const std::vector<std::size_t> train_rows = some_rows(problem.train.rows(), probe_rows, seed, "watched training rows");
    const std::vector<std::size_t> test_rows = some_rows(problem.test.rows(), probe_rows, seed, "watched test rows");
    train_input_ = train.input().select(as_index(train_rows));
    test_input_ = test.input().select(as_index(test_rows));
    for (const std::size_t row : train_rows) {
        train_group_.push_back(problem.train.group[row]);
        train_label_.push_back(problem.train.label[row]);
    }
    for (const std::size_t row : test_rows) {
        test_group_.push_back(problem.test.group[row]);
        test_label_.push_back(problem.test.label[row]);
    }
}

void LatentWatch::judge(const Matrix &train, const Matrix &test, LeakagePoint &point) const
{
    const auto classifier = make_classifier("logistic", seed_, threads_);
    classifier->fit(train, train_label_, stop_);
    const ClassifierResult judged =
        judge_predictions(std::make_shared<const ScoredRows>(ScoredRows{classifier->predict(test), test_label_, test_group_}), problem_.groups);
    point.accuracy = judged.utility.accuracy.value.value_or(0);
    point.dpr = judged.fairness.dpr.value.value_or(-1);
}

void LatentWatch::look(const FairModel &model, int epoch, bool last)
{
    const auto now = std::chrono::steady_clock::now();
    const bool probe = last || now - last_probe_ >= probe_pause;
    if (!probe && now - last_cloud_ < cloud_pause)
        return;
    const torch::Tensor mean = model.latent_means(*model.teacher, train_input_, threads_);
    const std::size_t shown = std::min<std::size_t>(cloud_rows, train_group_.size());
    monitor_.set_cloud(projection_.project(mean.slice(0, 0, static_cast<std::int64_t>(shown)),
                                           {train_group_.begin(), train_group_.begin() + static_cast<std::ptrdiff_t>(shown)},
                                           {train_label_.begin(), train_label_.begin() + static_cast<std::ptrdiff_t>(shown)}, epoch,
                                           problem_.train.rows()));
    last_cloud_ = now;
    if (!probe)
        return;
    const torch::Tensor test_mean = model.latent_means(*model.teacher, test_input_, threads_);
    ProbeSettings settings;
    settings.bootstrap = 0;
    settings.seed = seed_;
    settings.threads = threads_;
    const Matrix z_train = to_matrix(mean), z_test = to_matrix(test_mean);
    const ProbeResult result = probe_group(z_train, train_group_, z_test, test_group_, static_cast<int>(problem_.groups.size()), settings, stop_);
    if (result.auroc) {
        LeakagePoint point{static_cast<double>(epoch), *result.auroc.value, result.null_low, result.null_high};
        judge(z_train, z_test, point);
        monitor_.add_leakage(point);
    }
    last_probe_ = std::chrono::steady_clock::now();
}

} // namespace fairloom
