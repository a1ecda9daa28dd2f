#include "core/data/csv_writer.h"
#include "core/data/dataset.h"
#include "core/data/problem.h"
#include "core/data/recipe.h"
#include "data_support.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QtTest>

#include <map>

using namespace fairloom;
using namespace fairloom::test;

class TestDataset : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void adult();
    void adult_round_trip();
    void compas();
    void compas_filter();
    void compas_without_the_filter_columns();
    void recognises_recipes();
    void guesses_roles();
    void guesses_identifiers();
    void test_categories_are_shared();
    void recipe_errors_data();
    void recipe_errors();
    void dataset_errors_data();
    void dataset_errors();
    void other_published_files_data();
    void other_published_files();

private:
    QString write(const QString &name, const QByteArray &text)
    {
        const QString path = folder_.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }
    QTemporaryDir folder_;
};

namespace {

std::map<std::string, int> counts(const Table &table, const char *column)
{
    std::map<std::string, int> out;
    const Column &c = table.columns[table.index_of(column)];
    for (std::size_t row = 0; row < table.rows(); ++row)
        ++out[c.text(row)];
    return out;
}

bool has_note(const Dataset &data, const QString &text)
{
    return std::any_of(data.notes.begin(), data.notes.end(),
                       [&](const Message &note) { return QString::fromStdString(note.english()) == text; });
}

} // namespace

void TestDataset::adult()
{
    const QString train = real_file("adult/adult.data"), test = real_file("adult/adult.test");
    if (train.isEmpty())
        QSKIP("The Adult data are not here; set FAIRLOOM_DATA_DIR");
    const auto data = open(train, {test.toStdString(), "adult", {}});
    QCOMPARE(data->table.rows(), std::size_t{32561});
    QCOMPARE(data->test->rows(), std::size_t{16281});
    QCOMPARE(data->table.columns.size(), std::size_t{15});
    QCOMPARE(counts(data->table, "sex"), (std::map<std::string, int>{{"Female", 10771}, {"Male", 21790}}));
    QCOMPARE(counts(*data->test, "sex"), (std::map<std::string, int>{{"Female", 5421}, {"Male", 10860}}));
    QCOMPARE(counts(data->table, "income"), (std::map<std::string, int>{{"<=50K", 24720}, {">50K", 7841}}));
    QCOMPARE(counts(*data->test, "income"), (std::map<std::string, int>{{"<=50K", 12435}, {">50K", 3846}}));
    QCOMPARE(data->table.columns[data->table.index_of("workclass")].missing_count(), std::size_t{1836});
    QVERIFY(has_note(*data, "6,465 values were read as missing, in workclass, occupation, native-country"));
    for (std::size_t c = 0; c < data->table.columns.size(); ++c)
        QCOMPARE(data->table.columns[c].categories, data->test->columns[c].categories);
    QCOMPARE(data->suggested_target, std::string("income"));
    QCOMPARE(data->suggested_positive, std::string(">50K"));
    const auto sum_of = [](const QString &name) {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256).toHex() : QByteArray();
    };
    QCOMPARE(QByteArray::fromStdString(data->sha256), sum_of(train));
    QCOMPARE(QByteArray::fromStdString(data->test_sha256), sum_of(test));

    const Problem problem = make_problem(*data, {{"sex"}, "income", ">50K"}, 1);
    QCOMPARE(problem.groups.size(), std::size_t{2});
    QCOMPARE(problem.train.rows(), std::size_t{32561});
    QCOMPARE(problem.test.rows(), std::size_t{16281});
    QVERIFY(!problem.test_was_split_off);
    QVERIFY(problem.warnings.empty());
    QCOMPARE(problem.features.size(), std::size_t{13});
}

void TestDataset::adult_round_trip()
{
    const QString train = real_file("adult/adult.data");
    if (train.isEmpty())
        QSKIP("The Adult data are not here; set FAIRLOOM_DATA_DIR");
    const auto data = open(train, {{}, "adult", {}});
    const QString copy = folder_.filePath("copy.csv");
    write_csv(data->table, std::filesystem::path(copy.toStdString()));
    QFile original(train), written(copy);
    QVERIFY(original.open(QIODevice::ReadOnly) && written.open(QIODevice::ReadOnly));
    written.readLine(); // our header
    while (!written.atEnd())
        QCOMPARE(written.readLine(), original.readLine().replace(", ", ","));
    // and with the recipe of the file without header
    const auto again = open(copy, {{}, "adult", {}});
    QCOMPARE(spelled(again->table), spelled(data->table));
}

void TestDataset::compas()
{
    const QString file = real_file("compas/compas-scores-two-years.csv");
    if (file.isEmpty())
        QSKIP("The COMPAS data are not here; set FAIRLOOM_DATA_DIR");
    const auto data = open(file, {{}, "compas", {}});
    QCOMPARE(data->table.rows(), std::size_t{7214});
    QCOMPARE(data->table.columns.size(), std::size_t{53});
    QCOMPARE(data->account.left_out(), std::size_t{0});
    QVERIFY(data->table.find("priors_count_2") >= 0 && data->table.find("decile_score_2") >= 0);
    QCOMPARE(counts(data->table, "race"), (std::map<std::string, int>{{"African-American", 3696}, {"Other", 3518}}));
    QVERIFY(has_note(*data, "No filter was used: all rows are kept. Recipe compas offers the filter propublica"));
    QVERIFY(data->table.columns[data->table.index_of("name")].role == Role::identifier);
    QVERIFY(data->table.columns[data->table.index_of("is_recid")].role == Role::ignored);

    const Problem problem = make_problem(*data, {{"race"}, "two_year_recid", "0"}, 1);
    QCOMPARE(problem.features.size(), std::size_t{8} - 1);
    QCOMPARE(problem.generated.size(), std::size_t{9});
    QVERIFY(problem.test_was_split_off);
    QCOMPARE(problem.train.rows() + problem.test.rows(), std::size_t{7214});
    QCOMPARE(problem.test.rows(), std::size_t{2164});
    QCOMPARE(problem.warnings.size(), std::size_t{0});
    const Problem other = make_problem(*data, {{"sex"}, "two_year_recid", "1"}, 1);
    QCOMPARE(other.groups[0].name, std::string("Female"));
    QCOMPARE(other.warnings.size(), std::size_t{1}); // 1 means reoffended
    QVERIFY(QString::fromStdString(other.warnings[0].english()).startsWith("The positive label two_year_recid = 1 looks like"));
}

void TestDataset::compas_filter()
{
    const QString file = real_file("compas/compas-scores-two-years.csv");
    if (file.isEmpty())
        QSKIP("The COMPAS data are not here; set FAIRLOOM_DATA_DIR");
    const auto data = open(file, {{}, "compas:propublica", {}});
    QCOMPARE(data->table.rows(), std::size_t{6172});
    QCOMPARE(data->account.left_out(), std::size_t{1042});
    QCOMPARE(data->recipe, std::string("compas:propublica"));
    QCOMPARE(counts(data->table, "race"), (std::map<std::string, int>{{"African-American", 3175}, {"Other", 2997}}));
    QVERIFY(has_note(*data, "Filter propublica was applied to compas-scores-two-years.csv: 1,042 of 7,214 rows left out"));
}

void TestDataset::compas_without_the_filter_columns()
{
    const QString file = write("synthetic.csv", "sex,age,race,juv_fel_count,juv_misd_count,juv_other_count,priors_count,c_charge_degree,"
                                                "two_year_recid\nMale,30,Other,0,0,0,1,F,0\nFemale,40,African-American,0,0,0,0,M,1\n");
    const auto data = open(file, {{}, "compas:propublica", {}});
    QCOMPARE(data->table.rows(), std::size_t{2});
    QVERIFY(has_note(*data, "Filter propublica was not applied to synthetic.csv, which has no column days_b_screening_arrest"));
    QVERIFY(data->table.columns[data->table.index_of("two_year_recid")].type == ColumnType::category);
}

void TestDataset::recognises_recipes()
{
    const auto name = [](const QString &file) {
        const auto recipe = recognise_recipe(file.toStdString());
        return QString::fromStdString(recipe ? recipe->name : "none");
    };
    QCOMPARE(name(write("any.csv", "a,b\n1,2\n")), QString("none"));
    QCOMPARE(name(write("fifteen.csv", "1,2,3,4,5,6,7,8,9,10,11,12,13,14,15\n")), QString("none"));
    QCOMPARE(name(write("empty.csv", "")), QString("none"));
    QCOMPARE(name(folder_.filePath("absent.csv")), QString("none"));
    QCOMPARE(name(write("a.data", "39, State-gov, 77516, Bachelors, 13, Never-married, Adm-clerical, Not-in-family, White, Male, 2174, "
                                  "0, 40, United-States, <=50K\n")),
             QString("adult"));
    const QByteArray credit = "A11 6 A34 A43 1169 A65 A75 4 A93 A101 4 A121 67 A143 A152 2 A173 1 A192 A201 ";
    QCOMPARE(name(write("credit.data", credit + "1\n" + credit + "2\n")), QString("german")); // a category may be coded in digits,
    QCOMPARE(name(write("other.data", QByteArray(credit).replace("A1", "1") + "1\n")), QString("none")); // but not all of them
    const QString compas_file = real_file("compas/compas-scores-two-years.csv");
    if (compas_file.isEmpty())
        QSKIP("The real data are not here; set FAIRLOOM_DATA_DIR");
    QCOMPARE(name(compas_file), QString("compas"));
    QCOMPARE(name(real_file("adult/adult.data")), QString("adult"));
    QCOMPARE(name(real_file("adult/adult.test")), QString("adult"));
    QCOMPARE(name(real_file("german/german.data")), QString("german"));
    QCOMPARE(name(real_file("bank/bank.csv")), QString("bank"));
}

void TestDataset::guesses_roles()
{
    QByteArray text = "person_id,mail,age,land,sex\n";
    for (int i = 0; i < 60; ++i)
        text += QString("%1,u%1@x,%2,SE,%3\n").arg(i).arg(20 + i % 7).arg(i % 2 ? "F" : "M").toUtf8();
    const auto data = open(write("roles.csv", text));
    QVERIFY(data->table.columns[0].role == Role::identifier);
    QVERIFY(data->table.columns[1].role == Role::identifier);
    QVERIFY(data->table.columns[2].role == Role::feature);
    QVERIFY(data->table.columns[3].role == Role::ignored);
    QVERIFY(has_note(*data, "Taken for identifiers and not generated: person_id, mail"));
    QVERIFY(has_note(*data, "Ignored, as every row has the same value: land"));
}

/// What counts is how many of the values that are there differ.
void TestDataset::guesses_identifiers()
{
    QByteArray text = "case,file_number,ward_id,town\n";
    for (int i = 0; i < 400; ++i)
        text += QString("%1,f%2,w%3,t%2\n").arg(i % 4 == 0 ? QString("c%1").arg(i) : QString()).arg(i % 101).arg(i % 99).toUtf8();
    const auto data = open(write("identifiers.csv", text));
    QCOMPARE(data->table.columns[0].kind, ColumnKind::identifier); // 100 different values among the 100 that are there
    QCOMPARE(data->table.columns[1].kind, ColumnKind::identifier); // 101 different values, and the name
    QVERIFY(data->table.columns[2].role == Role::feature);         // 99 wards
    QVERIFY(data->table.columns[3].role == Role::feature);         // 101 towns
}

void TestDataset::test_categories_are_shared()
{
    const QString train = write("tr.csv", "a,b\n1,x\n2,y\n3,x\n");
    const QString test = write("te.csv", "b,a\nz,1\n?,2\n");
    const auto data = open(train, {test.toStdString(), "", {}});
    QCOMPARE(data->table.columns[1].categories, (std::vector<std::string>{"x", "y", "z", "?"}));
    QCOMPARE(data->table.columns[1].categories, data->test->columns[1].categories);
    QCOMPARE(data->table.columns[1].missing_code, 3);
}

void TestDataset::recipe_errors_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("unknown key") << QByteArray(R"({"name":"x","colums":{}})")
                                 << "r.json: A recipe has no key \"colums\" here. The keys are name, title, obtain, dialect, "
                                    "column_names, columns, filters, sensitive, target, positive, bad_lines, test_dialect, filter, pictures.";
    QTest::newRow("unknown key of a column") << QByteArray(R"({"columns":{"a":{"typ":"number"}}})")
                                             << "r.json, columns.a: A recipe has no key \"typ\" here. The keys are type, role, "
                                                "strip_suffix, merge, order, missing, on_missing, bins, keep_values.";
    QTest::newRow("wrong type") << QByteArray(R"({"columns":{"a":{"type":"int"}}})")
                                << "r.json, columns.a.type: The value has to be number, integer, category, ordered, date, identifier, text or picture. Correct the recipe.";
    QTest::newRow("wrong role") << QByteArray(R"({"columns":{"a":{"role":"x"}}})")
                                << "r.json, columns.a.role: The value has to be feature, sensitive, target, ignored or identifier. "
                                   "Correct the recipe.";
    QTest::newRow("not a text") << QByteArray(R"({"target":3})")
                                << "r.json, target: The value has to be a text. Correct the recipe.";
    QTest::newRow("not a list") << QByteArray(R"({"sensitive":"sex"})")
                                << "r.json, sensitive: The value has to be a list of texts. Correct the recipe.";
    QTest::newRow("separator") << QByteArray(R"({"dialect":{"separator":"ab"}})")
                               << "r.json, dialect.separator: The value has to be one character. Correct the recipe.";
    QTest::newRow("no JSON") << QByteArray("{\n \"name\": \n}") << "r.json, line 3: This is not valid JSON. Correct the text there.";
    QTest::newRow("no object") << QByteArray("[1]") << "r.json: The value has to be an object. Correct the recipe.";
    QTest::newRow("operator") << QByteArray(R"({"filters":[{"name":"f","conditions":[{"column":"a","op":"=","value":"1"}]}]})")
                              << "r.json, filters.f.op: The value has to be one of == != <= >= < >. Correct the recipe.";
}

void TestDataset::recipe_errors()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, sentence);
    const QString path = write("r.json", json);
    QCOMPARE(complaint([&] { load_recipe(path.toStdString()); }), sentence);
}

void TestDataset::dataset_errors_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("recipe");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("nothing") << "" << "" << "No data were named. Name a CSV file or a built-in sample.";
    QTest::newRow("no file") << "/no/such.csv" << "" << "/no/such.csv: There is no such file. Check its name and folder.";
    QTest::newRow("no sample") << "sample:hirin" << "" << "There is no built-in sample named \"hirin\". The samples are hiring, lending, shapes.";
    QTest::newRow("sample with recipe") << "sample:hiring" << "adult"
                                        << "sample:hiring: A built-in sample needs no recipe. Leave the recipe out.";
    QTest::newRow("no recipe") << "/no/such.csv" << "aduld"
                               << "There is no recipe named \"aduld\". The recipes are adult, bank, celeba, compas, credit-default-kaggle, credit-default-named, credit-default, fairface, german, "
                                  "ham10000, mnist, student-merged, student, utkface; or give the path of a JSON file.";
    QTest::newRow("no recipe file") << "/no/such.csv" << "/no/r.json" << "/no/r.json: There is no such file. Check its name and folder.";
    QTest::newRow("no filter") << "/no/such.csv" << "compas:public"
                               << "The recipe compas has no filter named \"public\". Its filters are propublica.";
}

void TestDataset::dataset_errors()
{
    QFETCH(QString, source);
    QFETCH(QString, recipe);
    QFETCH(QString, sentence);
    QCOMPARE(complaint([&] { open(source, {{}, recipe.toStdString(), {}}); }), sentence);
}

void TestDataset::other_published_files_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("recipe");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::addColumn<QString>("first");
    QTest::newRow("bank: semicolons") << "bank/bank.csv" << QByteArray() << 4521 << 17 << "age";
    QTest::newRow("credit: byte-order mark, rows with numbers of their own")
        << "credit-default/DefaultCredit.csv" << QByteArray() << 30000 << 25 << "column_1";
    QTest::newRow("student") << "student/Student.csv" << QByteArray() << 1044 << 33 << "school";
    QTest::newRow("german: blanks") << "german/german.data" << QByteArray(R"({"dialect":{"separator":" ","header":false}})") << 1000
                                    << 21 << "column_1";
}

void TestDataset::other_published_files()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, recipe);
    QFETCH(int, rows);
    QFETCH(int, columns);
    QFETCH(QString, first);
    const QString path = real_file(file);
    if (path.isEmpty())
        QSKIP("The real data are not here; set FAIRLOOM_DATA_DIR");
    const auto data = open(path, {{}, recipe.isEmpty() ? "" : write("g.json", recipe).toStdString(), {}});
    QCOMPARE(static_cast<int>(data->table.rows()), rows);
    QCOMPARE(static_cast<int>(data->table.columns.size()), columns);
    QCOMPARE(QString::fromStdString(data->table.columns[0].name), first);
}

QTEST_GUILESS_MAIN(TestDataset)
#include "test_dataset.moc"
