#include "core/data/samples.h"
#include "core/data/table_encoder.h"
#include "data_support.h"

#include <QElapsedTimer>
#include <QtTest>

#include <cmath>
#include <map>
#include <numeric>
#include <set>

using namespace fairloom;
using namespace fairloom::test;

namespace {

/// Numbers with all sorts of shapes, seeded.
Table made_table(std::size_t rows)
{
    Random random(11);
    Table table;
    table.name = "made";
    Column frequent, decimals, rare, tiny, category;
    frequent.name = "frequent"; // 0 in most rows, else large and lop-sided
    decimals.name = "decimals"; // two decimals, some missing
    rare.name = "rare";         // three rows differ from all others
    tiny.name = "tiny";         // few different values
    category.name = "category";
    for (Column *c : {&frequent, &decimals, &rare, &tiny})
        c->type = ColumnType::number;
    decimals.decimals = 2;
    category.categories = {"a", "never seen", "b", "?"};
    category.missing_code = 3;
    for (std::size_t i = 0; i < rows; ++i) {
        frequent.numbers.push_back(random.uniform() < 0.8 ? 0 : std::round(std::exp(7 + random.normal())));
        decimals.numbers.push_back(random.uniform() < 0.1 ? std::nan("") : std::round(100 * random.normal()) / 100);
        rare.numbers.push_back(i < 3 ? 7 : 0);
        tiny.numbers.push_back(static_cast<double>(random.below(4) * random.below(5)));
        category.codes.push_back(std::vector<std::int32_t>{0, 2, 3}[random.below(3)]);
    }
    table.columns = {frequent, decimals, rare, tiny, category};
    return table;
}

std::vector<std::size_t> all_columns(const Table &table)
{
    std::vector<std::size_t> which(table.columns.size());
    std::iota(which.begin(), which.end(), std::size_t{0});
    return which;
}

std::vector<std::int32_t> column_states(const std::vector<std::int32_t> &states, std::size_t columns, std::size_t column)
{
    std::vector<std::int32_t> out;
    for (std::size_t i = column; i < states.size(); i += columns)
        out.push_back(states[i]);
    return out;
}

} // namespace

class TestTableEncoder : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void decoded_values_are_legal_data();
    void decoded_values_are_legal();
    void decoding_keeps_the_distribution();
    void numbers_outside_go_to_the_nearest_bin();
    void categories_by_spelling();
    void rare_values_are_not_given_away();
    void frequent_values_are_states();
    void json_round_trip();
    void damaged_json_data();
    void damaged_json();
    void adult_is_fast_and_legal();
};

void TestTableEncoder::decoded_values_are_legal_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<int>("rows");
    QTest::newRow("made, 20,000 rows") << "made" << 20000;
    QTest::newRow("made, 60 rows") << "made" << 60;
    QTest::newRow("made, 7 rows") << "made" << 7;
    QTest::newRow("hiring") << "hiring" << 0;
    QTest::newRow("lending") << "lending" << 0;
}

/// Every decoded value exists, lies in the range and on the grid, and is encoded to the state that it came from.
static void check_legal(const Table &table, const TableEncoder &encoder)
{
    const std::vector<std::int32_t> states = encoder.encode(table);
    Random random(5);
    Table decoded;
    for (std::size_t c = 0; c < encoder.columns(); ++c) {
        const Column &original = table.columns[encoder.source_columns()[c]];
        QVERIFY(encoder.states(c) > 0);
        std::vector<std::int32_t> wanted = column_states(states, encoder.columns(), c);
        for (const std::int32_t state : wanted)
            QVERIFY(state >= 0 && state < encoder.states(c));
        // and every state, whether the rows have it or not, many times
        for (int repeat = 0; repeat < 50; ++repeat)
            for (int state = 0; state < encoder.states(c); ++state)
                wanted.push_back(state);
        const Column column = encoder.decode(c, wanted, random);
        QCOMPARE(column.name, original.name);
        QCOMPARE(column.rows(), wanted.size());
        if (column.type == ColumnType::category) {
            const std::set<std::int32_t> seen(original.codes.begin(), original.codes.end());
            for (const std::int32_t code : column.codes)
                QVERIFY(seen.contains(code));
        } else {
            double low = 1e300, high = -1e300;
            for (const double value : original.numbers)
                if (!std::isnan(value))
                    low = std::min(low, value), high = std::max(high, value);
            const double scale = std::pow(10, original.decimals);
            for (const double value : column.numbers) {
                if (std::isnan(value))
                    continue;
                QVERIFY(value >= low && value <= high);
                QCOMPARE(value, std::round(value * scale) / scale);
            }
        }
        Table one;
        one.name = "decoded";
        one.columns = {column};
        one.columns[0].name = original.name;
        Table like = table.select_rows({});
        for (Column &other : like.columns) {
            if (other.name == original.name)
                other = column;
            else if (other.type == ColumnType::number)
                other.numbers.assign(column.rows(), 0);
            else
                other.codes.assign(column.rows(), -1);
        }
        const std::vector<std::int32_t> again = column_states(encoder.encode(like), encoder.columns(), c);
        QCOMPARE(again, wanted);
    }
}

void TestTableEncoder::decoded_values_are_legal()
{
    QFETCH(QString, source);
    QFETCH(int, rows);
    const Table table = source == "made" ? made_table(static_cast<std::size_t>(rows)) : make_sample(source.toStdString()).table;
    check_legal(table, TableEncoder::fit(table, all_columns(table)));
}

void TestTableEncoder::decoding_keeps_the_distribution()
{
    const Table table = make_sample("lending").table;
    const TableEncoder encoder = TableEncoder::fit(table, all_columns(table));
    const std::vector<std::int32_t> states = encoder.encode(table);
    Random random(8);
    for (std::size_t c = 0; c < encoder.columns(); ++c) {
        const Column &original = table.columns[c];
        const Column decoded = encoder.decode(c, column_states(states, encoder.columns(), c), random);
        if (original.type == ColumnType::category) {
            QCOMPARE(decoded.codes, original.codes);
            continue;
        }
        std::vector<double> a = original.numbers, b = decoded.numbers;
        std::sort(a.begin(), a.end());
        std::sort(b.begin(), b.end());
        double distance = 0; // Kolmogorov and Smirnov's, over the original values
        for (const double value : a) {
            const auto below = [value](const std::vector<double> &v) {
                return static_cast<double>(std::upper_bound(v.begin(), v.end(), value) - v.begin()) / static_cast<double>(v.size());
            };
            distance = std::max(distance, std::fabs(below(a) - below(b)));
        }
        // A bin holds about 1/24 of the rows; the lop-sided last one loses most.
        QVERIFY2(distance < 0.03, qPrintable(QString("%1 %2").arg(QString::fromStdString(original.name)).arg(distance)));
    }
}

void TestTableEncoder::numbers_outside_go_to_the_nearest_bin()
{
    const Table table = made_table(5000);
    const TableEncoder encoder = TableEncoder::fit(table, {1});
    Table other = table.select_rows({0, 1, 2, 3});
    other.columns[1].numbers = {-1000, 1000, std::nan(""), 0.004};
    const std::vector<std::int32_t> states = encoder.encode(other);
    QCOMPARE(states[0], 0);
    QCOMPARE(states[1], encoder.states(0) - 2);
    QCOMPARE(states[2], encoder.states(0) - 1); // missing comes last
    other.columns[1].numbers = {0, 0, 0, 0};
    QCOMPARE(encoder.encode(other)[0], states[3]);
}

void TestTableEncoder::categories_by_spelling()
{
    const Table table = made_table(100);
    const TableEncoder encoder = TableEncoder::fit(table, {4});
    QCOMPARE(encoder.states(0), 3); // "never seen" is no state
    Table other = table.select_rows({0, 1, 2, 3, 4});
    other.columns = {other.columns[4]}; // another place, order and spelling of missing
    other.columns[0].categories = {"b", "NA", "new", "a", "never seen"};
    other.columns[0].missing_code = 1;
    other.columns[0].codes = {0, 1, 2, 3, 4};
    QCOMPARE(encoder.encode(other), (std::vector<std::int32_t>{1, 2, -1, 0, -1}));
}

void TestTableEncoder::rare_values_are_not_given_away()
{
    const Table table = made_table(20000);
    const TableEncoder encoder = TableEncoder::fit(table, {0, 2});
    Random random(3);
    // "rare": 7 in three rows only; its state must not always say 7.
    const Column rare = encoder.decode(1, std::vector<std::int32_t>(1000, 1), random);
    const std::set<double> values(rare.numbers.begin(), rare.numbers.end());
    QCOMPARE(values, (std::set<double>{1, 2, 3, 4, 5, 6, 7}));
    // "frequent": values of fewer than five rows come no more often than the grid gives by chance.
    std::map<double, int> counts;
    for (const double value : table.columns[0].numbers)
        ++counts[value];
    const int last = encoder.states(0) - 1;
    const Column tail = encoder.decode(0, std::vector<std::int32_t>(20000, last), random);
    const auto [low, high] = std::minmax_element(tail.numbers.begin(), tail.numbers.end());
    double rare_points = 0, verbatim_points = 0;
    for (const auto &[value, count] : counts)
        if (value >= *low && value <= *high)
            (count < 5 ? rare_points : verbatim_points) += 1;
    QCOMPARE(verbatim_points, 0.0); // so far out no value has five rows
    int hits = 0;
    for (const double value : tail.numbers)
        hits += counts.contains(value);
    const double chance = rare_points / (*high - *low + 1);
    QVERIFY2(hits < 20000 * chance + 4 * std::sqrt(20000 * chance), qPrintable(QString("%1 %2").arg(hits).arg(chance)));
}

void TestTableEncoder::frequent_values_are_states()
{
    const Table table = made_table(20000);
    const TableEncoder encoder = TableEncoder::fit(table, {0});
    QVERIFY(encoder.states(0) <= 25 && encoder.states(0) >= 20);
    QCOMPARE(encoder.total_states(), encoder.states(0));
    Random random(1);
    const Column zero = encoder.decode(0, std::vector<std::int32_t>(100, 0), random);
    QCOMPARE(std::set<double>(zero.numbers.begin(), zero.numbers.end()), std::set<double>{0});
    // Bins hold nearly equal numbers of rows.
    std::map<std::int32_t, int> rows;
    for (const std::int32_t state : encoder.encode(table))
        ++rows[state];
    for (const auto &[state, count] : rows)
        if (state > 0)
            QVERIFY2(count > 100 && count < 260, qPrintable(QString::number(count))); // 4,000 / 24 = 167
}

void TestTableEncoder::json_round_trip()
{
    const Table table = made_table(3000);
    const TableEncoder encoder = TableEncoder::fit(table, {4, 1, 0});
    const TableEncoder again = TableEncoder::from_json(encoder.to_json());
    QCOMPARE(again.to_json(), encoder.to_json());
    QCOMPARE(again.source_columns(), encoder.source_columns());
    QCOMPARE(again.encode(table), encoder.encode(table));
    for (std::size_t c = 0; c < 3; ++c) {
        const std::vector<std::int32_t> states = column_states(encoder.encode(table), 3, c);
        Random a(4), b(4);
        const Column x = encoder.decode(c, states, a), y = again.decode(c, states, b);
        for (std::size_t row = 0; row < states.size(); ++row)
            QCOMPARE(x.text(row), y.text(row));
    }
}

void TestTableEncoder::damaged_json_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray good = QByteArray::fromStdString(TableEncoder::fit(made_table(50), {4, 1}).to_json());
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut") << good.left(good.size() / 2);
    QTest::newRow("key missing") << QByteArray(good).replace("\"seen\"", "\"sane\"");
    QTest::newRow("other type") << QByteArray(good).replace("\"number\"", "\"numbers\"");
    QTest::newRow("fewer categories") << QByteArray(good).replace("\"never seen\",", "");
}

void TestTableEncoder::damaged_json()
{
    QFETCH(QByteArray, text);
    QCOMPARE(complaint([&] { TableEncoder::from_json(text.toStdString()); }),
             QString("The model's description of its columns is damaged. Train the model again, or take an undamaged copy."));
}

void TestTableEncoder::adult_is_fast_and_legal()
{
    const QString file = real_file("adult/adult.data");
    if (file.isEmpty())
        QSKIP("The Adult data are not here; set FAIRLOOM_DATA_DIR");
    const auto data = open(file, {{}, "adult", {}});
    const TableEncoder encoder = TableEncoder::fit(data->table, all_columns(data->table));
    check_legal(data->table, encoder);
    QElapsedTimer timer;
    timer.start();
    const std::vector<std::int32_t> states = encoder.encode(data->table);
    qInfo("encoding %zu rows: %lld ms; %d states", data->table.rows(), timer.elapsed(), encoder.total_states());
    Random random(1);
    timer.restart();
    for (std::size_t c = 0; c < encoder.columns(); ++c) {
        std::vector<std::int32_t> many;
        const std::vector<std::int32_t> some = column_states(states, encoder.columns(), c);
        while (many.size() < 1000000)
            many.insert(many.end(), some.begin(), some.end());
        QCOMPARE(encoder.decode(c, many, random).rows(), many.size());
    }
    qInfo("decoding a million rows: %lld ms", timer.elapsed());
}

QTEST_GUILESS_MAIN(TestTableEncoder)
#include "test_table_encoder.moc"
