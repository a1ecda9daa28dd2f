#include "core/training/schedule.h"

#include <QtTest>

#include <cmath>

using namespace fairloom;

class TestSchedule : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneCycle()
    {
        constexpr double peak = 3e-3;
        QVERIFY(std::abs(one_cycle(0, peak) - peak / 25) < 1e-12);
        QVERIFY(std::abs(one_cycle(0.3, peak) - peak) < 1e-12);
        QVERIFY(one_cycle(1, peak) < peak * 1e-5);
        for (double position = 0; position < 0.29; position += 0.01)
            QVERIFY(one_cycle(position, peak) < one_cycle(position + 0.01, peak));
        for (double position = 0.3; position < 0.99; position += 0.01)
            QVERIFY(one_cycle(position, peak) > one_cycle(position + 0.01, peak));
    }

    void beta_data()
    {
        QTest::addColumn<double>("position");
        QTest::addColumn<double>("log10Beta");
        QTest::addColumn<double>("ramp");
        QTest::addColumn<double>("expected");
        QTest::newRow("starts three decades below") << 0.0 << 8.0 << 0.6 << 1e5;
        QTest::newRow("half way") << 0.3 << 8.0 << 0.6 << std::pow(10.0, 6.5);
        QTest::newRow("end of the ramp") << 0.6 << 8.0 << 0.6 << 1e8;
        QTest::newRow("after the ramp") << 0.9 << 8.0 << 0.6 << 1e8;
        QTest::newRow("no ramp") << 0.0 << 7.0 << 0.0 << 1e7;
        QTest::newRow("off") << 0.5 << 0.0 << 0.6 << 0.0;
    }
    void beta()
    {
        QFETCH(double, position);
        QFETCH(double, log10Beta);
        QFETCH(double, ramp);
        QFETCH(double, expected);
        QVERIFY(std::abs(ramped_beta(position, log10Beta, ramp) - expected) <= 1e-9 * expected);
    }
};

QTEST_GUILESS_MAIN(TestSchedule)
#include "test_schedule.moc"
