#include "core/study/latent_evaluation.h"

#include "core/base/matrix_rows.h"
#include "core/base/random.h"
#include "core/data/split.h"
#include "core/downstream/classifier.h"
#include "core/study/judged_predictions.h"

#include <algorithm>

namespace fairloom {

namespace {

constexpr std::size_t latent_correlation_rows = 2000;
constexpr int latent_permutations = 200;

} // namespace

Matrix to_matrix(const torch::Tensor &rows)
{
    const torch::Tensor values = rows.to(torch::kFloat).contiguous();
    Matrix out(static_cast<std::size_t>(values.size(0)), static_cast<std::size_t>(values.size(1)));
    std::copy_n(values.data_ptr<float>(), out.values.size(), out.values.begin());
    return out;
}

void evaluate_latent(const FairModel &model, EncoderNet &encoder, const Problem &problem, const EncodedRows &train,
                     const EncodedRows &test, const EvaluationSettings &settings, std::stop_token stop, SourceResult &result)
{
    const Matrix z_train = to_matrix(model.latent_means(encoder, train.input(), settings.threads));
    const Matrix z_test = to_matrix(model.latent_means(encoder, test.input(), settings.threads));
    const int groups = static_cast<int>(problem.groups.size());

    ProbeSettings probe;
    probe.permutations = latent_permutations;
    probe.seed = derive_seed(settings.seed, "latent probe");
    probe.threads = settings.threads;
    for (const Group &group : problem.groups)
        probe.names.push_back(group.name);
    result.leakage.latent = probe_group(z_train, problem.train.group, z_test, problem.test.group, groups, probe, stop);

    const std::vector<std::size_t> rows = some_rows(z_test.rows, latent_correlation_rows, settings.seed, "distance correlation");
    std::vector<std::int32_t> some_group;
    for (const std::size_t row : rows)
        some_group.push_back(problem.test.group[row]);
    result.leakage.latent_distance_correlation =
        distance_correlation(select_rows(z_test, rows), some_group, groups, latent_permutations, probe.seed, settings.threads, stop);

    RepresentationResult representation;
    for (const std::string &kind : classifier_names()) {
        const auto classifier = make_classifier(kind, derive_seed(settings.seed, "latent classifier"), settings.threads);
        classifier->fit(z_train, problem.train.label, stop);
        representation.classifiers[kind] =
            judge_predictions(std::make_shared<const ScoredRows>(ScoredRows{classifier->predict(z_test), problem.test.label, problem.test.group}), problem.groups);
    }
    const ClassifierResult &linear = representation.classifiers.at("logistic");
    representation.accuracy = linear.utility.accuracy;
    representation.dpr = linear.fairness.dpr;
    representation.eor = linear.fairness.eor;
    result.representation = representation;
}

} // namespace fairloom
