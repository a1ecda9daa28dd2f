#include "core/metrics/two_sample_test.h"

#include "core/base/progress.h"
#include "core/base/random.h"
#include "core/data/split.h"
#include "core/downstream/classifier.h"
#include "core/metrics/intervals.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <string>
#include <vector>

namespace fairloom {

namespace {

constexpr std::size_t fewest_rows = 20;
constexpr const char *resampled = "scored rows";

/// Rows [begin, end) of the drawn real ones and, under them, of the drawn generated ones.
Matrix stacked(const Matrix &real, const Matrix &generated, std::size_t begin, std::size_t end)
{
    Matrix out(2 * (end - begin), real.columns);
    const auto part = [&](const Matrix &rows) { return std::span(rows.values).subspan(begin * rows.columns, (end - begin) * rows.columns); };
    std::ranges::copy(part(generated), std::ranges::copy(part(real), out.values.begin()).out);
    return out;
}

std::vector<std::uint8_t> labels(std::size_t each)
{
    std::vector<std::uint8_t> out(2 * each, 0);
    std::fill(out.begin() + static_cast<std::ptrdiff_t>(each), out.end(), std::uint8_t{1}); // generated
    return out;
}

double p_value_against_a_coin(std::size_t right, std::size_t n)
{
    const double count = static_cast<double>(n), z = (static_cast<double>(right) - 0.5 * count) / (0.5 * std::sqrt(count));
    return 0.5 * std::erfc(z / std::sqrt(2.0));
}

} // namespace

TwoSampleTest two_sample_test(const Problem &problem, const Table &real, const Table &generated, std::size_t rows, std::uint64_t seed, int threads,
                              std::stop_token stop)
{
    TwoSampleTest out;
    std::size_t each = std::min(real.rows(), generated.rows());
    if (rows > 0)
        each = std::min(each, rows);
    if (each < fewest_rows) {
        out.auroc = out.accuracy = Metric::undefined_because(
            Message(FAIRLOOM_TEXT("%1 rows a side are too few for a classifier two-sample test: it needs %2"),
                    {std::to_string(each), std::to_string(fewest_rows)}));
        return out;
    }
    throw_if_stopped(stop);
    // Fitted on the training rows for both sides: a category that they have not is all zeros, and may give a generated row away.
    const ClassifierFeatures features = ClassifierFeatures::fit(problem, problem.train.table, Representation::raw, problem.generated);
    const auto drawn = [&](const Table &table, const char *purpose) {
        return features.transform(table.select_rows(some_rows(table.rows(), each, seed, purpose))).values;
    };
    const Matrix real_rows = drawn(real, "two-sample test, real rows"), generated_rows = drawn(generated, "two-sample test, generated rows");

    const std::size_t learned = each / 2, scored = each - learned; // the rows are in a random order already
    const auto classifier = make_classifier("xgboost", derive_seed(seed, "two-sample test"), threads);
    classifier->fit(stacked(real_rows, generated_rows, 0, learned), labels(learned), stop);
    const std::vector<float> score = classifier->predict(stacked(real_rows, generated_rows, learned, each));
    const std::vector<std::uint8_t> label = labels(scored);
    std::size_t right = 0;
    for (std::size_t i = 0; i < label.size(); ++i)
        right += (score[i] >= 0.5f) == (label[i] != 0);

    out.auroc = delong_auroc(label, score, 0.95, resampled);
    out.accuracy = wilson_rate(right, label.size(), 0.95, resampled);
    out.p_value = p_value_against_a_coin(right, label.size());
    out.n_train = 2 * learned;
    out.n_scored = label.size();
    return out;
}

} // namespace fairloom
