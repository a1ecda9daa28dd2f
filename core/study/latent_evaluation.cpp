#include "core/study/latent_evaluation.h"

#include "core/base/random.h"
#include "core/downstream/logistic_regression.h"

#include <algorithm>

namespace fairloom {

namespace {

constexpr std::size_t correlation_rows = 2000;
constexpr int permutations = 200;

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
    const Matrix z_train = to_matrix(model.posterior(encoder, model.mask_labels(train.indices), settings.threads).mean);
    const Matrix z_test = to_matrix(model.posterior(encoder, model.mask_labels(test.indices), settings.threads).mean);
    const int groups = static_cast<int>(problem.groups.size());

    ProbeSettings probe;
    probe.permutations = permutations;
    probe.seed = derive_seed(settings.seed, "latent probe");
    probe.threads = settings.threads;
    for (const Group &group : problem.groups)
        probe.names.push_back(group.name);
    result.leakage.latent = probe_group(z_train, problem.train.group, z_test, problem.test.group, groups, probe, stop);

    std::vector<std::size_t> rows(z_test.rows);
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i] = i;
    Random random(settings.seed, "distance correlation");
    random.shuffle(rows);
    rows.resize(std::min(rows.size(), correlation_rows));
    Matrix some(rows.size(), z_test.columns);
    std::vector<std::int32_t> some_group;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        std::ranges::copy(z_test.row(rows[i]), some.row(i).begin());
        some_group.push_back(problem.test.group[rows[i]]);
    }
    result.leakage.latent_distance_correlation =
        distance_correlation(some, some_group, groups, permutations, probe.seed, settings.threads, stop);

    LogisticRegression classifier;
    LogisticRegression::Settings fit;
    fit.threads = settings.threads;
    const std::vector<std::int32_t> label(problem.train.label.begin(), problem.train.label.end());
    classifier.fit(z_train, label, 2, fit, stop);
    const Matrix probability = classifier.predict(z_test);
    std::vector<std::uint8_t> decision(z_test.rows);
    std::size_t right = 0;
    for (std::size_t i = 0; i < z_test.rows; ++i) {
        decision[i] = probability.row(i)[1] >= 0.5f;
        right += decision[i] == problem.test.label[i];
    }
    const Fairness fairness = compute_fairness(problem.test.label, decision, problem.test.group, problem.groups);
    RepresentationResult representation;
    representation.accuracy = Metric(static_cast<double>(right) / static_cast<double>(std::max<std::size_t>(1, z_test.rows)));
    representation.dpr = fairness.dpr;
    representation.eor = fairness.eor;
    result.representation = representation;
}

} // namespace fairloom
