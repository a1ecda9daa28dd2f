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

constexpr std::size_t least_rows = 6;
constexpr std::size_t correlation_rows = 1000;
constexpr int permutations = 200;
/// Records are sought among so many rows a side at most: they are held as numbers, a hundred a row of Adult.
constexpr std::size_t most_rows = 200'000;

/// Rows chosen by the seed, in their order; all of them if there are no more.
std::vector<std::size_t> chosen_rows(std::size_t available, std::size_t wanted, std::uint64_t seed, const char *purpose)
{
    std::vector<std::size_t> rows = some_rows(available, std::min(wanted, available), seed, purpose);
    std::sort(rows.begin(), rows.end());
    return rows;
}

std::vector<std::size_t> without_columns(const Problem &problem, const std::vector<std::size_t> &columns, const std::vector<std::string> &left_out)
{
    std::vector<std::size_t> out;
    for (const std::size_t column : columns)
        if (std::find(left_out.begin(), left_out.end(), problem.train.table.columns[column].name) == left_out.end())
            out.push_back(column);
    return out;
}

} // namespace

DepthEvaluator::DepthEvaluator(const Problem &problem, const EvaluationSettings &settings, std::stop_token stop)
    : problem_(problem), settings_(settings), stop_(std::move(stop)), enough_rows_(std::min(problem.train.rows(), problem.test.rows()) >= least_rows)
{
}

PrivacyRows DepthEvaluator::rows_of(const Table &table) const
{
    PrivacyRows out;
    out.all = spaces_->all.transform(table, settings_.threads, stop_);
    if (spaces_->without)
        out.without = spaces_->without->transform(table, settings_.threads, stop_);
    return out;
}

Matrix DepthEvaluator::sample(const Table &table, const char *purpose) const
{
    const std::size_t wanted = settings_.quality_rows > 0 ? static_cast<std::size_t>(settings_.quality_rows) : table.rows();
    return spaces_->all.transform(table.select_rows(chosen_rows(table.rows(), wanted, settings_.seed, purpose)), settings_.threads, stop_);
}

void DepthEvaluator::prepare()
{
    if (spaces_)
        return;
    const std::vector<std::string> near_unique = near_unique_columns(problem_.train.table);
    const std::vector<std::size_t> rest = without_columns(problem_, problem_.generated, near_unique);
    const auto fit = [&](const std::vector<std::size_t> &columns) { return NeighbourFeatures::fit(problem_, columns, settings_.threads, stop_); };
    std::optional<NeighbourFeatures> without;
    std::vector<std::string> left_out;
    if (rest.size() < problem_.generated.size() && !rest.empty()) {
        without = fit(rest);
        left_out = near_unique;
    }
    spaces_.emplace(Spaces{fit(problem_.generated), std::move(without), fit(problem_.features), left_out});
    train_sample_ = sample(problem_.train.table, "quality train");

    PrivacyReference::Settings privacy;
    privacy.seed = derive_seed(settings_.seed, "privacy");
    privacy.threads = settings_.threads;
    privacy.near_unique = left_out;
    privacy.attack = settings_.attack;
    const auto at_most = [&](const Table &table, const char *purpose) {
        return table.rows() > most_rows ? rows_of(table.select_rows(chosen_rows(table.rows(), most_rows, settings_.seed, purpose))) : rows_of(table);
    };
    PrivacyRows train = at_most(problem_.train.table, "privacy train");
    train_rows_ = train.all;
    privacy_.emplace(std::move(train), at_most(problem_.test.table, "privacy holdout"), privacy, stop_);
}

SupportQuality DepthEvaluator::support(const Table &table, const char *purpose) const
{
    const Matrix rows = sample(table, purpose);
    SupportQuality out = compute_support_quality(train_sample_, rows, settings_.threads, stop_);
    // The original of a copy is seldom among the sample.
    out.authenticity = compute_authenticity(train_rows_, rows, settings_.threads, stop_);
    return out;
}

DistanceCorrelation DepthEvaluator::correlation(const LabelledTable &rows) const
{
    const std::vector<std::size_t> chosen = chosen_rows(rows.rows(), correlation_rows, settings_.seed, "features distance correlation");
    std::vector<std::int32_t> group;
    for (const std::size_t row : chosen)
        group.push_back(rows.group[row]);
    return distance_correlation(spaces_->features.transform(rows.table.select_rows(chosen), settings_.threads, stop_), group,
                                static_cast<int>(problem_.groups.size()), permutations, derive_seed(settings_.seed, "features distance correlation"),
                                settings_.threads, stop_);
}

void DepthEvaluator::judge(SourceResult &result, const LabelledTable &rows, const std::vector<std::size_t> *source_row, Progress &progress)
{
    if (!enough_rows_ || rows.rows() < least_rows)
        return;
    progress.report(FAIRLOOM_TEXT("Evaluating synthetic rows: quality in depth"), 0);
    prepare();
    result.support = support(rows.table, "quality synthetic");
    result.two_sample = two_sample_test(problem_, problem_.train.table, rows.table, static_cast<std::size_t>(std::max(0, settings_.quality_rows)),
                                        derive_seed(settings_.seed, "two-sample test"), settings_.threads, stop_);
    result.marginals = compare_marginals(problem_, rows, stop_);
    result.leakage.features_distance_correlation = correlation(rows);

    progress.report(FAIRLOOM_TEXT("Evaluating synthetic rows: privacy"), 0.4);
    if (rows.rows() <= most_rows) {
        // Sources that are not among the rows looked at cannot be found among them.
        const bool all_train = problem_.train.rows() <= most_rows;
        result.privacy = privacy_->judge(rows_of(rows.table), all_train ? source_row : nullptr);
        return;
    }
    const std::vector<std::size_t> chosen = chosen_rows(rows.rows(), most_rows, settings_.seed, "privacy synthetic");
    result.privacy = privacy_->judge(rows_of(rows.table.select_rows(chosen)), nullptr);
}

void DepthEvaluator::judge_real(SourceResult &result, Progress &progress)
{
    if (!enough_rows_)
        return;
    progress.report(FAIRLOOM_TEXT("Evaluating real rows: quality in depth"), 0);
    prepare();
    result.support = support(problem_.test.table, "quality holdout");
    result.two_sample = two_sample_test(problem_, problem_.train.table, problem_.test.table, static_cast<std::size_t>(std::max(0, settings_.quality_rows)),
                                        derive_seed(settings_.seed, "two-sample test"), settings_.threads, stop_);
    result.marginals = compare_marginals(problem_, problem_.test, stop_);
    result.leakage.features_distance_correlation = correlation(problem_.test);
}

} // namespace fairloom
