#include "core/metrics/target_leaks.h"

#include "column_support.h"

#include <QTest>

#include <numeric>
#include <set>

using namespace fairloom;
using namespace fairloom::test;

namespace {

std::set<std::string> names_of(const Problem &problem, const std::vector<TargetLeak> &leaks)
{
    std::set<std::string> out;
    for (const TargetLeak &leak : leaks) {
        out.insert(problem.train.table.columns[leak.column].name);
        qInfo("%s", leak.warning.english().c_str());
    }
    return out;
}

std::vector<TargetLeak> usual(const Problem &problem)
{
    NoProgress progress;
    return find_target_leaks(problem, {}, progress, {});
}

} // namespace

class TestTargetLeaks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void planted_leaks_are_found()
    {
        const std::size_t n = 3000;
        Random random(1);
        std::vector<std::uint8_t> label(n);
        Codes same(n), nearly(n), half(n), name(n);
        std::vector<double> cut(n), present(n), noise(n);
        for (std::size_t i = 0; i < n; ++i) {
            cut[i] = random.uniform();
            label[i] = cut[i] > 0.42;
            same[i] = label[i];
            nearly[i] = random.uniform() < 0.03 ? 1 - label[i] : label[i];
            half[i] = random.uniform() < 0.3 ? 1 - label[i] : label[i];
            present[i] = label[i] ? std::nan("") : random.normal(); // recorded only after the outcome
            noise[i] = random.normal();
            name[i] = static_cast<std::int32_t>(i);
        }
        Table t;
        t.columns = {coded("half", 2, half),       numbers("noise", noise),  coded("same", 2, same),      coded("name", int(n), name),
                     numbers("cut", cut),          numbers("present", present), coded("nearly", 2, nearly)};
        Problem problem = problem_of(t, random_codes(n, 2, 5), label);
        const auto leaks = usual(problem);
        QCOMPARE(names_of(problem, leaks), (std::set<std::string>{"same", "cut", "present", "nearly"}));
        QCOMPARE(leaks[0].auroc, 1.0);
        QCOMPARE(problem.train.table.columns[leaks.back().column].name, std::string("nearly"));
        QVERIFY(leaks.back().auroc < 0.98);
        QCOMPARE(leaks[0].warning.args.size(), std::size_t{3});
        QCOMPARE(leaks[0].warning.args[1], std::string("outcome"));
        QCOMPARE(leaks[0].warning.args[2], std::string("1"));

        NoProgress progress;
        TargetLeakSettings settings;
        settings.auroc = 0.65;
        const auto lower = find_target_leaks(problem, settings, progress, {});
        QCOMPARE(lower.size(), std::size_t{5});
        settings.threads = 3;
        const auto again = find_target_leaks(problem, settings, progress, {});
        for (std::size_t i = 0; i < lower.size(); ++i) {
            QCOMPARE(again[i].column, lower[i].column);
            QCOMPARE(again[i].auroc, lower[i].auroc);
        }
        StopAt stop("Looking for columns that give the target away");
        QVERIFY_EXCEPTION_THROWN(find_target_leaks(problem, settings, stop, stop.source.get_token()), Cancelled);
        problem.features = {0, 1, 3}; // the others are ignored, or identifiers
        QVERIFY(usual(problem).empty());
    }

    void shown_figures_are_rounded_down()
    {
        const std::size_t n = 20000;
        std::vector<std::uint8_t> label(n);
        Codes nearly(n);
        for (std::size_t i = 0; i < n; ++i) {
            label[i] = i % 2;
            nearly[i] = static_cast<std::int32_t>(i < 4 ? 1 - i % 2 : i % 2);
        }
        Table t;
        t.columns = {coded("nearly", 2, nearly)};
        const auto leaks = usual(problem_of(t, random_codes(n, 2, 1), label));
        QCOMPARE(leaks.size(), std::size_t{1});
        QVERIFY(leaks[0].auroc > 0.9995 && leaks[0].auroc < 1);
        QCOMPARE(leaks[0].warning.args[2], std::string("0.999"));
    }

    void what_is_filled_in_later_is_found()
    {
        // of 1,000 negative rows 100 have a date, of 1,000 positive ones 2: odds ratio (2.5 / 100.5) / (998.5 / 900.5) = 1 / 44.6
        const std::size_t n = 2000;
        std::vector<std::uint8_t> label(n);
        Codes date(n, 0), answer(n);
        for (std::size_t i = 0; i < n; ++i) {
            label[i] = i < 1000;
            date[i] = i < 2 || i >= 1900;
            answer[i] = i % 5 > 0;
        }
        Table t;
        t.columns = {categories("date", {"", "some day"}, date), categories("answer", {"", "yes"}, answer)};
        for (Column &column : t.columns)
            column.missing_code = 0;
        const auto leaks = usual(problem_of(t, random_codes(n, 2, 1), label));
        QCOMPARE(leaks.size(), std::size_t{1});
        QCOMPARE(leaks[0].column, std::size_t{0});
        QVERIFY(!leaks[0].by_value && leaks[0].by_missing && leaks[0].auroc < 0.6);
        QVERIFY(std::abs(*leaks[0].missing_odds_ratio - 100.5 * 998.5 / (2.5 * 900.5)) < 1e-9);
        QCOMPARE(leaks[0].warning.args, (std::vector<std::string>{"date", "outcome", "2", "52.6"}));
        TargetLeakSettings settings;
        settings.missing_odds_ratio = 40; // the interval reaches below it
        NoProgress progress;
        QVERIFY(find_target_leaks(problem_of(t, random_codes(n, 2, 1), label), settings, progress, {}).empty());
    }

    void compas_gives_reoffending_away()
    {
        const auto file = real_data("compas/compas-scores-two-years.csv");
        if (file.empty())
            QSKIP("the COMPAS data set is not here: set FAIRLOOM_DATA_DIR");
        Dataset data = open_real(file, "compas");
        QVERIFY(usual(suggested_problem(data)).empty()); // the recipe has taken care of it
        for (Column &column : data.table.columns)
            column.role = Role::feature;
        const Problem problem = suggested_problem(data);
        const std::set<std::string> found = names_of(problem, usual(problem));
        for (const char *name : {"is_recid", "r_case_number", "r_charge_degree", "r_days_from_arrest", "r_offense_date", "r_charge_desc", "r_jail_in",
                                 "r_jail_out", "vr_case_number", "vr_charge_degree", "vr_offense_date", "vr_charge_desc"})
            QVERIFY2(found.contains(name), name);
        for (const char *name : {"sex", "age", "priors_count", "decile_score", "c_charge_degree", "name", "id", "c_case_number"})
            QVERIFY2(!found.contains(name), name);
    }

    void adult_gives_nothing_away()
    {
        const auto train = real_data("adult/adult.data"), test = real_data("adult/adult.test");
        if (train.empty() || test.empty())
            QSKIP("the Adult data set is not here: set FAIRLOOM_DATA_DIR");
        QVERIFY(usual(suggested_problem(open_real(train, "adult", test))).empty());
    }

    void earlier_marks_nearly_give_the_last_one_away()
    {
        const auto file = real_data("student/Student.csv");
        if (file.empty())
            QSKIP("the Student performance data set is not here: set FAIRLOOM_DATA_DIR");
        Dataset data = open_real(file, "");
        Column &mark = data.table.columns[data.table.index_of("Probability")]; // G3 goes by this name in the file
        mark.type = ColumnType::category;
        mark.categories = {"failed", "passed"};
        mark.codes.clear();
        for (const double g3 : mark.numbers)
            mark.codes.push_back(g3 >= 10);
        mark.numbers.clear();
        const Problem problem = make_problem(data, {{"sex"}, mark.name, "passed"}, 1);
        NoProgress progress;
        TargetLeakSettings settings;
        settings.auroc = 0.6;
        const auto all = find_target_leaks(problem, settings, progress, {});
        for (const TargetLeak &leak : all)
            qInfo("%s %.4f", problem.train.table.columns[leak.column].name.c_str(), leak.auroc);
        QCOMPARE(problem.train.table.columns[all[0].column].name, std::string("G2"));
        QCOMPARE(problem.train.table.columns[all[1].column].name, std::string("G1"));
        const std::set<std::string> found = names_of(problem, usual(problem));
        QVERIFY(found.empty() || found == std::set<std::string>{"G2"});
    }
};

QTEST_GUILESS_MAIN(TestTargetLeaks)
#include "test_target_leaks.moc"
