#include "core/metrics/proxies.h"

#include "column_support.h"

#include <QTest>

#include <array>
#include <numeric>

using namespace fairloom;
using namespace fairloom::test;

class TestProxies : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void score_by_hand()
    {
        // Scored in fold 0 with the rates of fold 1 (a 2/2, b 1/2) and the other way round (a 1/2, b 0/2).
        // Fold 0: the positive ties with one negative and beats two, 2.5 of 3; fold 1: two win, one ties, 2.5 of 3.
        const Column column = categories("c", {"a", "b"}, {0, 0, 1, 1, 0, 0, 1, 1});
        const Codes label = {1, 0, 0, 0, 1, 1, 0, 1};
        const std::vector<std::uint8_t> fold = {0, 0, 0, 0, 1, 1, 1, 1};
        SingleColumnSettings settings;
        settings.shrinkage = 0;
        QVERIFY(std::abs(*single_column_auroc(column, label, 2, fold, settings, {}).value - 2.5 / 3) < 1e-12);
        // one-vs-rest of the same split is symmetric, so three classes of which one is empty score alike
        QVERIFY(std::abs(*single_column_auroc(column, label, 3, fold, settings, {}).value - 2.5 / 3) < 1e-12);
    }

    void folds_are_even()
    {
        const Codes label = random_codes(1003, 3, 1);
        const auto fold = stratified_folds(label, 3, 5, 1);
        std::array<std::array<int, 5>, 3> count{};
        for (std::size_t i = 0; i < label.size(); ++i)
            ++count[static_cast<std::size_t>(label[i])][fold[i]];
        for (const auto &of_class : count)
            QVERIFY(*std::max_element(of_class.begin(), of_class.end()) - *std::min_element(of_class.begin(), of_class.end()) <= 1);
        QVERIFY(fold != stratified_folds(label, 3, 5, 2));
        QVERIFY_EXCEPTION_THROWN(stratified_folds(label, 3, 1, 1), InputError);
    }

    void names_do_not_win_by_memorising()
    {
        const std::size_t n = 2000;
        Codes each(n);
        std::iota(each.begin(), each.end(), 0);
        const Codes label = random_codes(n, 2, 1);
        const auto fold = stratified_folds(label, 2, 5, 1);
        QCOMPARE(*single_column_auroc(coded("name", int(n), each), label, 2, fold, {}, {}).value, 0.5);
        QCOMPARE(*single_column_auroc(coded("constant", 1, Codes(n, 0)), label, 2, fold, {}, {}).value, 0.5);
    }

    void columns_without_connection_score_a_half_data()
    {
        QTest::addColumn<int>("values"); // 0 = numbers
        QTest::addColumn<int>("classes");
        for (const int classes : {2, 4})
            for (const int values : {0, 3, 100, 700})
                QTest::addRow("%d values, %d classes", values, classes) << values << classes;
    }

    void columns_without_connection_score_a_half()
    {
        QFETCH(int, values);
        QFETCH(int, classes);
        double sum = 0;
        constexpr int repeats = 40;
        const std::size_t n = 1000;
        for (std::uint64_t seed = 1; seed <= repeats; ++seed) {
            const Codes label = random_codes(n, classes, seed + 1000);
            const Column column = values == 0 ? random_numbers("x", n, seed) : coded("c", values, random_codes(n, values, seed));
            sum += *single_column_auroc(column, label, classes, stratified_folds(label, classes, 5, seed), {}, {}).value;
        }
        // one AUROC has a standard error of about 0.018
        QVERIFY2(std::abs(sum / repeats - 0.5) < 0.01, qPrintable(QString::number(sum / repeats)));
    }

    void planted_proxies_are_ranked()
    {
        const std::size_t n = 4000;
        const Codes group = random_codes(n, 3, 1);
        Random random(2);
        Codes near = group;
        std::vector<double> shifted(n), middle(n);
        for (std::size_t i = 0; i < n; ++i) {
            if (random.uniform() < 0.3)
                near[i] = static_cast<std::int32_t>(random.below(3));
            shifted[i] = random.normal() + group[i];
            middle[i] = random.normal() * (group[i] == 1 ? 0.2 : 3); // spread alone: no rank would show it
        }
        Table t;
        t.columns = {coded("noise", 50, random_codes(n, 50, 3)), numbers("shifted", shifted), coded("near", 3, near), numbers("spread", middle)};
        const Problem problem = problem_of(t, group, std::vector<std::uint8_t>(n, 1));
        NoProgress progress;
        const auto proxies = rank_proxies(problem, {}, 1, progress, {});
        QCOMPARE(proxies.size(), std::size_t{4});
        QCOMPARE(proxies[0].association.column, std::size_t{2});
        QCOMPARE(proxies[0].association.measure, AssociationMeasure::cramers_v);
        const std::size_t shift = proxies[1].association.column == 1 ? 1 : 2, spread = 3 - shift;
        QCOMPARE(proxies[shift].association.column, std::size_t{1});
        QCOMPARE(proxies[shift].association.measure, AssociationMeasure::correlation_ratio);
        QVERIFY(*proxies[shift].auroc.value > 0.65 && proxies[shift].association.value > 0.5);
        QVERIFY(*proxies[spread].auroc.value > 0.65 && proxies[spread].association.value < 0.05);
        QVERIFY(std::abs(*proxies[3].auroc.value - 0.5) < 0.03);

        const auto again = rank_proxies(problem, {}, 3, progress, {});
        for (std::size_t i = 0; i < proxies.size(); ++i) {
            QCOMPARE(again[i].association.column, proxies[i].association.column);
            QCOMPARE(*again[i].auroc.value, *proxies[i].auroc.value);
        }
        for (const char *stage : {"Measuring associations", "Looking for proxies"}) {
            StopAt stop(stage);
            QVERIFY_EXCEPTION_THROWN(rank_proxies(problem, {}, 2, stop, stop.source.get_token()), Cancelled);
        }
    }

    void tiny_classes_are_left_out()
    {
        const Codes label = {0, 0, 0, 0, 0, 1};
        const auto fold = stratified_folds(label, 2, 5, 1);
        const Metric none = single_column_auroc(numbers("x", {1, 2, 3, 4, 5, 6}), label, 2, fold, {}, {});
        QVERIFY(!none && !none.undefined.empty());
        QVERIFY(!single_column_auroc(numbers("x", {}), Codes{}, 2, {}, {}, {}));
        Codes many = random_codes(500, 2, 1);
        many[7] = 2;
        const auto folds = stratified_folds(many, 3, 5, 1);
        QVERIFY(single_column_auroc(random_numbers("x", 500, 1), many, 3, folds, {}, {}).value.has_value());
        QVERIFY_EXCEPTION_THROWN(single_column_auroc(numbers("x", {1}), many, 3, folds, {}, {}), InputError);
    }

    void adult_has_known_proxies()
    {
        const auto train = real_data("adult/adult.data"), test = real_data("adult/adult.test");
        if (train.empty() || test.empty())
            QSKIP("the Adult data set is not here: set FAIRLOOM_DATA_DIR");
        const Problem problem = suggested_problem(open_real(train, "adult", test));
        NoProgress progress;
        const auto proxies = rank_proxies(problem, {}, 2, progress, {});
        for (const ProxyColumn &p : proxies)
            qInfo("%-16s AUROC %.4f, %s %.4f", problem.train.table.columns[p.association.column].name.c_str(), *p.auroc.value,
                  std::string(to_string(p.association.measure)).c_str(), p.association.value);
        const auto name = [&](std::size_t i) { return problem.train.table.columns[proxies[i].association.column].name; };
        QCOMPARE(name(0), std::string("relationship")); // wives and husbands
        QVERIFY(*proxies[0].auroc.value > 0.85);
        QVERIFY(name(1) == "marital-status" || name(1) == "occupation");
        for (const ProxyColumn &p : proxies)
            QVERIFY(*p.auroc.value > 0.5);
    }
};

QTEST_GUILESS_MAIN(TestProxies)
#include "test_proxies.moc"
