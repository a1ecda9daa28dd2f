#include "core/training/adam.h"

#include <QtTest>

using namespace fairloom;
using torch::Tensor;

class TestAdam : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stepsAsLibTorchDoes_data()
    {
        QTest::addColumn<double>("beta1");
        QTest::addColumn<int>("steps");
        QTest::newRow("as usual") << 0.9 << 50;
        QTest::newRow("less momentum") << 0.5 << 35; // then values swing around their goal, and rounding grows until LibTorch is off itself
    }
    void stepsAsLibTorchDoes()
    {
        QFETCH(double, beta1);
        QFETCH(int, steps);
        torch::manual_seed(3);
        const Tensor start = torch::randn({7, 45}), direction = torch::randn({7, 45});
        Tensor ours = start.clone().set_requires_grad(true), theirs = start.clone().set_requires_grad(true);
        Tensor idle = torch::ones({3}).set_requires_grad(true);
        Adam adam({ours, idle}, beta1);
        torch::optim::Adam reference({theirs}, torch::optim::AdamOptions(0.01).betas({beta1, 0.999}));
        for (int step = 0; step < steps; ++step) {
            const double rate = 0.01 * (1 + step % 3);
            static_cast<torch::optim::AdamOptions &>(reference.param_groups()[0].options()).lr(rate);
            adam.zero_grad();
            reference.zero_grad();
            ((ours - direction).square() * (1 + step % 5)).sum().backward();
            ((theirs - direction).square() * (1 + step % 5)).sum().backward();
            adam.step(rate);
            reference.step();
        }
        QVERIFY(torch::allclose(ours, theirs, 1e-4, 1e-5));
        QVERIFY(!torch::allclose(ours, start, 1e-2, 1e-2));
        QVERIFY(torch::equal(idle, torch::ones({3})));
    }
};

QTEST_GUILESS_MAIN(TestAdam)
#include "test_adam.moc"
