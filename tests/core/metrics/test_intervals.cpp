#include "core/base/normal_quantile.h"
#include "core/base/random.h"
#include "core/metrics/intervals.h"
#include "core/metrics/utility.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace fairloom;

class TestIntervals : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void normal_quantiles()
    {
        for (const double p : {1e-12, 0.001, 0.025, 0.3, 0.5, 0.9, 0.975, 0.99999})
            QVERIFY(std::abs(0.5 * std::erfc(-normal_quantile(p) / std::sqrt(2.0)) - p) < 1e-14);
        QVERIFY(std::abs(normal_quantile(0.975) - 1.959963984540054) < 1e-13);
    }

    void wilson_intervals_data()
    {
        QTest::addColumn<int>("successes");
        QTest::addColumn<int>("n");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        // the first two from Newcombe, Statistics in Medicine 17 (1998), table I, method 3
        QTest::newRow("81 of 263") << 81 << 263 << 0.2553 << 0.3662;
        QTest::newRow("15 of 148") << 15 << 148 << 0.0624 << 0.1605;
        QTest::newRow("0 of 20") << 0 << 20 << 0.0 << 0.1611;
        QTest::newRow("1 of 29") << 1 << 29 << 0.0061 << 0.1718;
        QTest::newRow("10 of 100") << 10 << 100 << 0.0552 << 0.1744;
        QTest::newRow("all of 20") << 20 << 20 << 0.8389 << 1.0;
    }

    void wilson_intervals()
    {
        QFETCH(int, successes);
        QFETCH(int, n);
        QFETCH(double, low);
        QFETCH(double, high);
        const Metric m = wilson_rate(static_cast<std::size_t>(successes), static_cast<std::size_t>(n));
        QCOMPARE(*m.value, static_cast<double>(successes) / n);
        QVERIFY(std::abs(m.interval->low - low) <= 0.00005 + 1e-9);
        QVERIFY(std::abs(m.interval->high - high) <= 0.00005 + 1e-9);
        QCOMPARE(m.interval->method, std::string("Wilson"));
        QCOMPARE(m.interval->draws, 0);
    }

    void wilson_levels()
    {
        QVERIFY(!wilson_rate(0, 0).value);
        QVERIFY(!wilson_rate(0, 0).undefined.empty());
        // at p = 1/2 the half-width is z / (2 sqrt(n + z^2))
        const double z = 2.5758293035489004;
        QVERIFY(std::abs(wilson_rate(50, 100, 0.99).interval->high - 0.5 - z / (2 * std::sqrt(100 + z * z))) < 1e-12);
    }

    void newcombe_differences_data()
    {
        QTest::addColumn<int>("a");
        QTest::addColumn<int>("n_a");
        QTest::addColumn<int>("b");
        QTest::addColumn<int>("n_b");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        // Newcombe, Statistics in Medicine 17 (1998) 873-890, table II, method 10
        QTest::newRow("56/70 - 48/80") << 56 << 70 << 48 << 80 << 0.0524 << 0.3339;
        QTest::newRow("9/10 - 3/10") << 9 << 10 << 3 << 10 << 0.1705 << 0.8090;
        QTest::newRow("5/56 - 0/29") << 5 << 56 << 0 << 29 << -0.0381 << 0.1926;
        QTest::newRow("0/10 - 0/10") << 0 << 10 << 0 << 10 << -0.2775 << 0.2775;
        QTest::newRow("10/10 - 0/10") << 10 << 10 << 0 << 10 << 0.6075 << 1.0;
    }

    void newcombe_differences()
    {
        QFETCH(int, a);
        QFETCH(int, n_a);
        QFETCH(int, b);
        QFETCH(int, n_b);
        QFETCH(double, low);
        QFETCH(double, high);
        const auto size = [](int n) { return static_cast<std::size_t>(n); };
        const Metric m = newcombe_difference(size(a), size(n_a), size(b), size(n_b));
        QVERIFY(std::abs(m.interval->low - low) <= 0.00005 + 1e-9);
        QVERIFY(std::abs(m.interval->high - high) <= 0.00005 + 1e-9);
    }

    void log_ratios()
    {
        const Metric m = log_ratio(30, 100, 60, 120);
        QVERIFY(std::abs(*m.value - std::log(0.6)) < 1e-12);
        QVERIFY(m.interval->low < *m.value && *m.value < m.interval->high);
        const Metric turned = log_ratio(60, 120, 30, 100);
        QVERIFY(std::abs(turned.interval->low + m.interval->high) < 1e-12);
        QVERIFY(std::abs(turned.interval->high + m.interval->low) < 1e-12);
        QVERIFY(!log_ratio(0, 10, 3, 10));
        QVERIFY(!log_ratio(3, 10, 0, 10));
        QVERIFY(!log_ratio(0, 10, 0, 10));
        QVERIFY(!log_ratio(0, 0, 3, 10).undefined.empty());
        // near the large-sample interval of Katz et al. (1978), half-width z sqrt(1/a - 1/n_a + 1/b - 1/n_b)
        const Metric large = log_ratio(3000, 10000, 6000, 12000);
        const double half = 1.959964 * std::sqrt(1 / 3000.0 - 1 / 10000.0 + 1 / 6000.0 - 1 / 12000.0);
        QVERIFY(std::abs(large.interval->high - (*large.value + half)) < 0.001);
    }

    void delong_by_definition()
    {
        Random random(5);
        for (int round = 0; round < 20; ++round) {
            std::vector<std::uint8_t> label;
            std::vector<float> score;
            for (int i = 0; i < 60; ++i) {
                label.push_back(random.uniform() < 0.3);
                score.push_back(static_cast<float>(random.below(8)) + (label.back() ? 2.0f : 0.0f)); // many ties
            }
            // Every pair on its own.
            std::vector<double> of_positive, of_negative;
            for (std::size_t i = 0; i < label.size(); ++i) {
                double wins = 0, pairs = 0;
                for (std::size_t j = 0; j < label.size(); ++j)
                    if (label[j] != label[i]) {
                        const double against = label[i] ? score[i] - score[j] : score[j] - score[i];
                        wins += against > 0 ? 1 : against == 0 ? 0.5 : 0;
                        ++pairs;
                    }
                (label[i] ? of_positive : of_negative).push_back(wins / pairs);
            }
            const auto mean = [](const std::vector<double> &v) { return std::accumulate(v.begin(), v.end(), 0.0) / static_cast<double>(v.size()); };
            const auto variance = [&](const std::vector<double> &v) {
                double sum = 0;
                for (const double x : v)
                    sum += (x - mean(v)) * (x - mean(v));
                return sum / static_cast<double>(v.size() - 1) / static_cast<double>(v.size());
            };
            const Metric m = delong_auroc(label, score);
            const double area = mean(of_positive);
            QVERIFY(std::abs(*m.value - area) < 1e-12);
            QVERIFY(std::abs(*m.value - *auroc(label, score).value) < 1e-12);
            const double half = 1.959963984540054 * std::sqrt(variance(of_positive) + variance(of_negative)) / (area * (1 - area));
            const double logit = std::log(area / (1 - area));
            QVERIFY(std::abs(m.interval->low - 1 / (1 + std::exp(half - logit))) < 1e-9);
            QVERIFY(std::abs(m.interval->high - 1 / (1 + std::exp(-half - logit))) < 1e-9);
        }
    }

    void delong_edges()
    {
        const std::vector<std::uint8_t> same(5, 1), mixed{0, 0, 1, 1}, one{0, 0, 1};
        QVERIFY(!delong_auroc(same, std::vector<float>(5)));
        QVERIFY(!delong_auroc({}, {}));
        const Metric perfect = delong_auroc(mixed, std::vector<float>{0, 1, 2, 3});
        QCOMPARE(*perfect.value, 1.0);
        QVERIFY(!perfect.interval);
        QVERIFY(!delong_auroc(one, std::vector<float>{0, 2, 1}).interval);
    }

    void bounds()
    {
        Metric drawn(0.5);
        drawn.interval.emplace();
        std::vector<double> values;
        for (int i = 0; i <= 1000; ++i)
            values.push_back(i / 1000.0);
        drawn.interval->values = std::make_shared<const std::vector<double>>(values);
        QVERIFY(std::abs(*lower_bound(drawn, 0.95) - 0.05) < 1e-12);
        QVERIFY(std::abs(*upper_bound(drawn, 0.9) - 0.9) < 1e-12);

        const Metric rate = wilson_rate(5000, 10000);
        QVERIFY(std::abs(*lower_bound(rate, 0.975) - rate.interval->low) < 1e-9);
        QVERIFY(std::abs(*lower_bound(rate, 0.95) - (0.5 - 1.6448536 * 0.005)) < 1e-5);
        QVERIFY(*upper_bound(rate, 0.95) > 0.5);
        QVERIFY(!lower_bound(Metric(0.5), 0.95));
        QVERIFY(!lower_bound(Metric::undefined_because("reason"), 0.95));
    }

    void holm()
    {
        const std::vector<double> adjusted = holm_adjusted(std::vector<double>{0.01, 0.04, 0.03, 0.005});
        const std::vector<double> expected{0.03, 0.06, 0.06, 0.02};
        for (std::size_t i = 0; i < expected.size(); ++i)
            QVERIFY(std::abs(adjusted[i] - expected[i]) < 1e-12);
        QVERIFY(holm_adjusted({}).empty());
        QCOMPARE(holm_adjusted(std::vector<double>{0.8, 0.9}).back(), 1.0);
    }
};

QTEST_GUILESS_MAIN(TestIntervals)
#include "test_intervals.moc"
