#include "core/base/error.h"
#include "core/base/random.h"
#include "core/metrics/decision_bootstrap.h"
#include "core/metrics/utility.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace fairloom;

namespace {

struct Rows {
    std::vector<std::uint8_t> label;
    std::vector<std::int32_t> group;
    Decisions decision;
};

Rows some(std::size_t n, int groups, std::uint64_t seed)
{
    Random random(seed);
    Rows out;
    for (std::size_t i = 0; i < n; ++i) {
        out.group.push_back(static_cast<std::int32_t>(random.below(static_cast<std::uint64_t>(groups))));
        out.label.push_back(random.uniform() < 0.3 + 0.1 * out.group.back());
        out.decision.push_back(random.uniform() < (out.label.back() ? 0.7 : 0.2));
    }
    return out;
}

std::vector<Group> named(int count)
{
    std::vector<Group> out;
    for (int g = 0; g < count; ++g)
        out.push_back({"g" + std::to_string(g), {{"s", "g" + std::to_string(g)}}});
    return out;
}

double mean(const std::vector<double> &v) { return std::accumulate(v.begin(), v.end(), 0.0) / static_cast<double>(v.size()); }

double deviation(const std::vector<double> &v)
{
    double sum = 0;
    for (const double x : v)
        sum += (x - mean(v)) * (x - mean(v));
    return std::sqrt(sum / static_cast<double>(v.size() - 1));
}

constexpr DecisionFigure all_figures[] = {DecisionFigure::dpr,  DecisionFigure::eor,      DecisionFigure::dpd,       DecisionFigure::eod,    DecisionFigure::eopr,
                                          DecisionFigure::eopd, DecisionFigure::accuracy, DecisionFigure::precision, DecisionFigure::recall, DecisionFigure::f1};

} // namespace

class TestDecisionBootstrap : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void figures_are_those_of_the_tables_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("groups");
        QTest::newRow("two groups") << 400 << 2;
        QTest::newRow("many small groups") << 60 << 20;
        QTest::newRow("a handful of rows") << 5 << 2;
    }

    void figures_are_those_of_the_tables()
    {
        QFETCH(int, rows);
        QFETCH(int, groups);
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            const Rows r = some(static_cast<std::size_t>(rows), groups, seed);
            const Fairness f = compute_fairness(r.label, r.decision, r.group, named(groups));
            std::vector<float> probability(r.decision.begin(), r.decision.end());
            const Utility u = compute_utility(r.label, probability);
            std::vector<GroupCounts> counts;
            for (const GroupRates &g : f.groups)
                counts.push_back(g.counts);
            const Metric expected[] = {f.dpr, f.eor, f.dpd, f.eod, f.eopr, f.eopd, u.accuracy, u.precision, u.recall, u.f1};
            for (std::size_t k = 0; k < std::size(all_figures); ++k) {
                const double value = decision_figure(all_figures[k], counts);
                QCOMPARE(!std::isnan(value), expected[k].value.has_value());
                if (expected[k])
                    QVERIFY(std::abs(value - *expected[k].value) < 1e-12);
            }
        }
    }

    void spread_is_that_of_the_formula()
    {
        const Rows r = some(2000, 2, 3);
        DecisionBootstrap::Settings settings;
        settings.draws = 4000;
        settings.threads = 2;
        const DecisionBootstrap bootstrap(r.label, r.group, 2, {r.decision}, settings, {});
        const std::vector<double> drawn = bootstrap.values(0, DecisionFigure::accuracy);
        const std::vector<float> probability(r.decision.begin(), r.decision.end());
        const double accuracy = *compute_utility(r.label, probability).accuracy.value;
        QVERIFY(std::abs(mean(drawn) - accuracy) < 0.001);
        // rows of a group are drawn among that group's, so the variance is the sum of theirs: near, and not above, that of one sample
        const double whole = std::sqrt(accuracy * (1 - accuracy) / 2000);
        QVERIFY2(std::abs(deviation(drawn) / whole - 1) < 0.05, qPrintable(QString::number(deviation(drawn) / whole)));
    }

    void same_draws_whatever_the_threads()
    {
        const Rows r = some(300, 3, 9);
        DecisionBootstrap::Settings one, three;
        three.threads = 3;
        const DecisionBootstrap a(r.label, r.group, 3, {r.decision}, one, {}), b(r.label, r.group, 3, {r.decision}, three, {});
        QVERIFY(a.values(0, DecisionFigure::eor) == b.values(0, DecisionFigure::eor));
        one.seed = 2;
        QVERIFY(a.values(0, DecisionFigure::dpr) != DecisionBootstrap(r.label, r.group, 3, {r.decision}, one, {}).values(0, DecisionFigure::dpr));
    }

    void classifiers_share_their_draws()
    {
        const Rows r = some(500, 2, 4);
        Decisions opposite;
        for (const std::uint8_t d : r.decision)
            opposite.push_back(!d);
        const DecisionBootstrap bootstrap(r.label, r.group, 2, {r.decision, r.decision, opposite}, {}, {});
        const std::vector<double> first = bootstrap.values(0, DecisionFigure::accuracy), same = bootstrap.values(1, DecisionFigure::accuracy),
                                  other = bootstrap.values(2, DecisionFigure::accuracy);
        QVERIFY(first == same);
        for (std::size_t i = 0; i < first.size(); ++i)
            QVERIFY(std::abs(first[i] + other[i] - 1) < 1e-12);
        const BootstrapDifference none = bootstrap_difference(0.7, 0.7, first, same, 0.95, "test rows");
        QCOMPARE(none.p_value, 1.0);
        QCOMPARE(none.difference.interval->low, 0.0);
        const BootstrapDifference clear = bootstrap_difference(0.75, 0.25, first, other, 0.95, "test rows");
        QVERIFY(clear.p_value < 0.005 && clear.difference.interval->low > 0.3);
        QVERIFY(!bootstrap_difference(std::nan(""), 0.5, first, other, 0.95, "test rows").difference);
    }

    void groups_thrown_together()
    {
        const Rows r = some(600, 4, 5);
        const std::vector<std::int32_t> of_group{0, 1, 0, 1};
        std::vector<std::int32_t> merged;
        for (const std::int32_t g : r.group)
            merged.push_back(of_group[static_cast<std::size_t>(g)]);
        const DecisionBootstrap bootstrap(r.label, r.group, 4, {r.decision}, {}, {});
        const std::vector<double> together = bootstrap.values(0, DecisionFigure::dpd, of_group);
        const double whole = *compute_fairness(r.label, r.decision, merged, named(2)).dpd.value;
        const std::optional<Interval> interval = percentile_interval(together, 0.95, "test rows");
        QVERIFY(interval && interval->low <= whole && whole <= interval->high);
        QVERIFY(together != bootstrap.values(0, DecisionFigure::dpd));
    }

    void undefined_draws()
    {
        std::vector<double> values(1000, 0.5);
        QVERIFY(percentile_interval(values, 0.95, "test rows"));
        for (int i = 0; i < 40; ++i)
            values[static_cast<std::size_t>(i)] = std::nan("");
        QCOMPARE(percentile_interval(values, 0.95, "test rows")->draws, 960);
        for (int i = 0; i < 60; ++i)
            values[static_cast<std::size_t>(i)] = std::nan("");
        QVERIFY(!percentile_interval(values, 0.95, "test rows"));
        QVERIFY(!percentile_interval({}, 0.95, "test rows"));
    }

    void means_over_seeds()
    {
        Random random(1);
        const std::vector<double> figures{0.70, 0.74, 0.78, 0.72, 0.76};
        std::vector<std::vector<double>> exact(5), noisy(5);
        for (std::size_t k = 0; k < figures.size(); ++k)
            for (int i = 0; i < 4000; ++i) {
                exact[k].push_back(figures[k]);
                noisy[k].push_back(figures[k] + 0.02 * random.normal());
            }
        const Metric seeds_only = mean_over_seeds(figures, exact, 0.95, 1);
        QVERIFY(std::abs(*seeds_only.value - 0.74) < 1e-12);
        QCOMPARE(seeds_only.interval->resampled, std::string("test rows and seeds"));
        // the standard error of a mean of five is 0.0316 / sqrt(5) = 0.0141
        const double width = seeds_only.interval->high - seeds_only.interval->low;
        QVERIFY2(std::abs(width / (2 * 1.96 * 0.01414) - 1) < 0.15, qPrintable(QString::number(width)));
        const Metric both = mean_over_seeds(figures, noisy, 0.95, 1);
        QVERIFY(both.interval->high - both.interval->low > width);
        QVERIFY(!mean_over_seeds({0.5}, {{0.5, 0.6}}, 0.95, 1).interval);
        QVERIFY(!mean_over_seeds({0.5, std::nan("")}, exact, 0.95, 1));
        QVERIFY(!mean_over_seeds({}, {}, 0.95, 1));
    }

    void edges()
    {
        QVERIFY_EXCEPTION_THROWN(DecisionBootstrap(std::vector<std::uint8_t>{1, 0}, std::vector<std::int32_t>{0, 0}, 1, {{1}}, {}, {}), InputError);
        const DecisionBootstrap nobody({}, {}, 2, {{}}, {}, {});
        QVERIFY(!percentile_interval(nobody.values(0, DecisionFigure::dpr), 0.95, "test rows"));
        std::stop_source stop;
        stop.request_stop();
        const Rows r = some(10, 2, 1);
        QVERIFY_EXCEPTION_THROWN(DecisionBootstrap(r.label, r.group, 2, {r.decision}, {}, stop.get_token()), Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestDecisionBootstrap)
#include "test_decision_bootstrap.moc"
