#include "core/study/depth_evaluation.h"

#include "core/base/random.h"
#include "core/data/split.h"
#include "core/metrics/authenticity.h"
#include "core/metrics/marginals.h"
#include "core/metrics/near_unique.h"
#include "core/metrics/support_quality.h"
#include "core/metrics/two_sample_test.h"

#include <algorithm>
#include <utility>

namespace fairloom {

namespace {

constexpr std::size_t feature_correlation_rows = 1000;
constexpr int feature_permutations = 200;
/// Records are sought among so many rows a side at most: they are held as numbers, a hundred a row of Adult.
constexpr std::size_t most_rows = 200'000;

std::vector<std::size_t> without_columns(const Problem &problem, const std::vector<std::size_t> &columns, const std::vector<std::string> &left_out)
{
    std::vector<std::size_t> out;
    for (const std::size_t column : columns)
        if (std::find(left_out.begin(), left_out.end(), problem.train.table.columns[column].name) == left_out.end())
            out.push_back(column);
    return out;
}

} // namespace

DepthEvaluator::DepthEvaluator(const Problem &problem, const EvaluationSettings &settings, const NeighbourFeatures &space, const Matrix &train_sample,
                               std::stop_token stop)
    : problem_(problem), settings_(settings), stop_(std::move(stop)), all_(space), train_sample_(train_sample),
      features_(space.restricted(problem.features))
{
    std::vector<std::string> near_unique = near_unique_columns(problem_.train.table);
    const std::vector<std::size_t> rest = without_columns(problem_, problem_.generated, near_unique);
    if (rest.size() < problem_.generated.size() && !rest.empty())
        without_ = all_.restricted(rest);
    else
        near_unique.clear();

    PrivacyRows train = some_rows_of(problem_.train.table, "privacy train");
    train_rows_ = train.all;
    PrivacyReference::Settings privacy;
    privacy.seed = derive_seed(settings_.seed, "privacy");
    privacy.threads = settings_.threads;
    privacy.near_unique = std::move(near_unique);
    privacy.attack = settings_.attack;
    privacy_.emplace(std::move(train), some_rows_of(problem_.test.table, "privacy holdout"), privacy, stop_);
}

PrivacyRows DepthEvaluator::rows_of(const Table &table) const
{
    PrivacyRows out;
    out.all = all_.transform(table, settings_.threads, stop_);
    if (without_)
        out.without = without_->transform(table, settings_.threads, stop_);
    return out;
}

PrivacyRows DepthEvaluator::some_rows_of(const Table &table, const char *purpose) const
{
    return table.rows() > most_rows ? rows_of(table.select_rows(rows_in_order(table.rows(), most_rows, settings_.seed, purpose))) : rows_of(table);
}

DistanceCorrelation DepthEvaluator::correlation(const LabelledTable &rows) const
{
    const std::vector<std::size_t> chosen = rows_in_order(rows.rows(), feature_correlation_rows, settings_.seed, "features distance correlation");
    std::vector<std::int32_t> group;
    for (const std::size_t row : chosen)
        group.push_back(rows.group[row]);
    return distance_correlation(features_.transform(rows.table.select_rows(chosen), settings_.threads, stop_), group,
                                static_cast<int>(problem_.groups.size()), feature_permutations, derive_seed(settings_.seed, "features distance correlation"),
                                settings_.threads, stop_);
}

void DepthEvaluator::judge_quality(SourceResult &result, const LabelledTable &rows, const Matrix &sample) const
{
    result.support = compute_support_quality(train_sample_, sample, settings_.threads, stop_);
    // The original of a copy is seldom among a sample of the training rows.
    result.support->authenticity = compute_authenticity(train_rows_, sample, settings_.threads, stop_);
    result.two_sample = two_sample_test(problem_, problem_.train.table, rows.table, static_cast<std::size_t>(std::max(0, settings_.quality_rows)),
                                        derive_seed(settings_.seed, "two-sample test"), settings_.threads, stop_);
    result.marginals = compare_marginals(problem_, rows, stop_);
    result.leakage.features_distance_correlation = correlation(rows);
}

void DepthEvaluator::judge(SourceResult &result, const LabelledTable &rows, const Matrix &sample, const std::vector<std::size_t> *source_row,
                           Progress &progress) const
{
    progress.report(FAIRLOOM_TEXT("Evaluating synthetic rows: quality in depth"), 0);
    judge_quality(result, rows, sample);
    progress.report(FAIRLOOM_TEXT("Evaluating synthetic rows: privacy"), 0.4);
    // Sources that are not among the rows looked at cannot be found among them, nor those of rows that are not.
    const bool all = std::max(rows.rows(), problem_.train.rows()) <= most_rows;
    result.privacy = privacy_->judge(some_rows_of(rows.table, "privacy synthetic"), all ? source_row : nullptr);
}

void DepthEvaluator::judge_real(SourceResult &result, const Matrix &sample, Progress &progress) const
{
    progress.report(FAIRLOOM_TEXT("Evaluating real rows: quality in depth"), 0);
    judge_quality(result, problem_.test, sample);
}

} // namespace fairloom
