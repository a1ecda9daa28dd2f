#include "core/base/error.h"
#include "core/base/random.h"
#include "core/data/data_support.h"
#include "core/data/samples.h"
#include "core/downstream/classifier.h"
#include "core/rivals/correlation_remover.h"
#include "core/rivals/reweighing.h"

#include <QtTest>

#include <cmath>
#include <map>
#include <set>

using namespace fairloom;
using namespace fairloom::test;

namespace {

Problem problem_of(const std::string &text, const std::vector<std::string> &sensitive = {"sex"}, const std::string &test_text = {})
{
    Dataset data;
    data.name = "t.csv";
    data.table = parse(text);
    if (!test_text.empty())
        data.test = parse(test_text);
    return make_problem(data, {sensitive, "y", "yes"}, 1);
}

/// sex and race, a job and a wage that go with both, an age now and then missing, and a y that goes with wage and job.
std::string made_text(int rows)
{
    Random random(21);
    std::string text = "sex,race,job,wage,age,y\n";
    for (int i = 0; i < rows; ++i) {
        const bool male = random.uniform() < 0.6;
        const bool white = random.uniform() < 0.7;
        const double place = random.uniform() + (male ? 0.3 : 0);
        const std::string job = place < 0.4 ? "nurse" : place < 0.9 ? "clerk" : "driver";
        const double wage = 20 + 6 * random.normal() + (male ? 5 : 0) + (white ? 2 : 0) + (job == "driver" ? 3 : 0);
        const std::string age = random.uniform() < (male ? 0.2 : 0.05) ? "" : std::to_string(20 + random.below(40) + (white ? 5 : 0));
        const bool y = random.uniform() < 1 / (1 + std::exp(-(wage - 24) / 3));
        text += std::string(male ? "M" : "F") + "," + (white ? "w" : "b") + "," + job + "," + to_text(wage, 2) + "," + age + "," + (y ? "yes" : "no") + "\n";
    }
    return text;
}

TrainingHooks hooks_of(RunMonitor &monitor)
{
    TrainingHooks hooks;
    hooks.monitor = &monitor;
    return hooks;
}

Table reweighed(const Problem &problem, std::size_t rows, std::uint64_t seed)
{
    ReweighingRival rival;
    RunMonitor monitor;
    NoProgress progress;
    const RivalTraining trained = rival.train(problem, hooks_of(monitor));
    if (trained.parameters != 0 || trained.epochs != 0 || !rival.terms().empty())
        throw std::logic_error("nothing is trained");
    return rival.generate(rows, seed, progress, {});
}

double correlation(const std::vector<double> &a, const std::vector<double> &b)
{
    const double n = static_cast<double>(a.size());
    double ma = 0, mb = 0, aa = 0, bb = 0, ab = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        ma += a[i] / n, mb += b[i] / n;
    for (std::size_t i = 0; i < a.size(); ++i)
        aa += (a[i] - ma) * (a[i] - ma), bb += (b[i] - mb) * (b[i] - mb), ab += (a[i] - ma) * (b[i] - mb);
    return aa > 0 && bb > 0 ? ab / std::sqrt(aa * bb) : 0;
}

std::vector<double> is_group(const LabelledTable &rows, std::int32_t group)
{
    std::vector<double> out;
    for (const std::int32_t g : rows.group)
        out.push_back(g == group);
    return out;
}

const std::vector<double> &numbers(const Table &table, const std::string &column) { return table.columns[table.index_of(column)].numbers; }

/// Share of test rows of group 1 less that of group 0 that a logistic regression, trained on the training rows, selects.
double selection_gap(const Problem &problem)
{
    const auto classifier = make_classifier("logistic", 1, 1);
    const ClassifierFeatures features = ClassifierFeatures::fit(problem, problem.train.table, classifier->representation());
    classifier->fit(features.transform(problem.train.table), problem.train.label, {});
    const std::vector<float> scores = classifier->predict(features.transform(problem.test.table));
    double selected[2] = {}, rows[2] = {};
    for (std::size_t i = 0; i < scores.size(); ++i)
        selected[problem.test.group[i]] += scores[i] > 0.5f, ++rows[problem.test.group[i]];
    return selected[1] / rows[1] - selected[0] / rows[0];
}

} // namespace

class TestBaselines : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void weights_by_hand();
    void reweighing_makes_label_and_group_independent();
    void reweighing_draws_training_rows();
    void reweighing_is_seeded_and_stops();
    void reweighing_of_several_groups();
    void remover_by_hand();
    void remover_equals_least_squares();
    void remover_removes_correlation_data();
    void remover_removes_correlation();
    void coefficients_come_from_training_rows();
    void classifiers_select_more_alike();
    void columns_and_names();
    void test_rows_with_surprises();
    void remover_refuses();
};

void TestBaselines::weights_by_hand()
{
    // 4 F of whom 1 yes, 6 M of whom 4 yes: P(F) P(yes) / P(F, yes) = 0.4 0.5 / 0.1 = 2, and so on.
    LabelledTable rows;
    rows.group = {0, 0, 0, 0, 1, 1, 1, 1, 1, 1};
    rows.label = {1, 0, 0, 0, 1, 1, 1, 1, 0, 0};
    const std::vector<double> weights = reweighing_weights(rows);
    const std::vector<double> wanted = {2, 2.0 / 3, 2.0 / 3, 2.0 / 3, 0.75, 0.75, 0.75, 0.75, 1.5, 1.5};
    for (std::size_t i = 0; i < wanted.size(); ++i)
        QVERIFY2(std::fabs(weights[i] - wanted[i]) < 1e-12, qPrintable(QString("%1: %2").arg(i).arg(weights[i])));
}

void TestBaselines::reweighing_makes_label_and_group_independent()
{
    const Problem problem = problem_of(made_text(6000));
    constexpr std::size_t n = 40'000;
    const LabelledTable made = label_table(problem, reweighed(problem, n, 3));
    const auto share = [](const LabelledTable &rows, std::int32_t group) {
        double favourable = 0, all = 0;
        for (std::size_t i = 0; i < rows.rows(); ++i)
            if (rows.group[i] == group)
                favourable += rows.label[i], ++all;
        return std::pair(favourable / all, all / static_cast<double>(rows.rows()));
    };
    const double before = share(problem.train, 1).first - share(problem.train, 0).first;
    const double after = share(made, 1).first - share(made, 0).first;
    QVERIFY(before > 0.2);
    const double error = std::sqrt(0.25 / (n * share(made, 0).second) + 0.25 / (n * share(made, 1).second)); // at most
    QVERIFY2(std::fabs(after) < 3 * error, qPrintable(QString("%1, error %2").arg(after).arg(error)));
    // Shares of groups and of labels stay.
    QVERIFY(std::fabs(share(made, 1).second - share(problem.train, 1).second) < 3 * std::sqrt(0.25 / n));
    const auto favourable = [](const LabelledTable &rows) { return static_cast<double>(std::count(rows.label.begin(), rows.label.end(), 1)) / static_cast<double>(rows.rows()); };
    QVERIFY(std::fabs(favourable(made) - favourable(problem.train)) < 3 * std::sqrt(0.25 / n));
}

void TestBaselines::reweighing_draws_training_rows()
{
    const Problem problem = problem_of(made_text(800));
    const Table made = reweighed(problem, 500, 1);
    QCOMPARE(made.rows(), std::size_t{500});
    QCOMPARE(names(made), QString("sex|race|job|wage|age|y"));
    const QStringList originals = spelled(problem.train.table).split(';');
    const QSet<QString> known(originals.begin(), originals.end());
    for (const QString &row : spelled(made).split(';', Qt::SkipEmptyParts))
        QVERIFY2(known.contains(row), qPrintable(row));
    // Columns that are not generated are not handed out.
    Problem ignoring = problem;
    ignoring.generated.erase(ignoring.generated.begin() + 1);
    ignoring.features.erase(ignoring.features.begin());
    QCOMPARE(names(reweighed(ignoring, 5, 1)), QString("sex|job|wage|age|y"));
}

void TestBaselines::reweighing_is_seeded_and_stops()
{
    const Problem problem = problem_of(made_text(300));
    QCOMPARE(spelled(reweighed(problem, 100, 4)), spelled(reweighed(problem, 100, 4)));
    QVERIFY(spelled(reweighed(problem, 100, 4)) != spelled(reweighed(problem, 100, 5)));
    ReweighingRival rival;
    RunMonitor monitor;
    NoProgress progress;
    std::stop_source stop;
    rival.train(problem, hooks_of(monitor));
    stop.request_stop();
    QVERIFY_EXCEPTION_THROWN(rival.generate(10, 1, progress, stop.get_token()), Cancelled);
    TrainingHooks hooks = hooks_of(monitor);
    hooks.stop = stop.get_token();
    QVERIFY_EXCEPTION_THROWN(rival.train(problem, hooks), Cancelled);
}

void TestBaselines::reweighing_of_several_groups()
{
    const Problem problem = problem_of(made_text(6000), {"sex", "race"});
    QCOMPARE(problem.groups.size(), std::size_t{4});
    double favourable[4] = {}, all[4] = {};
    for (const std::uint64_t seed : {1, 2, 3, 4, 5, 6, 7, 8}) {
        const LabelledTable made = label_table(problem, reweighed(problem, 40'000, seed));
        for (std::size_t i = 0; i < made.rows(); ++i)
            favourable[made.group[i]] += made.label[i], ++all[made.group[i]];
    }
    for (int g = 1; g < 4; ++g) {
        const double gap = favourable[g] / all[g] - favourable[0] / all[0];
        QVERIFY2(std::fabs(gap) < 3 * std::sqrt(0.25 / all[g] + 0.25 / all[0]), qPrintable(QString("%1: %2").arg(g).arg(gap)));
    }
}

void TestBaselines::remover_by_hand()
{
    // Training rows: F 1, 2, 3 (mean 2), M 6, 8 (mean 7), mean of all 4. F rows get + 2, M rows - 3.
    const Problem problem = problem_of("sex,x,y\nF,1,yes\nF,2,no\nF,3,no\nM,6,yes\nM,8,no\n", {"sex"}, "sex,x,y\nF,1,yes\nM,1,yes\n");
    const Problem out = remove_correlation(problem);
    QCOMPARE(names(out.train.table), QString("sex|x|y"));
    QCOMPARE(numbers(out.train.table, "x"), (std::vector<double>{3, 4, 5, 3, 5}));
    QCOMPARE(numbers(out.test.table, "x"), (std::vector<double>{3, -2}));
    QCOMPARE(out.train.group, problem.train.group);
    QCOMPARE(out.train.label, problem.train.label);
    QCOMPARE(out.test.target, problem.test.target);
}

void TestBaselines::remover_equals_least_squares()
{
    // Two groups: s is one centred 0/1 column, and W = cov(s, x) / var(s).
    const Problem problem = problem_of(made_text(500));
    const Problem out = remove_correlation(problem);
    const std::vector<double> s = is_group(problem.train, 1), &x = numbers(problem.train.table, "wage");
    const double n = static_cast<double>(s.size());
    double mean = 0, product = 0, square = 0;
    for (const double value : s)
        mean += value / n;
    for (std::size_t i = 0; i < s.size(); ++i)
        product += (s[i] - mean) * x[i], square += (s[i] - mean) * (s[i] - mean);
    for (std::size_t i = 0; i < s.size(); ++i)
        QVERIFY(std::fabs(numbers(out.train.table, "wage")[i] - (x[i] - (s[i] - mean) * product / square)) < 1e-9);
}

void TestBaselines::remover_removes_correlation_data()
{
    QTest::addColumn<QStringList>("sensitive");
    QTest::newRow("two groups") << QStringList{"sex"};
    QTest::newRow("four groups") << QStringList{"sex", "race"};
}

void TestBaselines::remover_removes_correlation()
{
    QFETCH(QStringList, sensitive);
    std::vector<std::string> columns;
    for (const QString &name : sensitive)
        columns.push_back(name.toStdString());
    const Problem problem = problem_of(made_text(3000), columns);
    const Problem out = remove_correlation(problem);
    QVERIFY(std::fabs(correlation(numbers(problem.train.table, "wage"), is_group(problem.train, 1))) > 0.05);
    QVERIFY(out.features.size() >= 6);
    for (const std::size_t c : out.features)
        for (std::size_t g = 0; g < out.groups.size(); ++g) {
            const double found = correlation(out.train.table.columns[c].numbers, is_group(out.train, static_cast<std::int32_t>(g)));
            QVERIFY2(std::fabs(found) < 1e-6, qPrintable(QString("%1: %2").arg(QString::fromStdString(out.train.table.columns[c].name)).arg(found)));
        }
}

void TestBaselines::coefficients_come_from_training_rows()
{
    const Problem problem = problem_of(made_text(3000));
    const Problem out = remove_correlation(problem);
    // Other test rows, the same training rows: nothing changes for them, and the test rows that stay are changed as before.
    Problem shorter = problem;
    std::vector<std::size_t> some;
    for (std::size_t row = 0; row < problem.test.rows() / 3; ++row)
        some.push_back(row);
    shorter.test = select_rows(problem.test, some);
    const Problem again = remove_correlation(shorter);
    QCOMPARE(names(again.train.table), names(out.train.table));
    for (const std::size_t c : out.features) {
        QCOMPARE(again.train.table.columns[c].numbers, out.train.table.columns[c].numbers);
        const std::vector<double> &all = out.test.table.columns[c].numbers;
        QCOMPARE(again.test.table.columns[c].numbers, std::vector<double>(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(some.size())));
    }
    // What is left in the test rows is their own chance, not exactly nothing.
    double left = 0;
    for (const std::size_t c : out.features)
        left = std::max(left, std::fabs(correlation(out.test.table.columns[c].numbers, is_group(out.test, 1))));
    QVERIFY(left > 1e-4 && left < 0.15);
}

void TestBaselines::classifiers_select_more_alike()
{
    const Problem problem = problem_of(made_text(8000));
    const double before = selection_gap(problem), after = selection_gap(remove_correlation(problem));
    QVERIFY2(before > 0.3, qPrintable(QString::number(before)));
    QVERIFY2(std::fabs(after) < 0.25 * before, qPrintable(QString("%1, before %2").arg(after).arg(before)));
}

void TestBaselines::columns_and_names()
{
    const Problem problem = problem_of(made_text(600));
    const Problem out = remove_correlation(problem);
    QStringList list = names(out.train.table).split('|');
    QCOMPARE(names(out.test.table).split('|'), list);
    QCOMPARE(list.first(), QString("sex"));
    QCOMPARE(list.last(), QString("y"));
    for (const char *name : {"job = nurse", "job = clerk", "job = driver", "race = w", "race = b", "wage", "age", "age missing"})
        QVERIFY2(list.contains(name), name);
    QCOMPARE(list.size(), 10);
    QCOMPARE(out.features.size(), std::size_t{8});
    QCOMPARE(out.generated.size(), std::size_t{10});
    QVERIFY(!out.counterpart_test);
    QCOMPARE(out.groups.size(), problem.groups.size());
    QCOMPARE(out.positive, problem.positive);
    for (const LabelledTable *rows : {&out.train, &out.test}) {
        const Column &sex = rows->table.columns[0];
        QCOMPARE(sex.role, Role::sensitive);
        QCOMPARE(sex.type, ColumnType::category);
        QCOMPARE(sex.categories.size(), std::size_t{1});
        QCOMPARE(std::count(sex.codes.begin(), sex.codes.end(), 0), static_cast<std::ptrdiff_t>(rows->rows()));
        for (const std::size_t c : out.features)
            QCOMPARE(std::count_if(rows->table.columns[c].numbers.begin(), rows->table.columns[c].numbers.end(), [](double v) { return std::isnan(v); }), std::ptrdiff_t{0});
    }
    for (const std::size_t c : out.features)
        QCOMPARE(out.train.table.columns[c].role, Role::feature);
    QCOMPARE(out.train.table.columns.back().role, Role::target);
    QCOMPARE(out.train.table.columns.back().categories, problem.target_values);
    // A column of the file may be called what a category's column is called.
    const Problem twice = remove_correlation(
        problem_of("sex,job = a,job,y\nF,1,a,yes\nM,2,b,no\nF,3,a,no\nM,4,b,yes\n", {"sex"}, "sex,job = a,job,y\nF,1,a,yes\nM,2,a,no\n"));
    QCOMPARE(names(twice.train.table), QString("sex|job = a|job = a again|job = b|y"));
}

void TestBaselines::test_rows_with_surprises()
{
    Problem problem = problem_of("sex,job,age,y\nF,a,1,yes\nF,b,2,no\nM,a,3,no\nM,b,5,yes\n", {"sex"}, "sex,job,age,y\nF,a,4,yes\nM,a,4,no\n");
    Column &job = problem.test.table.columns[1];
    job.categories = {"c", "a"}; // other codes, and a value that training has not
    job.codes = {0, 1};
    problem.test.table.columns[2].numbers = {std::nan(""), 4};
    const Problem out = remove_correlation(problem);
    QCOMPARE(names(out.train.table), QString("sex|job = a|job = b|age|y"));
    QCOMPARE(numbers(out.test.table, "job = a"), (std::vector<double>{0, 1}));
    QCOMPARE(numbers(out.test.table, "job = b"), (std::vector<double>{0, 0}));
    // Means of age: F 1.5, M 4, all 2.75. A missing one is the mean of all before the group's share goes.
    QCOMPARE(numbers(out.test.table, "age"), (std::vector<double>{2.75 + 1.25, 4 - 1.25}));
}

void TestBaselines::remover_refuses()
{
    Problem problem = problem_of(made_text(100));
    Column &job = problem.train.table.columns[2];
    job.categories.resize(3'000'000, "one of many");
    const QString said = complaint([&] { remove_correlation(problem); });
    QVERIFY2(said.contains("The correlation remover would make 3000006 columns of numbers, which is too much. Merge rare values"), qPrintable(said));
}

QTEST_GUILESS_MAIN(TestBaselines)
#include "test_baselines.moc"
