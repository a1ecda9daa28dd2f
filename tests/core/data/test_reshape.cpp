#include "core/base/random.h"
#include "core/data/reshape.h"
#include "core/data/samples.h"
#include "data_support.h"

#include <QtTest>

#include <cmath>
#include <map>
#include <set>

using namespace fairloom;
using namespace fairloom::test;

namespace {

/// sex (F in three of ten rows), race (five groups of unlike size), age, y (favourable more often for M); `id` tells rows apart.
Problem made_problem(int rows = 3000, const std::vector<std::string> &sensitive = {"sex"})
{
    Random random(5);
    std::string text = "id,sex,race,age,y\n";
    for (int i = 0; i < rows; ++i) {
        const bool female = random.uniform() < 0.3;
        const double place = random.uniform();
        text += std::to_string(i) + "," + (female ? "F" : "M") + "," + (place < 0.6 ? "a" : place < 0.8 ? "b" : place < 0.9 ? "c" : place < 0.96 ? "d" : "e") + "," +
                std::to_string(20 + random.below(50)) + "," + (random.uniform() < (female ? 0.25 : 0.5) ? "yes" : "no") + "\n";
    }
    Dataset data;
    data.name = "t.csv";
    data.table = parse(text);
    return make_problem(data, {sensitive, "y", "yes"}, 1);
}

double favourable_share(const LabelledTable &rows)
{
    double sum = 0;
    for (const std::uint8_t label : rows.label)
        sum += label;
    return sum / static_cast<double>(rows.rows());
}

double group_share(const LabelledTable &rows, std::int32_t group)
{
    return static_cast<double>(std::count(rows.group.begin(), rows.group.end(), group)) / static_cast<double>(rows.rows());
}

/// Of favourable labels in group 0 over those in all others.
double odds_ratio(const LabelledTable &rows)
{
    double n[2][2] = {};
    for (std::size_t i = 0; i < rows.rows(); ++i)
        ++n[rows.group[i] == 0][rows.label[i]];
    return n[1][1] * n[0][0] / (n[1][0] * n[0][1]);
}

std::vector<std::string> identities(const LabelledTable &rows)
{
    std::vector<std::string> out;
    const Column &id = rows.table.columns[rows.table.index_of("id")];
    for (std::size_t row = 0; row < rows.rows(); ++row)
        out.push_back(id.text(row));
    return out;
}

/// Group, target, label and table say the same of every row.
void verify_consistent(const Problem &problem)
{
    for (const LabelledTable *rows : {&problem.train, &problem.test}) {
        for (const Column &column : rows->table.columns)
            QCOMPARE(column.rows(), rows->rows());
        const Column &target = rows->table.columns[rows->table.index_of(problem.task.target)];
        for (std::size_t row = 0; row < rows->rows(); ++row) {
            QCOMPARE(target.text(row) == problem.task.positive, rows->label[row] == 1);
            QCOMPARE(target.codes[row], rows->target[row]);
            for (const auto &[name, value] : problem.groups[static_cast<std::size_t>(rows->group[row])].values)
                QCOMPARE(rows->table.columns[rows->table.index_of(name)].text(row), value);
        }
    }
}

} // namespace

class TestReshape : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothing_asked_nothing_done();
    void shares_are_reached_data();
    void shares_are_reached();
    void one_share_keeps_the_rest();
    void smallest_of_several_groups();
    void rows_keep_their_order();
    void same_seed_same_rows();
    void training_rows_alone();
    void noise_is_noise();
    void noise_takes_no_name();
    void counterparts_are_the_same_people();
    void errors_data();
    void errors();
};

void TestReshape::nothing_asked_nothing_done()
{
    const Problem problem = made_problem();
    const Problem same = reshaped(problem, {}, 3);
    QCOMPARE(spelled(same.train.table), spelled(problem.train.table));
    QCOMPARE(spelled(same.test.table), spelled(problem.test.table));
    QCOMPARE(same.features, problem.features);
    QCOMPARE(same.warnings.size(), problem.warnings.size());
}

void TestReshape::shares_are_reached_data()
{
    QTest::addColumn<double>("favourable");
    QTest::addColumn<double>("smallest");
    QTest::addColumn<int>("train_rows");
    QTest::newRow("fewer favourable") << 0.1 << 0.0 << 0;
    QTest::newRow("more favourable") << 0.7 << 0.0 << 0;
    QTest::newRow("smaller group") << 0.0 << 0.05 << 0;
    QTest::newRow("equal groups") << 0.0 << 0.5 << 0;
    QTest::newRow("both fewer") << 0.1 << 0.1 << 0;
    QTest::newRow("both to a half") << 0.5 << 0.5 << 0;
    QTest::newRow("both, in few rows") << 0.2 << 0.15 << 333;
    QTest::newRow("one, in few rows") << 0.3 << 0.0 << 200;
}

void TestReshape::shares_are_reached()
{
    QFETCH(double, favourable);
    QFETCH(double, smallest);
    QFETCH(int, train_rows);
    const Problem problem = made_problem();
    const Problem out = reshaped(problem, {static_cast<std::size_t>(train_rows), favourable, smallest, 0}, 1);
    verify_consistent(out);
    for (const auto &[rows, before] : {std::pair(&out.train, &problem.train), std::pair(&out.test, &problem.test)}) {
        const double one_row = 1 / static_cast<double>(rows->rows());
        if (favourable > 0)
            QVERIFY2(std::fabs(favourable_share(*rows) - favourable) <= one_row, qPrintable(QString::number(favourable_share(*rows))));
        if (smallest > 0)
            QVERIFY2(std::fabs(group_share(*rows, 0) - smallest) <= one_row, qPrintable(QString::number(group_share(*rows, 0))));
        QVERIFY(rows->rows() < before->rows());
        if (favourable > 0 && smallest > 0) // what group and label have to do with each other stays
            QVERIFY2(std::fabs(std::log(odds_ratio(*rows) / odds_ratio(*before))) < (rows == &out.train && train_rows == 0 ? 0.1 : 0.35),
                     qPrintable(QString("%1, before %2").arg(odds_ratio(*rows)).arg(odds_ratio(*before))));
    }
    if (train_rows > 0)
        QCOMPARE(out.train.rows(), static_cast<std::size_t>(train_rows));
    QCOMPARE(out.warnings.size(), problem.warnings.size() + 1);
}

void TestReshape::one_share_keeps_the_rest()
{
    const Problem problem = made_problem(20000);
    const Problem out = reshaped(problem, {0, 0.1, 0, 0}, 1);
    // The side that is not too large stays whole, and within the other one groups are spread as before.
    const auto count = [](const LabelledTable &rows, std::uint8_t label, std::int32_t group) {
        std::size_t n = 0;
        for (std::size_t row = 0; row < rows.rows(); ++row)
            n += rows.label[row] == label && rows.group[row] == group;
        return static_cast<double>(n);
    };
    for (const std::int32_t group : {0, 1})
        QCOMPARE(count(out.train, 0, group), count(problem.train, 0, group));
    const double before = count(problem.train, 1, 0) / (count(problem.train, 1, 0) + count(problem.train, 1, 1));
    const double n = count(out.train, 1, 0) + count(out.train, 1, 1), after = count(out.train, 1, 0) / n;
    QVERIFY2(std::fabs(after - before) < 4 * std::sqrt(before * (1 - before) / n), qPrintable(QString("%1, before %2").arg(after).arg(before)));
}

void TestReshape::smallest_of_several_groups()
{
    const Problem problem = made_problem(3000, {"race"});
    const Problem out = reshaped(problem, {0, 0, 0.02, 0}, 1);
    QCOMPARE(out.groups.size(), std::size_t{5});
    QCOMPARE(problem.groups[4].name, std::string("e"));
    QVERIFY(group_share(problem.train, 4) > 0.03);
    QVERIFY(std::fabs(group_share(out.train, 4) - 0.02) <= 1 / static_cast<double>(out.train.rows()));
    for (const std::int32_t other : {0, 1, 2, 3}) // whole
        QCOMPARE(std::count(out.train.group.begin(), out.train.group.end(), other), std::count(problem.train.group.begin(), problem.train.group.end(), other));
}

void TestReshape::rows_keep_their_order()
{
    const Problem problem = made_problem();
    const Problem out = reshaped(problem, {500, 0.2, 0.2, 2}, 9);
    for (const auto &[rows, before] : {std::pair(&out.train, &problem.train), std::pair(&out.test, &problem.test)}) {
        const std::vector<std::string> all = identities(*before), some = identities(*rows);
        std::size_t at = 0;
        for (const std::string &id : some) { // a subsequence: no row twice, none made up
            while (at < all.size() && all[at] != id)
                ++at;
            QVERIFY(at < all.size());
            ++at;
        }
    }
}

void TestReshape::same_seed_same_rows()
{
    const Problem problem = made_problem();
    const ReshapeSettings settings{600, 0.2, 0.1, 4};
    const Problem first = reshaped(problem, settings, 3), again = reshaped(problem, settings, 3), other = reshaped(problem, settings, 4);
    QCOMPARE(spelled(first.train.table), spelled(again.train.table));
    QCOMPARE(spelled(first.test.table), spelled(again.test.table));
    QVERIFY(identities(first.train) != identities(other.train));
    QVERIFY(spelled(first.test.table) != spelled(other.test.table));
}

void TestReshape::training_rows_alone()
{
    const Problem problem = made_problem();
    const Problem out = reshaped(problem, {250, 0, 0, 0}, 1);
    QCOMPARE(out.train.rows(), std::size_t{250});
    QCOMPARE(spelled(out.test.table), spelled(problem.test.table));
    QCOMPARE(reshaped(problem, {1'000'000, 0, 0, 0}, 1).train.rows(), problem.train.rows());
}

void TestReshape::noise_is_noise()
{
    const Problem problem = made_problem(9000);
    const Problem out = reshaped(problem, {0, 0, 0, 6}, 1);
    verify_consistent(out);
    QCOMPARE(out.train.rows(), problem.train.rows());
    QCOMPARE(out.features.size(), problem.features.size() + 6);
    QCOMPARE(out.generated.size(), problem.generated.size() + 6);
    QVERIFY(std::is_sorted(out.generated.begin(), out.generated.end()));
    const double n = static_cast<double>(out.train.rows());
    for (int number = 1; number <= 6; ++number) {
        const std::size_t c = out.train.table.index_of("noise " + std::to_string(number));
        QVERIFY(std::count(out.features.begin(), out.features.end(), c) == 1);
        const Column &column = out.train.table.columns[c], &test = out.test.table.columns[c];
        QCOMPARE(test.name, column.name);
        QCOMPARE(column.role, Role::feature);
        QCOMPARE(column.type, number % 2 ? ColumnType::number : ColumnType::category);
        if (column.type == ColumnType::number) {
            QCOMPARE(column.decimals, 2);
            double sum = 0, squares = 0;
            for (const double value : column.numbers) {
                QCOMPARE(value, std::round(value * 100) / 100);
                sum += value, squares += value * value;
            }
            QVERIFY2(std::fabs(sum / n) < 4 / std::sqrt(n), qPrintable(QString::number(sum / n)));
            QVERIFY2(std::fabs(squares / n - 1) < 4 * std::sqrt(2 / n), qPrintable(QString::number(squares / n)));
            QVERIFY(!std::equal(test.numbers.begin(), test.numbers.end(), column.numbers.begin()));
        } else {
            QVERIFY(column.categories.size() >= 2 && column.categories.size() <= 9);
            QCOMPARE(test.categories, column.categories);
            QVERIFY(!std::equal(test.codes.begin(), test.codes.end(), column.codes.begin()));
        }
        // Independent of label and group: chi-square of up to 9 levels x 4 pairs, 24 degrees of freedom at most, far below what a real relation gives.
        std::map<std::pair<int, int>, double> cells;
        std::map<int, double> of_level, of_pair;
        for (std::size_t row = 0; row < out.train.rows(); ++row) {
            const int level = column.type == ColumnType::number ? static_cast<int>(std::floor(std::clamp(column.numbers[row], -1.5, 1.5) * 2)) : column.codes[row];
            const int pair = out.train.group[row] * 2 + out.train.label[row];
            ++cells[{level, pair}], ++of_level[level], ++of_pair[pair];
        }
        double statistic = 0;
        for (const auto &[level, rows] : of_level)
            for (const auto &[pair, share] : of_pair) {
                const double expected = rows * share / n;
                statistic += (cells[{level, pair}] - expected) * (cells[{level, pair}] - expected) / expected;
            }
        const double freedom = static_cast<double>((of_level.size() - 1) * (of_pair.size() - 1));
        QVERIFY2(statistic < freedom + 4 * std::sqrt(2 * freedom), qPrintable(QString("noise %1: %2").arg(number).arg(statistic)));
    }
}

void TestReshape::noise_takes_no_name()
{
    Problem problem = made_problem(200);
    for (LabelledTable *rows : {&problem.train, &problem.test})
        rows->table.columns[0].name = "noise 1";
    const Problem out = reshaped(std::move(problem), {0, 0, 0, 1}, 1);
    QCOMPARE(names(out.train.table), QString("noise 1|sex|race|age|y|noise 1 again"));
}

void TestReshape::counterparts_are_the_same_people()
{
    Problem problem = made_problem();
    problem.counterpart_test = problem.test;
    const Problem out = reshaped(problem, {0, 0.2, 0.2, 2}, 1);
    QCOMPARE(spelled(out.counterpart_test->table), spelled(out.test.table));
    QCOMPARE(out.counterpart_test->label, out.test.label);
}

void TestReshape::errors_data()
{
    QTest::addColumn<int>("train_rows");
    QTest::addColumn<double>("favourable");
    QTest::addColumn<double>("smallest");
    QTest::addColumn<int>("noise");
    QTest::addColumn<QString>("message");
    QTest::newRow("share above 1") << 0 << 1.5 << 0.0 << 0 << "favourable_share: A share of 1.5 is not between 0 and 1. Write 0.1 for 10 %, or 0 to leave the rows as they are.";
    QTest::newRow("share of 1") << 0 << 0.0 << 1.0 << 0 << "smallest_group_share: A share of 1 is not between 0 and 1. Write 0.1 for 10 %, or 0 to leave the rows as they are.";
    QTest::newRow("negative share") << 0 << -0.1 << 0.0 << 0 << "favourable_share: A share of -0.1 is not between 0 and 1. Write 0.1 for 10 %, or 0 to leave the rows as they are.";
    QTest::newRow("negative noise") << 0 << 0.0 << 0.0 << -1 << "noise_columns: The number of noise columns is negative. Use 0 for none.";
    QTest::newRow("no group left") << 0 << 0.0 << 0.001 << 0 << "t.csv: Only 1 training rows of “F” would be left. Ask for a less extreme share or for more rows, or open a larger file.";
    QTest::newRow("no label left") << 0 << 0.002 << 0.0 << 0 << "training rows of “y = yes” would be left";
    QTest::newRow("other label") << 0 << 0.999 << 0.0 << 0 << "training rows of “y ≠ yes” would be left";
    QTest::newRow("test rows") << 0 << 0.0 << 0.008 << 0 << "test rows of “F” would be left";
    QTest::newRow("few rows") << 12 << 0.0 << 0.0 << 0 << "training rows of “F” would be left";
}

void TestReshape::errors()
{
    QFETCH(int, train_rows);
    QFETCH(double, favourable);
    QFETCH(double, smallest);
    QFETCH(int, noise);
    QFETCH(QString, message);
    const Problem problem = made_problem(2600);
    const QString said = complaint([&] { reshaped(problem, {static_cast<std::size_t>(train_rows), favourable, smallest, noise}, 1); });
    QVERIFY2(said.contains(message), qPrintable(said));
}

QTEST_GUILESS_MAIN(TestReshape)
#include "test_reshape.moc"
