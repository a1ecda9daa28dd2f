#include "core/model/distillation_losses.h"

#include "core/base/error.h"
#include "gradient_check.h"

#include <QtTest>

using namespace fairloom;
using torch::Tensor;

namespace {

const auto f64 = torch::TensorOptions().dtype(torch::kDouble);

/// The definition with tensors, n x m temporaries and all.
Tensor plain_mmd(const Tensor &a, const Tensor &b)
{
    const auto squared = [](const Tensor &x, const Tensor &y) { return (x.unsqueeze(1) - y.unsqueeze(0)).square().sum(2); };
    const Tensor bb = squared(b, b).detach();
    const Tensor pairs = torch::triu_indices(b.size(0), b.size(0), 1);
    Tensor upper = std::get<0>(bb.index({pairs[0], pairs[1]}).sort());
    const Tensor m2 = upper[upper.size(0) / 2];
    const auto kernel = [&](const Tensor &r2) {
        Tensor total = torch::zeros_like(r2);
        for (const double c : {0.25, 0.5, 1.0, 2.0, 4.0})
            total = total + (-r2 / (2 * c * c * m2)).exp();
        return total.mean();
    };
    return kernel(squared(a, a)) + kernel(bb) - 2 * kernel(squared(a, b));
}

/// By LibTorch's own sort.
Tensor plain_sliced(DistillationLoss loss, const Tensor &a, const Tensor &b, const Tensor &directions)
{
    const Tensor x = std::get<0>(torch::mm(a, directions.t()).sort(0)), y = std::get<0>(torch::mm(b, directions.t()).sort(0));
    return distillation_quality(loss, x, y, 1);
}

} // namespace

class TestDistillationLosses : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { torch::manual_seed(2); }

    void slicedWasserstein_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"l1", "huber", "mse"})
            QTest::newRow(name) << name;
    }
    void slicedWasserstein()
    {
        QFETCH(QString, name);
        const DistillationLoss loss = distillation_loss_from(name.toStdString());
        const Tensor a = torch::randn({41, 3}, f64) * 2, b = torch::randn({41, 3}, f64) + 1, directions = torch::randn({7, 3}, f64);
        for (const int threads : {1, 3}) {
            QVERIFY(torch::allclose(sliced_wasserstein(loss, a, b, directions, threads), plain_sliced(loss, a, b, directions)));
            QVERIFY(gradient_error([&](const Tensor &x) { return sliced_wasserstein(loss, x, b, directions, threads); }, a, 1e-7) < 1e-5);
        }
        // the same rows in another order are the same sample
        QVERIFY(sliced_wasserstein(loss, b.index_select(0, torch::randperm(41)), b, directions, 1).item<double>() < 1e-12);
    }

    void klOfMoments()
    {
        const Tensor p = torch::randn({200, 3}, f64), q = torch::randn({200, 3}, f64) * 1.5 + 0.5;
        QVERIFY(std::abs(kl_of_moments(p, p).item<double>()) < 1e-10);
        // one dimension: the textbook formula
        const Tensor x = p.slice(1, 0, 1), y = q.slice(1, 0, 1);
        const double vx = x.var(false).item<double>() + 1e-4, vy = y.var(false).item<double>() + 1e-4;
        const double dm = (x.mean() - y.mean()).item<double>();
        QVERIFY(std::abs(kl_of_moments(x, y).item<double>() - 0.5 * (vx / vy + dm * dm / vy - 1 + std::log(vy / vx))) < 1e-10);
        QVERIFY(gradient_error([&](const Tensor &z) { return kl_of_moments(p, z); }, q) < 1e-6);
    }

    void values_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("expected");
        // differences 0.5, -2, 0, 3
        QTest::newRow("L1") << "l1" << (0.5 + 2 + 0 + 3) / 4.0;
        QTest::newRow("Huber") << "huber" << (0.125 + 1.5 + 0 + 2.5) / 4.0;
        QTest::newRow("MSE") << "mse" << (0.25 + 4 + 0 + 9) / 4.0;
    }
    void values()
    {
        QFETCH(QString, name);
        QFETCH(double, expected);
        const Tensor teacher = torch::tensor({1.0, 2.0, 3.0, 4.0}, f64).reshape({2, 2});
        const Tensor student = teacher + torch::tensor({0.5, -2.0, 0.0, 3.0}, f64).reshape({2, 2});
        QCOMPARE(distillation_quality(distillation_loss_from(name.toStdString()), student, teacher, 1).item<double>(), expected);
    }

    void gradients_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"l1", "huber", "mse", "md"})
            QTest::newRow(name) << name;
    }
    void gradients()
    {
        QFETCH(QString, name);
        const DistillationLoss kind = distillation_loss_from(name.toStdString());
        const Tensor teacher = torch::randn({11, 3}, f64), student = teacher + 0.6 * torch::randn({11, 3}, f64);
        QVERIFY(gradient_error([&](const Tensor &z) { return distillation_quality(kind, z, teacher, 2); }, student) < 1e-6);
        QVERIFY(distillation_quality(kind, teacher, teacher, 2).item<double>() < 1e-12);
    }

    void mmdIsTheDefinition()
    {
        const Tensor a = torch::randn({40, 4}, f64) + 0.3, b = torch::randn({33, 4}, f64);
        const double expected = plain_mmd(a, b).item<double>();
        for (const int threads : {1, 2})
            QVERIFY(std::abs(squared_mmd(a, b, threads).item<double>() - expected) < 1e-12);
        QVERIFY(std::abs(squared_mmd(a.to(torch::kFloat), b.to(torch::kFloat), 2).item<double>() - expected) < 1e-5);
    }

    void mmdGrowsWithTheShift()
    {
        const Tensor teacher = torch::randn({300, 4}), student = torch::randn({300, 4});
        double before = squared_mmd(student, teacher, 2).item<double>();
        for (const double shift : {0.5, 1.0, 2.0}) {
            const double now = squared_mmd(student + shift, teacher, 2).item<double>();
            QVERIFY(now > before);
            before = now;
        }
    }

    void unknownName() { QVERIFY_THROWS_EXCEPTION(InputError, distillation_loss_from("cosine")); }
};

QTEST_GUILESS_MAIN(TestDistillationLosses)
#include "test_distillation_losses.moc"
