#include "core/model/distance_covariance.h"

#include "distance_covariance_oracle.h"
#include "golden_values.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace fairloom;

namespace {

template <typename Float>
std::vector<Float> flatten(const nlohmann::json &rows)
{
    std::vector<Float> out;
    for (const auto &row : rows)
        for (const auto &value : row)
            out.push_back(value.get<Float>());
    return out;
}

/// max|error| <= tolerance * max|reference|; where the reference is 0, 1e-12 absolute: the rule that the golden file states.
/// The reference is taken in the precision of the values: 2e-62, as sharp posteriors have it, is 0 in single precision.
template <typename Float>
bool agree(const std::vector<Float> &values, const std::vector<double> &reference, double tolerance)
{
    double worst = 0, largest = 0;
    for (std::size_t i = 0; i < reference.size(); ++i) {
        const double expected = static_cast<double>(static_cast<Float>(reference[i]));
        worst = std::max(worst, std::abs(static_cast<double>(values[i]) - expected));
        largest = std::max(largest, std::abs(expected));
    }
    return values.size() == reference.size() && worst <= (largest > 0 ? tolerance * largest : 1e-12);
}

template <typename Float>
void check_golden(const nlohmann::json &entry, double tolerance)
{
    // The inputs are single-precision numbers written with nine digits: read as such, or a double sees other numbers.
    const std::vector<float> mean_f = flatten<float>(entry["mean"]), logvar_f = flatten<float>(entry["logvar"]);
    const std::vector<Float> mean(mean_f.begin(), mean_f.end()), logvar(logvar_f.begin(), logvar_f.end());
    const std::vector<std::int32_t> group = entry["sensitive"].get<std::vector<std::int32_t>>();
    const std::size_t n = group.size(), d = mean.size() / n;
    for (const int threads : {1, 2}) {
        std::vector<Float> grad_mean(n * d, Float(7)), grad_logvar(n * d, Float(7));
        const DistanceCovariance result =
            distance_covariance(std::span<const Float>(mean), std::span<const Float>(logvar), group, n, d, entry["groups"].get<int>(),
                                std::span<Float>(grad_mean), std::span<Float>(grad_logvar), threads);
        QVERIFY(agree<double>({result.value}, {entry["value"].get<double>()}, tolerance));
        QVERIFY(agree<double>({result.self_pairs}, {entry["value_self_pairs"].get<double>()}, tolerance));
        QVERIFY(agree(grad_mean, flatten<double>(entry["grad_mean"]), tolerance));
        QVERIFY(agree(grad_logvar, flatten<double>(entry["grad_logvar"]), tolerance));
    }
}

struct Batch {
    torch::Tensor mean, logvar, group;
};

Batch random_batch(std::int64_t n, std::int64_t d, int groups, double sharpness)
{
    torch::manual_seed(5);
    const auto options = torch::TensorOptions().dtype(torch::kDouble);
    Batch batch;
    batch.mean = torch::randn({n, d}, options);
    batch.logvar = (torch::randn({n, d}, options) * 0.5 + sharpness).clamp(-6, 3);
    batch.group = torch::randint(0, groups, {n}, torch::TensorOptions().dtype(torch::kInt));
    batch.mean.select(1, 0) += batch.group.to(torch::kDouble) * 0.7; // a dependence to be found
    return batch;
}

} // namespace

class TestDistanceCovariance : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void golden_data()
    {
        QTest::addColumn<int>("index");
        const auto cases = golden_values("distance_covariance.json")["cases"];
        for (std::size_t i = 0; i < cases.size(); ++i)
            QTest::newRow(cases[i]["name"].get<std::string>().c_str()) << static_cast<int>(i);
    }
    void golden()
    {
        QFETCH(int, index);
        const auto entry = golden_values("distance_covariance.json")["cases"][static_cast<std::size_t>(index)];
        check_golden<float>(entry, 1e-5);
        check_golden<double>(entry, 1e-10);
    }

    void agreesWithTensors_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("dimensions");
        QTest::addColumn<int>("groups");
        QTest::addColumn<double>("sharpness");
        QTest::newRow("one row") << 1 << 3 << 2 << -1.0;
        QTest::newRow("two dimensions") << 100 << 2 << 2 << -1.0;
        QTest::newRow("eight dimensions") << 333 << 8 << 2 << -1.0;
        QTest::newRow("sharp posteriors") << 333 << 8 << 2 << -5.0;
        QTest::newRow("wide posteriors") << 200 << 8 << 3 << 2.0;
        QTest::newRow("sixty-five rows") << 65 << 8 << 2 << -1.0;
        QTest::newRow("one row more than tiles") << 257 << 6 << 2 << -2.0;
        QTest::newRow("a group for every other row") << 200 << 4 << 100 << -1.0;
        QTest::newRow("thirty groups") << 300 << 4 << 30 << -1.0;
        QTest::newRow("thirteen dimensions") << 150 << 13 << 2 << 0.0;
        QTest::newRow("thirty-two dimensions") << 90 << 32 << 2 << 1.0;
        QTest::newRow("forty dimensions, double loop") << 60 << 40 << 2 << 1.0;
    }
    void agreesWithTensors()
    {
        QFETCH(int, rows);
        QFETCH(int, dimensions);
        QFETCH(int, groups);
        QFETCH(double, sharpness);
        Batch batch = random_batch(rows, dimensions, groups, sharpness);
        const torch::Tensor mean = batch.mean.clone().set_requires_grad(true), logvar = batch.logvar.clone().set_requires_grad(true);
        const torch::Tensor expected = distance_covariance_oracle(mean, logvar, batch.group, groups);
        const auto gradients = torch::autograd::grad({expected}, {mean, logvar});
        const auto reference = [](const torch::Tensor &t) {
            const torch::Tensor c = t.contiguous();
            return std::vector<double>(c.data_ptr<double>(), c.data_ptr<double>() + c.numel());
        };
        const std::size_t n = static_cast<std::size_t>(rows), d = static_cast<std::size_t>(dimensions);
        const torch::Tensor mean_f = batch.mean.to(torch::kFloat), logvar_f = batch.logvar.to(torch::kFloat);
        std::vector<float> grad_mean(n * d), grad_logvar(n * d);
        const DistanceCovariance result = distance_covariance(
            {mean_f.data_ptr<float>(), n * d}, {logvar_f.data_ptr<float>(), n * d},
            {batch.group.data_ptr<std::int32_t>(), n}, n, d, groups, std::span<float>(grad_mean), std::span<float>(grad_logvar), 2);
        QVERIFY(agree<double>({result.value}, {expected.item<double>()}, 1e-5));
        QVERIFY(agree(grad_mean, reference(gradients[0]), 1e-5));
        QVERIFY(agree(grad_logvar, reference(gradients[1]), 1e-5));

        for (const DistanceCovarianceKernel &kernel : distance_covariance_kernels()) {
            std::vector<float> other_mean(n * d), other_logvar(n * d);
            const DistanceCovariance other = distance_covariance(
                {mean_f.data_ptr<float>(), n * d}, {logvar_f.data_ptr<float>(), n * d},
                {batch.group.data_ptr<std::int32_t>(), n}, n, d, groups, std::span<float>(other_mean), std::span<float>(other_logvar), 3,
                &kernel);
            QVERIFY2(agree<double>({other.value}, {expected.item<double>()}, 1e-5), kernel.name);
            QVERIFY2(agree(other_mean, reference(gradients[0]), 1e-5), kernel.name);
            QVERIFY2(agree(other_logvar, reference(gradients[1]), 1e-5), kernel.name);
        }

        const DistanceCovariance value_only =
            distance_covariance({mean_f.data_ptr<float>(), n * d}, {logvar_f.data_ptr<float>(), n * d},
                                {batch.group.data_ptr<std::int32_t>(), n}, n, d, groups, std::span<float>(), std::span<float>(), 1);
        QVERIFY(agree<double>({value_only.value}, {result.value}, 1e-6));
    }

    void sameThreadsSameBits()
    {
        Batch batch = random_batch(500, 8, 2, -2);
        const torch::Tensor mean = batch.mean.to(torch::kFloat), logvar = batch.logvar.to(torch::kFloat);
        const std::size_t n = 500, d = 8;
        std::vector<float> first(2 * n * d), second(2 * n * d);
        for (auto *out : {&first, &second})
            distance_covariance({mean.data_ptr<float>(), n * d}, {logvar.data_ptr<float>(), n * d},
                                {batch.group.data_ptr<std::int32_t>(), n}, n, d, 2, std::span<float>(out->data(), n * d),
                                std::span<float>(out->data() + n * d, n * d), 2);
        QCOMPARE(first, second);
    }

    void centredPartIsNearZeroForIndependence()
    {
        Batch dependent = random_batch(600, 4, 2, -1);
        Batch independent = dependent;
        independent.mean = torch::randn_like(dependent.mean);
        const auto measure = [](const Batch &batch) {
            const torch::Tensor mean = batch.mean.to(torch::kFloat), logvar = batch.logvar.to(torch::kFloat);
            return centred_dependence({mean.data_ptr<float>(), 2400}, {logvar.data_ptr<float>(), 2400},
                                      {batch.group.data_ptr<std::int32_t>(), 600}, 600, 4, 2, 40, 3, 2);
        };
        const CentredDependence found = measure(dependent), none = measure(independent);
        QVERIFY(found.p_value < 0.05);
        QVERIFY(none.p_value > 0.05);
        QVERIFY(found.value > 3 * std::abs(none.value));
    }
};

QTEST_GUILESS_MAIN(TestDistanceCovariance)
#include "test_distance_covariance.moc"
