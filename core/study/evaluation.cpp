#include "core/study/evaluation.h"

#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/data/split.h"
#include "core/downstream/classifier.h"
#include "core/metrics/utility.h"
#include "core/study/judged_predictions.h"

#include <algorithm>

namespace fairloom {

/// A classifier, and how it sees rows.
struct TrainedClassifier {
    std::unique_ptr<Classifier> classifier;
    ClassifierFeatures features;

    std::shared_ptr<const ScoredRows> score(const LabelledTable &rows) const
    {
        return std::make_shared<const ScoredRows>(ScoredRows{classifier->predict(features.transform(rows.table)), rows.label, rows.group});
    }
};

namespace {

constexpr int neighbours = 5;
constexpr double scored_share = 0.3;

TrainedClassifier train_classifier(const std::string &kind, const Problem &problem, const LabelledTable &rows, std::uint64_t seed, int threads, const std::stop_token &stop)
{
    TrainedClassifier out;
    out.classifier = make_classifier(kind, derive_seed(seed, "classifier"), threads);
    out.features = ClassifierFeatures::fit(problem, rows.table, out.classifier->representation());
    out.classifier->fit(out.features.transform(rows.table), rows.label, stop);
    return out;
}

std::vector<std::int32_t> strata(const LabelledTable &rows)
{
    std::vector<std::int32_t> out(rows.rows());
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = rows.group[i] * 2 + rows.label[i];
    return out;
}

/// Splits rows by the training row that they derive from: rows of one person on both sides would let a classifier know the person.
Split split_by_source(const std::vector<std::size_t> &source_row, const std::vector<std::int32_t> &group, std::uint64_t seed)
{
    std::vector<std::size_t> sources = source_row;
    std::sort(sources.begin(), sources.end());
    sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
    std::vector<std::int32_t> source_group;
    for (const std::size_t row : sources)
        source_group.push_back(group[row]);
    std::vector<std::uint8_t> scored(group.size(), 0);
    for (const std::size_t index : stratified_split(source_group, scored_share, seed).second)
        scored[sources[index]] = 1;
    Split split;
    for (std::size_t i = 0; i < source_row.size(); ++i)
        (scored[source_row[i]] ? split.second : split.first).push_back(i);
    return split;
}

} // namespace

Evaluator::Evaluator(const Problem &problem, EvaluationSettings settings, std::stop_token stop)
    : problem_(problem), settings_(std::move(settings)), stop_(std::move(stop))
{
    if (settings_.classifiers.empty())
        settings_.classifiers = classifier_names(problem_);
}

std::uint64_t Evaluator::leakage_seed() const
{
    return derive_seed(settings_.seed, "leakage split");
}

Table Evaluator::some_of(const Table &table, const char *purpose) const
{
    const std::size_t wanted = settings_.quality_rows > 0 ? static_cast<std::size_t>(settings_.quality_rows) : table.rows();
    return table.select_rows(rows_in_order(table.rows(), wanted, settings_.seed, purpose));
}

Matrix Evaluator::quality_sample(const Table &table, const char *purpose) const
{
    return space_->transform(some_of(table, purpose), settings_.threads, stop_);
}

bool Evaluator::prepare_quality()
{
    if (space_)
        return true;
    if (std::min(problem_.train.rows(), problem_.test.rows()) <= neighbours)
        return false;
    space_ = NeighbourFeatures::fit(problem_, settings_.threads, stop_);
    train_reference_ = make_quality_reference(quality_sample(problem_.train.table, "quality train"), neighbours,
                                              settings_.threads, stop_);
    holdout_reference_ = make_quality_reference(quality_sample(problem_.test.table, "quality holdout"), neighbours,
                                                settings_.threads, stop_);
    return true;
}

QualityResult Evaluator::quality_of(const Matrix &rows) const
{
    QualityResult out{compute_quality(train_reference_, rows, settings_.threads, stop_),
                      compute_quality(holdout_reference_, rows, settings_.threads, stop_), {}, {}};
    add_quality_intervals(out, rows);
    return out;
}

void Evaluator::add_quality_intervals(QualityResult &quality, const Matrix &synthetic) const
{
    if (!settings_.depth || settings_.bootstrap <= 0)
        return;
    const QualityIntervals found = quality_intervals(train_reference_.rows, synthetic, quality.train, settings_.level,
                                                     derive_seed(settings_.seed, "half samples"), settings_.threads, stop_);
    quality.density_interval = found.density;
    quality.coverage_interval = found.coverage;
}

struct Evaluator::Judged {
    ClassifierResult test;
    std::optional<ClassifierResult> counterpart;
    std::optional<Explanation> explanation;
    TrainedClassifier trained;

    void put(SourceResult &result, const std::string &protocol, const std::string &kind) const
    {
        result.protocols[protocol][kind] = test;
        if (counterpart)
            result.protocols[protocol + "_counterpart"][kind] = *counterpart;
        if (explanation)
            result.explanation = explanation;
    }
};

void Evaluator::both(const std::function<void(int)> &first, const std::function<void(int)> &second) const
{
    const int each = std::max(1, settings_.threads / 2);
    parallel_for(2, std::min(2, settings_.threads), [&](std::size_t begin, std::size_t end, int) {
        for (std::size_t i = begin; i < end; ++i)
            (i == 0 ? first : second)(each);
    });
}

Evaluator::Judged Evaluator::classify(const std::string &kind, const LabelledTable &train, const LabelledTable &test, int threads) const
{
    TrainedClassifier trained = train_classifier(kind, problem_, train, settings_.seed, threads, stop_);
    const bool real_test = &test == &problem_.test;
    FairnessOptions options;
    options.level = real_test ? settings_.level : 0; // generated test rows are no sample of people: more could be had for nothing
    const auto judge = [&](const LabelledTable &rows) { return judge_predictions(trained.score(rows), problem_.groups, options); };
    std::optional<ClassifierResult> counterpart;
    if (real_test && problem_.counterpart_test)
        counterpart = judge(*problem_.counterpart_test);
    ClassifierResult judged = judge(test);
    return {std::move(judged), std::move(counterpart), std::nullopt, std::move(trained)};
}

void Evaluator::explain_if_asked(const std::string &kind, Judged &judged) const
{
    if (!settings_.explanation || kind != "xgboost")
        return;
    ExplanationSettings explanation;
    explanation.seed = derive_seed(settings_.seed, "explanation");
    explanation.threads = settings_.threads;
    judged.explanation = explain(problem_, *judged.trained.classifier, judged.trained.features, problem_.test, explanation, stop_);
}

std::optional<Memorisation> Evaluator::memorisation_of(const Table &table)
{
    if (!shows_pictures(problem_))
        return std::nullopt;
    if (!pictures_)
        pictures_.emplace(problem_, settings_.threads, stop_);
    return pictures_->memorisation(some_of(table, "quality synthetic"));
}

ProbeResult Evaluator::group_from_columns(const Table &table, const std::vector<std::int32_t> &group,
                                          const std::vector<std::size_t> &columns, const Split &split, const char *purpose,
                                          int threads) const
{
    ProbeResult result;
    const auto part = [&](const std::vector<std::size_t> &rows) {
        std::vector<std::int32_t> out;
        for (const std::size_t row : rows)
            out.push_back(group[row]);
        return out;
    };
    const Table train = table.select_rows(split.first), test = table.select_rows(split.second);
    const std::vector<std::int32_t> train_group = part(split.first), test_group = part(split.second);
    const ClassifierFeatures features = ClassifierFeatures::fit(problem_, train, Representation::raw, columns);
    const ClassifierRows train_features = features.transform(train), test_features = features.transform(test);
    // One-vs-rest, macro; with two groups the second classifier would only repeat the first.
    const std::size_t count = problem_.groups.size() == 2 ? 1 : problem_.groups.size();
    double total = 0;
    for (std::size_t g = 0; g < count; ++g) {
        const auto is_group = [&](const std::vector<std::int32_t> &groups) {
            std::vector<std::uint8_t> out(groups.size());
            std::transform(groups.begin(), groups.end(), out.begin(),
                           [&](std::int32_t s) { return s == static_cast<std::int32_t>(g); });
            return out;
        };
        const auto classifier = make_classifier("xgboost", derive_seed(settings_.seed, purpose), threads);
        classifier->fit(train_features, is_group(train_group), stop_);
        const Metric area = auroc(is_group(test_group), classifier->predict(test_features));
        if (!area) {
            result.auroc = Metric::undefined_because(
                Message(FAIRLOOM_TEXT("group “%1” has no row to score"), {problem_.groups[g].name}));
            return result;
        }
        total += *area.value;
    }
    result.auroc = Metric(total / static_cast<double>(count));
    return result;
}

DepthEvaluator &Evaluator::depth()
{
    if (!depth_)
        depth_.emplace(problem_, settings_, *space_, train_reference_.rows, stop_);
    return *depth_;
}

SourceResult Evaluator::real(Progress &progress)
{
    SourceResult result;
    result.rows = problem_.train.rows();
    const double parts = static_cast<double>(settings_.classifiers.size()) + 2;
    double done = 0;
    for (const std::string &kind : settings_.classifiers) {
        progress.report(FAIRLOOM_TEXT("Evaluating real rows: classifiers"), done++ / parts);
        Judged trtr = classify(kind, problem_.train, problem_.test, settings_.threads);
        explain_if_asked(kind, trtr);
        trtr.put(result, "trtr", kind);
    }
    progress.report(FAIRLOOM_TEXT("Evaluating real rows: leakage"), done++ / parts);
    result.leakage.features = group_from_columns(problem_.train.table, problem_.train.group, problem_.features,
                                                 stratified_split(problem_.train.group, scored_share, leakage_seed()),
                                                 "group from features", settings_.threads);
    progress.report(FAIRLOOM_TEXT("Evaluating real rows: density and coverage"), done++ / parts);
    if (!prepare_quality())
        return result;
    result.quality = QualityResult{compute_quality(train_reference_, holdout_reference_.rows, settings_.threads, stop_),
                                   compute_quality(holdout_reference_, train_reference_.rows, settings_.threads, stop_), {}, {}};
    add_quality_intervals(*result.quality, holdout_reference_.rows);
    if (settings_.depth)
        depth().judge_real(result, holdout_reference_.rows, progress);
    return result;
}

SourceResult Evaluator::synthetic(const LabelledTable &rows, const std::vector<std::size_t> *source_row, Progress &progress)
{
    SourceResult result;
    result.rows = rows.rows();
    const double parts = static_cast<double>(settings_.classifiers.size()) + 2;
    double done = 0;
    const Split split = stratified_split(strata(rows), scored_share, derive_seed(settings_.seed, "tsts"));
    const LabelledTable train = select_rows(rows, split.first), test = select_rows(rows, split.second);
    for (const std::string &kind : settings_.classifiers) {
        progress.report(FAIRLOOM_TEXT("Evaluating synthetic rows: classifiers"), done++ / parts);
        Judged tstr, tsts;
        both([&](int threads) { tstr = classify(kind, rows, problem_.test, threads); },
             [&](int threads) { tsts = classify(kind, train, test, threads); });
        explain_if_asked(kind, tstr); // not beside the other: it takes both cores by itself
        tstr.put(result, "tstr", kind);
        tsts.put(result, "tsts", kind);
    }
    progress.report(FAIRLOOM_TEXT("Evaluating synthetic rows: leakage"), done++ / parts);
    if (settings_.leakage)
        both(
            [&](int threads) {
                result.leakage.features =
                    group_from_columns(rows.table, rows.group, problem_.features, stratified_split(rows.group, scored_share, leakage_seed()),
                                       "group from features", threads);
            },
            [&](int threads) {
                if (!source_row)
                    return;
                std::vector<std::int32_t> source_group;
                for (const std::size_t row : *source_row)
                    source_group.push_back(problem_.train.group[row]);
                std::vector<std::size_t> columns = problem_.features;
                columns.push_back(problem_.train.table.index_of(problem_.task.target));
                result.leakage.source = group_from_columns(rows.table, source_group, columns,
                                                           split_by_source(*source_row, problem_.train.group, leakage_seed()), "source group", threads);
            });
    progress.report(FAIRLOOM_TEXT("Evaluating synthetic rows: density and coverage"), done++ / parts);
    std::optional<Matrix> sample;
    if (prepare_quality() && rows.rows() > neighbours) {
        sample = quality_sample(rows.table, "quality synthetic");
        result.quality = quality_of(*sample);
    }
    if (settings_.leakage)
        result.memorisation = memorisation_of(rows.table);
    if (settings_.depth && sample)
        depth().judge(result, rows, *sample, source_row, progress);
    return result;
}

std::shared_ptr<const ScoredRows> headline_scores(const Problem &problem, const LabelledTable &rows, const EvaluationSettings &settings, const std::stop_token &stop)
{
    return train_classifier("xgboost", problem, rows, settings.seed, settings.threads, stop).score(problem.test);
}

SourceResult evaluate_source(const Problem &problem, const LabelledTable &synthetic, const EvaluationSettings &settings,
                             Progress &progress, std::stop_token stop)
{
    return Evaluator(problem, settings, std::move(stop)).synthetic(synthetic, nullptr, progress);
}

SourceResult evaluate_real(const Problem &problem, const EvaluationSettings &settings, Progress &progress, std::stop_token stop)
{
    return Evaluator(problem, settings, std::move(stop)).real(progress);
}

} // namespace fairloom
