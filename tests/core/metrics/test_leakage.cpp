#include "core/metrics/leakage.h"

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/metrics/ranks.h"

#include <QTest>

#include <cmath>

using namespace fairloom;

namespace {

struct Rows {
    Matrix x;
    std::vector<std::int32_t> group;
};

/// Normal features; the first is shifted by `shift` times the group's number.
Rows shifted(std::size_t n, int groups, double shift, std::uint64_t seed, std::size_t columns = 5)
{
    Random random(seed);
    Rows out{Matrix(n, columns), {}};
    for (std::size_t i = 0; i < n; ++i) {
        out.group.push_back(static_cast<std::int32_t>(random.below(static_cast<std::uint64_t>(groups))));
        for (float &v : out.x.row(i))
            v = static_cast<float>(random.normal());
        out.x.row(i)[0] += static_cast<float>(shift * out.group.back());
    }
    return out;
}

ProbeResult probe(const Rows &train, const Rows &test, int groups, ProbeSettings settings = {})
{
    settings.threads = 2;
    return probe_group(train.x, train.group, test.x, test.group, groups, settings, {});
}

/// Double-centred distance matrix, as in the definition.
std::vector<double> centred(const std::vector<double> &d, std::size_t n)
{
    std::vector<double> mean(n), out(n * n);
    double all = 0;
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j)
            mean[i] += d[i * n + j] / static_cast<double>(n);
        all += mean[i] / static_cast<double>(n);
    }
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j)
            out[i * n + j] = d[i * n + j] - mean[i] - mean[j] + all;
    return out;
}

double plain_distance_correlation(const Rows &rows)
{
    const std::size_t n = rows.x.rows;
    std::vector<double> a(n * n), b(n * n);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j) {
            double d = 0;
            for (std::size_t c = 0; c < rows.x.columns; ++c) {
                const double difference = static_cast<double>(rows.x.row(i)[c]) - static_cast<double>(rows.x.row(j)[c]);
                d += difference * difference;
            }
            a[i * n + j] = std::sqrt(d);
            b[i * n + j] = rows.group[i] == rows.group[j] ? 0 : std::sqrt(2.0);
        }
    a = centred(a, n);
    b = centred(b, n);
    double ab = 0, aa = 0, bb = 0;
    for (std::size_t i = 0; i < n * n; ++i) {
        ab += a[i] * b[i];
        aa += a[i] * a[i];
        bb += b[i] * b[i];
    }
    return std::sqrt(ab / std::sqrt(aa * bb));
}

} // namespace

class TestLeakage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void probe_finds_a_planted_group()
    {
        // d' = 1.5 gives AUROC = Phi(1.5 / sqrt(2)) = 0.856
        const ProbeResult r = probe(shifted(2000, 2, 1.5, 1), shifted(2000, 2, 1.5, 2), 2);
        QVERIFY(std::abs(*r.auroc.value - 0.856) < 0.02);
        QVERIFY(r.auroc.interval->low < *r.auroc.value && *r.auroc.value < r.auroc.interval->high);
        QVERIFY(r.auroc.interval->high - r.auroc.interval->low < 0.05);
        QCOMPARE(r.p_value, 1.0 / 201);
        QVERIFY(r.null_low > 0.45 && r.null_high < 0.55);
    }

    void probe_of_noise_is_chance_data()
    {
        QTest::addColumn<int>("groups");
        QTest::newRow("two groups") << 2;
        QTest::newRow("five groups") << 5;
    }

    void probe_of_noise_is_chance()
    {
        QFETCH(int, groups);
        const ProbeResult r = probe(shifted(1500, groups, 0, 3), shifted(1500, groups, 0, 4), groups);
        QVERIFY(std::abs(*r.auroc.value - 0.5) < 0.05);
        QVERIFY(r.null_low < 0.5 && r.null_high > 0.5);
        QVERIFY(r.p_value > 0.01);
    }

    void several_groups_are_macro_averaged()
    {
        const ProbeResult r = probe(shifted(2000, 3, 4, 1), shifted(2000, 3, 4, 2), 3);
        QVERIFY(*r.auroc.value > 0.95);
        QCOMPARE(r.p_value, 1.0 / 201);
    }

    void threads_do_not_change_the_probe()
    {
        const Rows train = shifted(900, 2, 0.3, 1), test = shifted(700, 2, 0.3, 2);
        ProbeSettings one, three;
        three.threads = 3;
        const ProbeResult a = probe_group(train.x, train.group, test.x, test.group, 2, one, {});
        const ProbeResult b = probe_group(train.x, train.group, test.x, test.group, 2, three, {});
        QCOMPARE(*a.auroc.value, *b.auroc.value);
        QCOMPARE(a.null_low, b.null_low);
        QCOMPARE(a.auroc.interval->high, b.auroc.interval->high);
    }

    void constant_features_say_nothing()
    {
        Rows train = shifted(100, 2, 0, 1), test = shifted(100, 2, 0, 2);
        train.x.values.assign(train.x.values.size(), 3.0f);
        test.x.values.assign(test.x.values.size(), 3.0f);
        QCOMPARE(*probe(train, test, 2).auroc.value, 0.5);
    }

    void absent_groups_are_named()
    {
        Rows train = shifted(50, 2, 0, 1), test = shifted(50, 2, 0, 2);
        ProbeSettings settings;
        settings.names = {"Female", "Male"};
        Rows without = test;
        without.group.assign(50, 0);
        QCOMPARE(probe(train, without, 2, settings).auroc.undefined.english(),
                 std::string("no scored row belongs to group “Male”, so its AUROC is undefined"));
        QCOMPARE(probe(without, test, 2, settings).auroc.undefined.english(),
                 std::string("no training row belongs to group “Male”, so the probe cannot learn it"));
        QVERIFY(!probe(train, without, 1).auroc.value);
        test.x.values[3] = NAN;
        QVERIFY(!probe(train, test, 2).auroc.value);
    }

    void a_group_of_one_scored_row()
    {
        Rows train = shifted(100, 2, 2, 1), test = shifted(40, 1, 0, 2);
        test.group[7] = 1;
        test.x.row(7)[0] = 9;
        const ProbeResult r = probe(train, test, 2);
        QCOMPARE(*r.auroc.value, 1.0);
        QVERIFY(r.auroc.interval->draws < 200); // resamples without that row have no AUROC
        QVERIFY(r.auroc.interval->draws > 80);
    }

    void probe_stops_when_asked()
    {
        std::stop_source source;
        source.request_stop();
        const Rows rows = shifted(100, 2, 0, 1);
        QVERIFY_EXCEPTION_THROWN(probe_group(rows.x, rows.group, rows.x, rows.group, 2, {}, source.get_token()), Cancelled);
        QVERIFY_EXCEPTION_THROWN(distance_correlation(rows.x, rows.group, 2, 10, 1, 2, source.get_token()), Cancelled);
    }

    void distance_correlation_equals_its_definition_data()
    {
        QTest::addColumn<int>("n");
        QTest::addColumn<int>("groups");
        QTest::addColumn<int>("columns");
        QTest::addColumn<double>("shift");
        QTest::newRow("two groups") << 120 << 2 << 5 << 1.0;
        QTest::newRow("four groups, wide") << 150 << 4 << 37 << 0.5;
        QTest::newRow("independent") << 200 << 3 << 8 << 0.0;
        QTest::newRow("one column") << 90 << 2 << 1 << 2.0;
    }

    void distance_correlation_equals_its_definition()
    {
        QFETCH(int, n);
        QFETCH(int, groups);
        QFETCH(int, columns);
        QFETCH(double, shift);
        const Rows rows = shifted(static_cast<std::size_t>(n), groups, shift, 5, static_cast<std::size_t>(columns));
        for (const int threads : {1, 3}) {
            const DistanceCorrelation d = distance_correlation(rows.x, rows.group, groups, 50, 1, threads, {});
            QVERIFY(std::abs(d.value - plain_distance_correlation(rows)) < 1e-10);
            QCOMPARE(d.n, static_cast<std::size_t>(n));
        }
    }

    void distance_correlation_of_the_groups_themselves_is_one()
    {
        Rows rows = shifted(100, 3, 0, 5, 3);
        for (std::size_t i = 0; i < 100; ++i)
            for (std::size_t c = 0; c < 3; ++c)
                rows.x.row(i)[c] = static_cast<std::size_t>(rows.group[i]) == c;
        const DistanceCorrelation d = distance_correlation(rows.x, rows.group, 3, 99, 1, 2, {});
        QVERIFY(std::abs(d.value - 1) < 1e-9);
        QCOMPARE(d.p_value, 0.01);
    }

    void permutations_tell_dependence_from_chance()
    {
        const Rows dependent = shifted(400, 2, 1, 6), independent = shifted(400, 2, 0, 7);
        QCOMPARE(distance_correlation(dependent.x, dependent.group, 2, 199, 1, 2, {}).p_value, 0.005);
        QVERIFY(distance_correlation(independent.x, independent.group, 2, 199, 1, 2, {}).p_value > 0.02);
    }

    void degenerate_distance_correlations_are_zero()
    {
        Rows rows = shifted(50, 2, 0, 1);
        const std::vector<std::int32_t> one(50, 0);
        QCOMPARE(distance_correlation(rows.x, one, 2, 20, 1, 1, {}).value, 0.0);
        QCOMPARE(distance_correlation(rows.x, one, 2, 20, 1, 1, {}).p_value, 1.0);
        rows.x.values.assign(rows.x.values.size(), 0.3f);
        QCOMPARE(distance_correlation(rows.x, rows.group, 2, 20, 1, 1, {}).value, 0.0);
        QCOMPARE(distance_correlation(Matrix(0, 3), {}, 2, 20, 1, 1, {}).value, 0.0);
        QVERIFY_EXCEPTION_THROWN(distance_correlation(rows.x, std::vector<std::int32_t>{0}, 2, 20, 1, 1, {}), InputError);
    }
};

QTEST_GUILESS_MAIN(TestLeakage)
#include "test_leakage.moc"
