#include "core/data/problem.h"
#include "core/data/samples.h"
#include "core/data/split.h"
#include "data_support.h"

#include <QtTest>

#include <cmath>
#include <map>
#include <set>

using namespace fairloom;
using namespace fairloom::test;

namespace {

/// 200 rows: sex F/M, race a/b/(five c), age, score 1 .. 100, passed 0/1.
std::string made_text(int rows = 200)
{
    std::string text = "sex,race,age,score,passed\n";
    for (int i = 0; i < rows; ++i)
        text += std::string(i % 2 ? "F" : "M") + "," + (i < 5 ? "c" : i % 3 ? "a" : "b") + "," + std::to_string(20 + i % 40) + "," +
                std::to_string(i % 100) + "," + (i % 4 == 0 ? "1" : "0") + "\n";
    return text;
}

Dataset made_data(const std::string &text = made_text())
{
    Dataset data;
    data.name = "t.csv";
    data.table = parse(text);
    return data;
}

QStringList warnings(const Problem &problem)
{
    QStringList out;
    for (const Message &message : problem.warnings)
        out += QString::fromStdString(message.english());
    return out;
}

} // namespace

class TestProblem : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void resolves_groups_and_labels();
    void intersections();
    void splits_by_strata();
    void numbers_become_categories();
    void small_and_missing_groups();
    void missing_targets_are_left_out();
    void adverse_labels_data();
    void adverse_labels();
    void unknown_test_rows_are_left_out();
    void errors_data();
    void errors();
    void labels_other_tables();
    void label_errors_data();
    void label_errors();
};

void TestProblem::resolves_groups_and_labels()
{
    const Problem problem = make_problem(made_data(), {{"sex"}, "passed", "1"}, 1);
    QCOMPARE(problem.groups.size(), std::size_t{2});
    QCOMPARE(problem.groups[0].name, std::string("F"));
    QCOMPARE(problem.groups[1].values, (std::vector<std::pair<std::string, std::string>>{{"sex", "M"}}));
    QCOMPARE(problem.target_values, (std::vector<std::string>{"0", "1"}));
    QCOMPARE(problem.positive, 1);
    QCOMPARE(problem.features, (std::vector<std::size_t>{1, 2, 3}));
    QCOMPARE(problem.generated, (std::vector<std::size_t>{0, 1, 2, 3, 4}));
    for (const LabelledTable *part : {&problem.train, &problem.test})
        for (std::size_t row = 0; row < part->rows(); ++row) {
            QCOMPARE(part->table.columns[0].text(row), problem.groups[static_cast<std::size_t>(part->group[row])].name);
            QCOMPARE(part->table.columns[4].text(row), problem.target_values[static_cast<std::size_t>(part->target[row])]);
            QCOMPARE(part->label[row] == 1, part->table.columns[4].text(row) == "1");
        }
    QVERIFY(problem.train.table.columns[0].role == Role::sensitive);
    QVERIFY(problem.train.table.columns[4].role == Role::target);
}

void TestProblem::intersections()
{
    const Problem problem = make_problem(made_data(), {{"sex", "race"}, "passed", "0"}, 1, 2);
    QStringList names;
    for (const Group &group : problem.groups)
        names += QString::fromStdString(group.name);
    QCOMPARE(names.join("|"), QString("F & a|F & b|F & c|M & a|M & b|M & c"));
    QCOMPARE(problem.groups[5].values, (std::vector<std::pair<std::string, std::string>>{{"sex", "M"}, {"race", "c"}}));
    QCOMPARE(problem.features.size(), std::size_t{2});
}

void TestProblem::splits_by_strata()
{
    const Problem a = make_problem(made_data(made_text(2000)), {{"sex"}, "passed", "1"}, 1);
    const Problem b = make_problem(made_data(made_text(2000)), {{"sex"}, "passed", "1"}, 1);
    const Problem c = make_problem(made_data(made_text(2000)), {{"sex"}, "passed", "1"}, 2);
    QVERIFY(a.test_was_split_off);
    QCOMPARE(a.test.rows(), std::size_t{600});
    QCOMPARE(spelled(a.test.table), spelled(b.test.table));
    QVERIFY(spelled(a.test.table) != spelled(c.test.table));
    const auto count = [](const LabelledTable &part) {
        std::map<std::pair<int, int>, double> out;
        for (std::size_t row = 0; row < part.rows(); ++row)
            out[{part.group[row], part.target[row]}] += 1;
        return out;
    };
    const auto train = count(a.train), test = count(a.test);
    QCOMPARE(train.size(), std::size_t{3}); // a woman never passes here
    for (const auto &[stratum, rows] : train)
        QVERIFY(std::fabs(test.at(stratum) - 0.3 * (rows + test.at(stratum))) <= 1);

    // Every row is on one side, and a stratum of one stays in training.
    const std::vector<std::int32_t> strata = {0, 0, 0, 0, 1, 2, 2, 0, 0, 0};
    const Split split = stratified_split(strata, 0.3, 1);
    std::set<std::size_t> rows(split.first.begin(), split.first.end());
    rows.insert(split.second.begin(), split.second.end());
    QCOMPARE(rows.size(), strata.size());
    QCOMPARE(split.first.size() + split.second.size(), strata.size());
    QVERIFY(std::find(split.first.begin(), split.first.end(), 4) != split.first.end());
}

void TestProblem::numbers_become_categories()
{
    std::string text = "age,level,passed\n";
    for (int i = 0; i < 100; ++i)
        text += std::to_string(20 + i) + "," + (i % 10 == 9 ? "?" : i % 2 ? "1.5" : "10.0") + "," + std::to_string(i % 3 == 0) + "\n";
    const Problem problem = make_problem(made_data(text), {{"level"}, "passed", "1"}, 1, 5);
    QCOMPARE(problem.train.table.columns[1].categories, (std::vector<std::string>{"1.5", "10.0", "?"}));
    QCOMPARE(problem.groups.size(), std::size_t{3});
    QCOMPARE(problem.groups[2].name, std::string("missing"));
    QCOMPARE(problem.groups[2].values[0].second, std::string("?"));
}

void TestProblem::small_and_missing_groups()
{
    std::string text = made_text(400);
    text.replace(text.find("M,a"), 3, "?,a");
    const Problem problem = make_problem(made_data(text), {{"sex", "race"}, "passed", "0"}, 1);
    const QStringList list = warnings(problem);
    QVERIFY2(list.contains("1 training rows have no value of sex and form a group of their own"), qPrintable(list.join("\n")));
    QVERIFY2(list.join("\n").contains("Groups with fewer than 30 training rows, whose figures are unsure: F & c ("),
             qPrintable(list.join("\n")));
    QVERIFY2(list.join("\n").contains("Groups without test rows, which cannot be judged: "), qPrintable(list.join("\n")));
    QVERIFY(make_problem(made_data(made_text(400)), {{"sex"}, "passed", "1"}, 1).warnings.empty());
}

void TestProblem::missing_targets_are_left_out()
{
    std::string text = made_text();
    text.replace(text.rfind(",0\n"), 3, ",?\n");
    const Problem problem = make_problem(made_data(text), {{"sex"}, "passed", "1"}, 1);
    QCOMPARE(problem.train.rows() + problem.test.rows(), std::size_t{199});
    QVERIFY(warnings(problem).contains("1 rows of t.csv have no value of passed and are left out"));
    QCOMPARE(problem.target_values.size(), std::size_t{2});
}

void TestProblem::adverse_labels_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("positive");
    QTest::addColumn<bool>("adverse");
    QTest::newRow("recidivism") << "two_year_recid" << "1" << true;
    QTest::newRow("no recidivism") << "two_year_recid" << "0" << false;
    QTest::newRow("default") << "Default payment" << "1" << true;
    QTest::newRow("passed") << "passed" << "1" << false;
    QTest::newRow("passed not") << "passed" << "0" << false;
}

void TestProblem::adverse_labels()
{
    QFETCH(QString, target);
    QFETCH(QString, positive);
    QFETCH(bool, adverse);
    std::string text = made_text();
    text.replace(text.find("passed"), 6, target.toStdString());
    const Problem problem = make_problem(made_data(text), {{"sex"}, target.toStdString(), positive.toStdString()}, 1);
    QCOMPARE(warnings(problem).join("").contains("looks like the unfavourable outcome"), adverse);
}

void TestProblem::unknown_test_rows_are_left_out()
{
    Dataset data = made_data();
    CsvOptions options;
    options.like = &data.table;
    data.test = parse("sex,race,age,score,passed\nF,a,30,1,0\nX,a,31,2,1\nM,b,32,3,2\nM,z,33,4,1\nF,a,34,5,?\n", options);
    const Problem problem = make_problem(data, {{"sex"}, "passed", "1"}, 1);
    QCOMPARE(problem.train.rows(), std::size_t{200});
    QCOMPARE(spelled(problem.test.table), QString("F|a|30|1|0;M|z|33|4|1;"));
    const QStringList list = warnings(problem);
    QVERIFY(list.contains("1 test rows belong to groups that the training rows do not have and are left out"));
    QVERIFY(list.contains("1 test rows have a value of passed that the training rows do not have and are left out"));
    QVERIFY(list.contains("1 rows of t.csv have no value of passed and are left out"));
    QCOMPARE(problem.target_values, (std::vector<std::string>{"0", "1"}));
    QCOMPARE(problem.groups.size(), std::size_t{2});
}

void TestProblem::errors_data()
{
    QTest::addColumn<QStringList>("sensitive");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("positive");
    QTest::addColumn<QString>("sentence");
    const QString columns = "sex, race, age, score, passed, same";
    const auto row = [](const char *name, QStringList sensitive, QString target, QString positive, QString sentence) {
        QTest::newRow(name) << sensitive << target << positive << "t.csv: " + sentence;
    };
    row("no sensitive column", {}, "passed", "1",
        "No sensitive column is chosen. Choose at least one column that says which group a row belongs to.");
    row("no target", {"sex"}, "", "1", "No target column is chosen. Choose the column that is to be predicted.");
    row("typing error", {"sexx"}, "passed", "1", "There is no column named \"sexx\". Did you mean sex? The columns are " + columns + ".");
    row("no such column", {"sex"}, "qwertyuiop", "1", "There is no column named \"qwertyuiop\". The columns are " + columns + ".");
    row("both", {"passed"}, "passed", "1", "Column passed is both sensitive and the target. Choose different columns.");
    row("twice", {"sex", "sex"}, "passed", "1", "Sensitive column sex is named twice. Name it once.");
    row("no such value", {"sex"}, "passed", "yes", "The target passed has no value \"yes\". Its values are 0, 1.");
    row("value with a typing error", {"passed"}, "race", "A", "The target race has no value \"A\". Did you mean a? Its values are c, a, b.");
    QTest::newRow("one group") << QStringList{"same"} << "passed" << "1"
                               << "t.csv, same: There is only one group, s. Choose a sensitive column with at least two values.";
    row("one target value", {"sex"}, "same", "s", "The target same has only one value, s. Choose a target with at least two values.");
    row("too many numbers", {"score"}, "passed", "1",
        "Column score is a number with 100 different values. Choose a column with at most 20 values, or cut the numbers into ranges first.");
    row("numeric target", {"sex"}, "age", "20",
        "Column age is a number with 40 different values. Choose a column with at most 20 values, or cut the numbers into ranges first.");
    row("no feature", {"sex", "race"}, "passed", "1",
        "No feature is left. Give at least one column besides target and sensitive ones the role feature.");
}

void TestProblem::errors()
{
    QFETCH(QStringList, sensitive);
    QFETCH(QString, target);
    QFETCH(QString, positive);
    QFETCH(QString, sentence);
    std::string text = made_text();
    for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1)) {
        const std::string more = at < 40 ? ",same" : ",s";
        text.insert(at, more);
        at += more.size();
    }
    Dataset data = made_data(text);
    if (QString(QTest::currentDataTag()) == "no feature")
        for (const char *name : {"age", "score", "same"})
            data.table.columns[data.table.index_of(name)].role = Role::ignored;
    Task task{{}, target.toStdString(), positive.toStdString()};
    for (const QString &column : sensitive)
        task.sensitive.push_back(column.toStdString());
    QCOMPARE(complaint([&] { make_problem(data, task, 1); }), sentence);
}

void TestProblem::labels_other_tables()
{
    const Problem problem = make_problem(made_data(), {{"sex"}, "passed", "1"}, 1);
    // Other order, a column too many, ages that were read as categories, a race that is new, numbers for the target.
    Table other = parse("passed,extra,age,sex,score,race\n1,x,30,M,5,b\n0,y,?,F,6,new\n1,z,41,F,7,a\n");
    other.columns[2] = parse("age,b\n30,x\n?,x\n41,x\nold,x\n").select_rows({0, 1, 2}).columns[0];
    QVERIFY(other.columns[2].type == ColumnType::category);
    const LabelledTable rows = label_table(problem, other);
    QCOMPARE(names(rows.table), QString("sex|race|age|score|passed"));
    QCOMPARE(rows.group, (std::vector<std::int32_t>{1, 0, 0}));
    QCOMPARE(rows.label, (std::vector<std::uint8_t>{1, 0, 1}));
    QCOMPARE(rows.target, (std::vector<std::int32_t>{1, 0, 1}));
    QVERIFY(rows.table.columns[2].type == ColumnType::number);
    QVERIFY(std::isnan(rows.table.columns[2].numbers[1]));
    const std::vector<std::string> &races = rows.table.columns[1].categories;
    QCOMPARE(races.size(), problem.train.table.columns[1].categories.size() + 1);
    QCOMPARE(races.back(), std::string("new"));
    // The problem's own rows come back as they are.
    const LabelledTable same = label_table(problem, problem.test.table);
    QCOMPARE(same.group, problem.test.group);
    QCOMPARE(same.label, problem.test.label);
    QCOMPARE(spelled(same.table), spelled(problem.test.table));
}

void TestProblem::label_errors_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("missing column") << QByteArray("sex,race,age,passed\nM,a,1,1\nF,b,2,0\n")
                                    << "t.csv: There is no column named \"score\". The columns are sex, race, age, passed.";
    QTest::newRow("no number") << QByteArray("sex,race,age,score,passed\nM,a,1,2,1\nF,b,old,3,0\n")
                               << "t.csv, row 2: \"old\" in column age is not a number. Correct the value.";
    QTest::newRow("group value") << QByteArray("sex,race,age,score,passed\nM,a,1,2,1\nX,b,2,3,0\n")
                                 << "t.csv, row 2: \"X\" is no value of column sex. Its values are M, F.";
    QTest::newRow("target value") << QByteArray("sex,race,age,score,passed\nM,a,1,2,3\nF,b,2,3,0\n")
                                  << "t.csv, row 1: \"3\" is no value of column passed. Its values are 0, 1.";
    QTest::newRow("missing group") << QByteArray("sex,race,age,score,passed\nM,a,1,2,1\n?,b,2,3,0\n")
                                   << "t.csv, row 2: The value of column sex is missing. Its values are M, F.";
}

void TestProblem::label_errors()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, sentence);
    const Problem problem = make_problem(made_data(), {{"sex"}, "passed", "1"}, 1);
    QCOMPARE(complaint([&] { label_table(problem, parse(text.toStdString())); }), sentence);
}

QTEST_GUILESS_MAIN(TestProblem)
#include "test_problem.moc"
