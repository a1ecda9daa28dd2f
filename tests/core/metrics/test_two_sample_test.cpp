#include "core/metrics/two_sample_test.h"

#include "column_support.h"

#include <QTest>

using namespace fairloom;
using namespace fairloom::test;

namespace {

/// Two numbers that hang together, a category that hangs on them, and some missing numbers.
Table random_table(std::size_t n, std::uint64_t seed, double shift = 0, double correlation = 0.8)
{
    Random random(seed);
    std::vector<double> x(n), y(n);
    Codes code(n);
    for (std::size_t i = 0; i < n; ++i) {
        x[i] = random.normal();
        y[i] = correlation * x[i] + std::sqrt(1 - correlation * correlation) * random.normal() + shift;
        code[i] = x[i] > 0.5 ? 2 : static_cast<std::int32_t>(random.below(2));
        if (random.below(20) == 0)
            x[i] = NAN;
    }
    Table out;
    out.columns = {numbers("x", x, 6), numbers("y", y, 6), categories("kind", {"a", "b", "c"}, code)};
    return out;
}

Problem problem_with(const Table &train)
{
    return problem_of(train, random_codes(train.rows(), 2, 1), std::vector<std::uint8_t>(train.rows(), 1));
}

TwoSampleTest tested(const Table &real, const Table &generated, std::size_t rows = 0, std::uint64_t seed = 1)
{
    return two_sample_test(problem_with(real), real, generated, rows, seed, 2, {});
}

bool covers(const Metric &metric, double value)
{
    return metric.interval && metric.interval->low <= value && value <= metric.interval->high;
}

} // namespace

class TestTwoSampleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rows_of_another_draw_look_real()
    {
        constexpr int repeats = 20;
        int accuracy = 0, auroc = 0, rejected = 0;
        for (std::uint64_t seed = 1; seed <= repeats; ++seed) {
            const TwoSampleTest t = tested(random_table(600, 2 * seed), random_table(600, 2 * seed + 1), 0, seed);
            accuracy += covers(t.accuracy, 0.5);
            auroc += covers(t.auroc, 0.5);
            rejected += t.p_value < 0.05;
            QCOMPARE(t.n_train, std::size_t{600});
            QCOMPARE(t.n_scored, std::size_t{600});
            QVERIFY(t.p_value > 0.0005);
        }
        QVERIFY2(accuracy >= 17 && auroc >= 17 && rejected <= 3, qPrintable(QString("%1 %2 %3").arg(accuracy).arg(auroc).arg(rejected)));
    }

    void other_rows_are_told_apart_data()
    {
        QTest::addColumn<double>("shift");
        QTest::addColumn<double>("correlation");
        QTest::addColumn<double>("auroc");
        QTest::newRow("shifted") << 6.0 << 0.8 << 0.99;
        QTest::newRow("shifted a little") << 1.0 << 0.8 << 0.75;
        QTest::newRow("same margins, other connection") << 0.0 << -0.8 << 0.75;
    }

    void other_rows_are_told_apart()
    {
        QFETCH(double, shift);
        QFETCH(double, correlation);
        QFETCH(double, auroc);
        const TwoSampleTest t = tested(random_table(800, 1), random_table(900, 2, shift, correlation));
        QVERIFY2(*t.auroc.value > auroc, qPrintable(QString::number(*t.auroc.value)));
        QVERIFY(*t.accuracy.value > 0.6 && t.p_value < 1e-6);
        QVERIFY(!covers(t.accuracy, 0.5));
        QCOMPARE(t.n_scored, std::size_t{800});
    }

    void figures_belong_together()
    {
        const TwoSampleTest t = tested(random_table(400, 1), random_table(400, 2, 0.5), 151);
        QCOMPARE(t.n_train, std::size_t{150});
        QCOMPARE(t.n_scored, std::size_t{152});
        QCOMPARE(t.accuracy.interval->method, std::string("Wilson"));
        QCOMPARE(t.auroc.interval->method, std::string("DeLong"));
        const double z = (*t.accuracy.value - 0.5) / std::sqrt(0.25 / 152);
        QVERIFY(std::abs(t.p_value - 0.5 * std::erfc(z / std::sqrt(2.0))) < 1e-12);
        const double right = *t.accuracy.value * 152;
        QVERIFY(std::abs(right - std::round(right)) < 1e-9);
    }

    void same_seed_same_figures()
    {
        const Table real = random_table(300, 1), generated = random_table(300, 2, 0.3);
        const auto figures = [&](int threads, std::uint64_t seed) {
            const TwoSampleTest t = two_sample_test(problem_with(real), real, generated, 0, seed, threads, {});
            return std::vector{*t.auroc.value, *t.accuracy.value, t.p_value};
        };
        QCOMPARE(figures(1, 1), figures(2, 1));
        QCOMPARE(figures(1, 1), figures(3, 1));
        QVERIFY(figures(1, 1) != figures(1, 2));
    }

    void columns_are_found_by_name_and_categories_by_spelling()
    {
        const Table real = random_table(500, 1), generated = random_table(500, 2);
        Table other = generated; // other order of columns and categories, and a column that was not generated
        std::swap(other.columns[0], other.columns[2]);
        other.columns[0].categories = {"c", "a", "b"};
        for (std::int32_t &code : other.columns[0].codes)
            code = (code + 1) % 3;
        other.columns.insert(other.columns.begin(), numbers("remark", std::vector<double>(500, 7)));
        const TwoSampleTest a = tested(real, generated), b = tested(real, other);
        QCOMPARE(*a.auroc.value, *b.auroc.value);
        QCOMPARE(*a.accuracy.value, *b.accuracy.value);

        Table unknown = generated; // a value that no real row has gives a row away
        unknown.columns[2].categories[0] = std::string("z");
        QVERIFY(*tested(real, unknown).auroc.value > 0.65);
        Table without = generated;
        without.columns.pop_back();
        QVERIFY_EXCEPTION_THROWN(tested(real, without), InputError);
    }

    void what_is_not_generated_is_not_looked_at()
    {
        Table real = random_table(500, 1), generated = random_table(500, 2);
        real.columns.push_back(numbers("line", std::vector<double>(500, 1)));
        generated.columns.push_back(numbers("line", std::vector<double>(500, 2)));
        Problem problem = problem_with(real);
        QVERIFY(*two_sample_test(problem, real, generated, 0, 1, 1, {}).auroc.value > 0.99);
        problem.generated.pop_back();
        QVERIFY(*two_sample_test(problem, real, generated, 0, 1, 1, {}).auroc.value < 0.6);
        problem.generated = {3}; // the target is among what is generated, a feature or not
        problem.features.clear();
        QVERIFY(*two_sample_test(problem, real, generated, 0, 1, 1, {}).auroc.value > 0.99);
    }

    void too_few_rows_are_undefined()
    {
        const Table twenty = random_table(20, 1), few = random_table(19, 2);
        for (const TwoSampleTest &t : {tested(twenty, few), tested(few, twenty), tested(twenty, twenty, 19)}) {
            QVERIFY(!t.auroc && !t.auroc.undefined.empty());
            QVERIFY(!t.accuracy && !t.accuracy.undefined.empty());
            QCOMPARE(t.n_scored, std::size_t{0});
        }
        QVERIFY(tested(twenty, random_table(20, 3)).auroc.value.has_value());
    }

    void stops_when_asked()
    {
        std::stop_source source;
        source.request_stop();
        const Table rows = random_table(100, 1);
        QVERIFY_EXCEPTION_THROWN(two_sample_test(problem_with(rows), rows, rows, 0, 1, 1, source.get_token()), Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestTwoSampleTest)
#include "test_two_sample_test.moc"
