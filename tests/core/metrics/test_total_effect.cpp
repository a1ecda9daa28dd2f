// The estimate of the total causal effect that the causal card shows: against the model's truth.
#include "core/metrics/total_effect.h"

#include "core/data/problem.h"
#include "core/data/samples.h"

#include <QtTest>

using namespace fairloom;

class TestTotalEffect : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void byHand();
    void withoutRows();
    void coversTheTruth_data();
    void coversTheTruth();
};

void TestTotalEffect::byHand()
{
    const std::vector<std::int32_t> group{0, 0, 0, 0, 1, 1, 2, 2};
    const std::vector<std::uint8_t> label{1, 0, 0, 0, 1, 1, 1, 0};
    const std::vector<Metric> effects = total_effects(group, label, 3, 1);
    QCOMPARE(effects.size(), std::size_t(3));
    QCOMPARE(*effects[0].value, -0.75);
    QCOMPARE(*effects[1].value, 0.0);
    QVERIFY(!effects[1].interval);
    QCOMPARE(*effects[2].value, -0.5);
    QVERIFY(effects[0].interval->low < -0.75 && effects[0].interval->high > -0.75);
}

void TestTotalEffect::withoutRows()
{
    const std::vector<Metric> effects = total_effects({}, {}, 2, 0);
    QVERIFY(!effects[1] && !effects[1].undefined.empty());
}

void TestTotalEffect::coversTheTruth_data()
{
    QTest::addColumn<double>("bias");
    for (const double bias : {0.0, 0.5, 1.0})
        QTest::addRow("bias %.0f %%", 100 * bias) << bias;
}

/// 200 redraws: the 95 % interval has the model's truth inside in 92 to 98 %.
void TestTotalEffect::coversTheTruth()
{
    QFETCH(double, bias);
    const auto truth = sample_truth("hiring", bias); // female, male
    const double effect = truth[0].second - truth[1].second;
    QVERIFY2(bias == 0.0 ? std::abs(effect) < 1e-12 : effect < -0.02, qPrintable(QString::number(effect)));
    constexpr int redraws = 200;
    int covered = 0;
    for (int seed = 1; seed <= redraws; ++seed) {
        const Dataset data = make_sample("hiring", std::uint64_t(seed), bias);
        const Column &gender = data.table.columns[data.table.index_of("gender")], &hired = data.table.columns[data.table.index_of("hired")];
        std::vector<std::uint8_t> label;
        for (const std::int32_t code : hired.codes)
            label.push_back(hired.categories[std::size_t(code)] == "yes");
        const Metric found = total_effects(gender.codes, label, 2, 1)[0];
        covered += found.interval->low <= effect && effect <= found.interval->high;
    }
    qInfo("%d of %d", covered, redraws);
    QVERIFY2(covered >= 0.92 * redraws && covered <= 0.98 * redraws, qPrintable(QString::number(covered)));
}

QTEST_GUILESS_MAIN(TestTotalEffect)
#include "test_total_effect.moc"
