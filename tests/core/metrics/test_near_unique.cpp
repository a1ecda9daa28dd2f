#include "core/metrics/near_unique.h"

#include "column_support.h"

#include <QTest>

#include <numeric>

using namespace fairloom;
using namespace fairloom::test;

namespace {

using Names = std::vector<std::string>;

Column whole_numbers(const std::string &name, std::size_t n, std::uint64_t values, std::uint64_t seed)
{
    Random random(seed);
    std::vector<double> out(n);
    for (double &v : out)
        v = static_cast<double>(random.below(values));
    return numbers(name, out);
}

Names named(Column column)
{
    Table table;
    table.columns = {std::move(column)};
    return near_unique_columns(table);
}

} // namespace

class TestNearUnique : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void columns_of_a_table()
    {
        constexpr std::size_t n = 2000;
        Table table;
        table.columns = {whole_numbers("weight", n, 3000, 1), whole_numbers("age", n, 70, 2), random_numbers("measurement", n, 3),
                         whole_numbers("number", n, 1u << 30, 4), whole_numbers("left out", n, 1u << 30, 5), coded("name", n, random_codes(n, n, 6))};
        table.columns[3].role = Role::identifier;
        table.columns[4].role = Role::ignored;
        QCOMPARE(near_unique_columns(table), (Names{"weight", "measurement"}));
        QCOMPARE(near_unique_columns({}), Names());
    }

    void half_of_all_rows_decides()
    {
        std::vector<double> values(1000, 0.0); // 499 rows share 0, or 500
        std::iota(values.begin() + 499, values.end(), 1.0);
        QCOMPARE(named(numbers("amount", values)).size(), std::size_t{1});
        values[499] = 0;
        QCOMPARE(named(numbers("amount", values)).size(), std::size_t{0});
        for (double &v : values) // a missing value is shared as well
            v = v == 0 ? NAN : v;
        QCOMPARE(named(numbers("amount", values)).size(), std::size_t{0});
        values[0] = -1;
        QCOMPARE(named(numbers("amount", values)).size(), std::size_t{1});
    }

    void a_pair_still_counts_as_unique_and_three_do_not()
    {
        std::vector<double> values(600);
        for (std::size_t i = 0; i < 600; ++i)
            values[i] = static_cast<double>(i / 2);
        QCOMPARE(named(numbers("twins", values)).size(), std::size_t{1});
        for (std::size_t i = 0; i < 600; ++i)
            values[i] = static_cast<double>(i / 3);
        QCOMPARE(named(numbers("triplets", values)).size(), std::size_t{0});
    }

    void few_rows_say_nothing()
    {
        std::vector<double> values(99);
        std::iota(values.begin(), values.end(), 0.0);
        QCOMPARE(named(numbers("amount", values)).size(), std::size_t{0});
        values.push_back(99);
        QCOMPARE(named(numbers("amount", values)).size(), std::size_t{1});
    }

    void real_files_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("recipe");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("Adult") << "adult/adult.data" << "adult" << QStringList{"fnlwgt"};
        QTest::newRow("COMPAS") << "compas/compas-scores-two-years.csv" << "compas" << QStringList{};
        QTest::newRow("credit card default") << "credit-default/DefaultCredit.csv" << "credit-default"
                                             << QStringList{"X12", "X13", "X14", "X15", "X16", "X17"}; // bill amounts
        QTest::newRow("German credit") << "german/german.data" << "german" << QStringList{"credit_amount"};
        QTest::newRow("bank") << "bank/bank.csv" << "bank" << QStringList{"balance"};
        QTest::newRow("student") << "student/Student.csv" << "student-merged" << QStringList{};
    }

    void real_files()
    {
        QFETCH(QString, file);
        QFETCH(QString, recipe);
        QFETCH(QStringList, expected);
        const auto path = test::real_data(file.toStdString());
        if (path.empty())
            QSKIP("the data set is not here: set FAIRLOOM_DATA_DIR");
        QStringList found;
        for (const std::string &name : near_unique_columns(open_real(path, recipe.toStdString()).table))
            found << QString::fromStdString(name);
        QCOMPARE(found, expected);
    }
};

QTEST_GUILESS_MAIN(TestNearUnique)
#include "test_near_unique.moc"
