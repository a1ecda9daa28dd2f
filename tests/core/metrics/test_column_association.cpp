#include "core/metrics/column_association.h"

#include "column_support.h"
#include "core/metrics/association.h"
#include "core/metrics/column_codes.h"

#include <QTest>

#include <numeric>

using namespace fairloom;
using namespace fairloom::test;

namespace {

using Numbers = std::vector<double>;

Table mixed_table(std::size_t n)
{
    Table t;
    const Codes s = random_codes(n, 3, 1);
    Random random(2);
    Codes near = s;
    Numbers shifted(n), noise(n);
    for (std::size_t i = 0; i < n; ++i) {
        if (random.uniform() < 0.2)
            near[i] = static_cast<std::int32_t>(random.below(3));
        noise[i] = random.normal();
        shifted[i] = noise[i] + s[i];
    }
    t.columns = {coded("unrelated", 4, random_codes(n, 4, 3)), coded("near", 3, near), numbers("shifted", shifted), numbers("noise", noise),
                 coded("s", 3, s)};
    return t;
}

} // namespace

class TestColumnAssociation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void correlation_ratio_by_hand_data()
    {
        QTest::addColumn<Codes>("group");
        QTest::addColumn<Numbers>("numbers");
        QTest::addColumn<double>("squared");
        // means 2 and 6 about 4: total 28, within 4, n = 6, k = 2: 1 - 5/4 * 4/28
        QTest::newRow("two groups") << Codes{0, 0, 0, 1, 1, 1} << Numbers{1, 2, 3, 5, 6, 7} << 23.0 / 28;
        QTest::newRow("far from zero") << Codes{0, 0, 0, 1, 1, 1} << Numbers{1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 5, 1e9 + 6, 1e9 + 7} << 23.0 / 28;
        QTest::newRow("tiny") << Codes{0, 0, 0, 1, 1, 1} << Numbers{1e-200, 2e-200, 3e-200, 5e-200, 6e-200, 7e-200} << 23.0 / 28;
        QTest::newRow("missing numbers") << Codes{0, 2, 0, 0, 1, 1, 1, 0} << Numbers{1, NAN, 2, 3, 5, 6, 7, NAN} << 23.0 / 28;
        QTest::newRow("a group that does not occur") << Codes{0, 0, 0, 2, 2, 2} << Numbers{1, 2, 3, 5, 6, 7} << 23.0 / 28;
        QTest::newRow("groups say all") << Codes{0, 0, 1, 1} << Numbers{3, 3, 8, 8} << 1.0;
        QTest::newRow("same means") << Codes{0, 0, 1, 1} << Numbers{1, 3, 1, 3} << 0.0;
        QTest::newRow("constant that is no binary fraction") << Codes{0, 1, 0, 1, 0, 1} << Numbers(6, 0.1) << 0.0;
        QTest::newRow("a group for every row") << Codes{0, 1, 2, 1} << Numbers{1, NAN, 3, 5} << 0.0;
        QTest::newRow("all missing") << Codes{0, 1} << Numbers{NAN, NAN} << 0.0;
    }

    void correlation_ratio_by_hand()
    {
        QFETCH(Codes, group);
        QFETCH(Numbers, numbers);
        QFETCH(double, squared);
        const double eta = correlation_ratio(group, 3, numbers);
        QVERIFY2(std::abs(eta - std::sqrt(squared)) < 1e-7, qPrintable(QString::number(eta, 'g', 17)));
    }

    void spearman_by_hand_data()
    {
        QTest::addColumn<Numbers>("a");
        QTest::addColumn<Numbers>("b");
        QTest::addColumn<double>("rho");
        QTest::newRow("monotone") << Numbers{1, 2, 3, 4} << Numbers{1, 10, 100, 1000} << 1.0;
        QTest::newRow("falling") << Numbers{1, 2, 3, 4} << Numbers{9, 8, 7, -1} << -1.0;
        // ranks 1 2.5 2.5 4 and 1 3 2 4: covariance 4.5, variances 4.5 and 5
        QTest::newRow("ties") << Numbers{1, 2, 2, 3} << Numbers{1, 3, 2, 4} << 4.5 / std::sqrt(22.5);
        QTest::newRow("missing, ranked anew") << Numbers{1, 2, NAN, 2, 50, 3} << Numbers{1, 3, 7, 2, NAN, 4} << 4.5 / std::sqrt(22.5);
        QTest::newRow("zeros of either sign are ties") << Numbers{-0.0, 0.0, 1} << Numbers{2, 1, 3} << 1.5 / std::sqrt(1.5 * 2);
        QTest::newRow("constant") << Numbers{1, 1, 1} << Numbers{1, 2, 3} << 0.0;
        QTest::newRow("constant where both are there") << Numbers{1, 2, 1} << Numbers{1, NAN, 3} << 0.0;
        QTest::newRow("never both") << Numbers{1, NAN} << Numbers{NAN, 1} << 0.0;
        QTest::newRow("empty") << Numbers{} << Numbers{} << 0.0;
    }

    void spearman_by_hand()
    {
        QFETCH(Numbers, a);
        QFETCH(Numbers, b);
        QFETCH(double, rho);
        QVERIFY(std::abs(spearman(a, b) - rho) < 1e-12);
        QVERIFY(std::abs(spearman(b, a) - rho) < 1e-12);
    }

    void measure_fits_the_types()
    {
        Column letter = coded("letter", 2, {0, 0, 0, 1, 1, 1});
        letter.missing_code = 1; // missing is a category like any other
        const Column x = numbers("x", {1, 2, 3, 5, 6, 7}), gaps = numbers("gaps", {1, NAN, 3, 5, 6, 7});
        ColumnAssociation a = associate(letter, x);
        QCOMPARE(a.measure, AssociationMeasure::correlation_ratio);
        QVERIFY(std::abs(a.value - std::sqrt(23.0 / 28)) < 1e-12);
        QCOMPARE(a.n, std::size_t{6});
        QCOMPARE(associate(x, letter).value, a.value);
        QCOMPARE(associate(gaps, letter).n, std::size_t{5});
        QCOMPARE(associate(letter, gaps).n, std::size_t{5});
        a = associate(x, numbers("minus", {-1, -2, -3, -5, -6, -7}));
        QCOMPARE(a.measure, AssociationMeasure::spearman);
        QCOMPARE(a.value, 1.0);
        QCOMPARE(associate(x, gaps).n, std::size_t{5});
        a = associate(letter, letter);
        QCOMPARE(a.measure, AssociationMeasure::cramers_v);
        QCOMPARE(a.value, 1.0);
        QCOMPARE(a.n, std::size_t{6});
        QVERIFY_EXCEPTION_THROWN(associate(x, numbers("short", {1})), InputError);
    }

    void many_categories_do_not_seem_related()
    {
        // plain eta would be about sqrt(1999 / 3999) = 0.7
        const Column names = coded("names", 2000, random_codes(4000, 2000, 1));
        QVERIFY(associate(names, random_numbers("x", 4000, 2)).value < 0.2);
        QVERIFY(associate(names, coded("s", 2, random_codes(4000, 2, 3))).value < 0.2);
    }

    void two_columns_of_names_fit_into_memory()
    {
        const int n = 200000; // a full table of cells would take 320 GB
        Codes up(n);
        std::iota(up.begin(), up.end(), 0);
        const Codes down(up.rbegin(), up.rend());
        QCOMPARE(cramers_v(up, n, down, n), 0.0); // as many levels as rows: corrected to nothing
        Codes pairs(n);
        for (int i = 0; i < n; ++i)
            pairs[static_cast<std::size_t>(i)] = i / 100;
        QVERIFY(std::abs(cramers_v(pairs, n, pairs, n) - 1) < 1e-9);
        QCOMPARE(cramers_v(pairs, n, pairs, n), cramers_v(pairs, 2000, pairs, 2000)); // sparse as dense
    }

    void ranking_is_by_strength()
    {
        const Table t = mixed_table(5000);
        NoProgress progress;
        const auto by_column = rank_associations(t, {0, 1, 2, 3, 4}, 4, 1, progress, {});
        QCOMPARE(by_column.size(), std::size_t{4}); // not against itself
        QCOMPARE(by_column[0].column, std::size_t{1});
        QCOMPARE(by_column[1].column, std::size_t{2});
        QVERIFY(by_column[1].value > 0.5 && by_column[2].value < 0.05);
        const auto by_codes = rank_associations(t, {0, 1, 2, 3}, t.columns[4].codes, 3, 1, progress, {});
        for (std::size_t i = 0; i < by_codes.size(); ++i) {
            QCOMPARE(by_codes[i].column, by_column[i].column);
            QCOMPARE(by_codes[i].value, by_column[i].value);
            QCOMPARE(by_codes[i].value, associate(t.columns[by_codes[i].column], t.columns[4]).value);
        }
        const auto by_number = rank_associations(t, {0, 1, 2, 3, 4}, 2, 1, progress, {});
        QCOMPARE(by_number[0].column, std::size_t{3});
        QCOMPARE(by_number[0].measure, AssociationMeasure::spearman);
        QVERIFY_EXCEPTION_THROWN(rank_associations(t, {0}, Codes{1, 2}, 3, 1, progress, {}), InputError);
    }

    void threads_do_not_matter_and_stop_does()
    {
        const Table t = mixed_table(3000);
        NoProgress progress;
        const auto one = rank_associations(t, {0, 1, 2, 3, 4}, 3, 1, progress, {}), three = rank_associations(t, {0, 1, 2, 3, 4}, 3, 3, progress, {});
        for (std::size_t i = 0; i < one.size(); ++i) {
            QCOMPARE(one[i].column, three[i].column);
            QCOMPARE(one[i].value, three[i].value);
        }
        StopAt stop("Measuring associations");
        QVERIFY_EXCEPTION_THROWN(rank_associations(t, {0, 1}, 3, 2, stop, stop.source.get_token()), Cancelled);
    }

    void quantile_bins_keep_heavy_values_apart_data()
    {
        QTest::addColumn<Numbers>("values");
        QTest::addColumn<Numbers>("low");
        QTest::addColumn<Numbers>("high");
        QTest::newRow("even") << Numbers{8, 1, 2, 3, 4, 5, 6, 7} << Numbers{1, 3, 5, 7} << Numbers{2, 4, 6, 8};
        QTest::newRow("heavy in the middle") << Numbers{1, 40, 40, 40, 40, 40, 50, 60} << Numbers{1, 40, 50} << Numbers{1, 40, 60};
        QTest::newRow("heavy first") << Numbers{0, 0, 0, 0, 0, 0, 0, 9} << Numbers{0, 9} << Numbers{0, 9};
        QTest::newRow("heavy last") << Numbers{0, 1, 1, 1, 1, 1, 1, 1} << Numbers{0, 1} << Numbers{0, 1};
        QTest::newRow("missing") << Numbers{NAN, 2, NAN, 1} << Numbers{1, 2} << Numbers{1, 2};
        QTest::newRow("one value") << Numbers{3, 3} << Numbers{3} << Numbers{3};
        QTest::newRow("nothing") << Numbers{NAN} << Numbers{} << Numbers{};
    }

    void quantile_bins_keep_heavy_values_apart()
    {
        QFETCH(Numbers, values);
        QFETCH(Numbers, low);
        QFETCH(Numbers, high);
        const QuantileBins bins = quantile_bins(values, 4);
        QCOMPARE(bins.low, low);
        QCOMPARE(bins.high, high);
        QCOMPARE(bins.bin_of(NAN), bins.count());
        for (std::size_t b = 0; b < bins.count(); ++b) {
            QCOMPARE(bins.bin_of(low[b]), b);
            QCOMPARE(bins.bin_of(high[b]), b);
        }
    }
};

QTEST_GUILESS_MAIN(TestColumnAssociation)
#include "test_column_association.moc"
