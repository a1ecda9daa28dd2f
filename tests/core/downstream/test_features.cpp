#include "core/data/data_support.h"
#include "core/data/problem.h"
#include "core/data/samples.h"
#include "core/downstream/classifier_features.h"
#include "core/downstream/neighbour_features.h"
#include "core/downstream/small_pictures.h"

#include <QtTest>

#include <cmath>

using namespace fairloom;
using namespace fairloom::test;

namespace {

/// 200 rows: sex F/M, race a/b/(five c), age, score 1 .. 100, passed 0/1.
Dataset made_data()
{
    std::string text = "sex,race,age,score,passed\n";
    for (int i = 0; i < 200; ++i)
        text += std::string(i % 2 ? "F" : "M") + "," + (i < 5 ? "c" : i % 3 ? "a" : "b") + "," + std::to_string(20 + i % 40) + "," +
                std::to_string(i % 100) + "," + (i % 4 == 0 ? "1" : "0") + "\n";
    Dataset data;
    data.name = "t.csv";
    data.table = parse(text);
    return data;
}

} // namespace

/// Rows as classifiers and neighbour metrics see them.
class TestFeatures : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void classifier_features();
    void neighbour_features();
    void features_of_partial_tables();
    void columns_of_features();
    void pictures_for_classifiers();
    void pictures_of_another_size_are_refused();
    void pictures_beside_group_and_label();
};

void TestFeatures::classifier_features()
{
    Dataset data = made_data();
    for (std::size_t row = 0; row < 20; ++row) // some of them are in the training part whatever the split
        data.table.columns[2].numbers[row] = std::nan("");
    const Problem problem = make_problem(data, {{"sex"}, "passed", "1"}, 3);
    QVERIFY(problem.train.table.columns[2].missing_count() > 0);
    const ClassifierFeatures raw = ClassifierFeatures::fit(problem, problem.train.table, Representation::raw);
    QCOMPARE(raw.names(), (std::vector<std::string>{"race=c", "race=a", "race=b", "age", "score", "sex=M", "sex=F"}));
    const Matrix x = raw.transform(problem.train.table).values;
    QCOMPARE(x.rows, problem.train.rows());
    QCOMPARE(x.columns, std::size_t{7});
    for (std::size_t row = 0; row < x.rows; ++row) {
        const auto r = x.row(row);
        QCOMPARE(r[0] + r[1] + r[2], 1.0f);
        const double age = problem.train.table.columns[2].numbers[row];
        QVERIFY(std::isnan(age) ? std::isnan(r[3]) : r[3] == static_cast<float>(age));
        QCOMPARE(r[6] == 1.0f, problem.groups[static_cast<std::size_t>(problem.train.group[row])].name == "F");
    }
    const ClassifierFeatures scaled =
        ClassifierFeatures::fit(problem, problem.train.table, Representation::standardised);
    QCOMPARE(scaled.names(), (std::vector<std::string>{"race=c", "race=a", "race=b", "age", "age missing", "score", "sex=M", "sex=F"}));
    const Matrix z = scaled.transform(problem.train.table).values;
    constexpr std::size_t score = 5;
    double mean = 0, square = 0;
    for (std::size_t row = 0; row < z.rows; ++row) {
        mean += static_cast<double>(z.row(row)[score]) / static_cast<double>(z.rows);
        square += static_cast<double>(z.row(row)[score] * z.row(row)[score]) / static_cast<double>(z.rows);
        for (const float value : z.row(row))
            QVERIFY(std::isfinite(value));
        const bool missing = problem.train.table.columns[2].is_missing(row);
        QCOMPARE(z.row(row)[4], missing ? 1.0f : 0.0f);
        if (missing)
            QCOMPARE(z.row(row)[3], 0.0f);
    }
    QVERIFY(std::fabs(mean) < 1e-5);
    QVERIFY(std::fabs(square - 1) < 1e-5);
    // Fitted on other rows the width stays.
    const Table few = problem.train.table.select_rows({0, 1, 2});
    QCOMPARE(ClassifierFeatures::fit(problem, few, Representation::standardised).names(), scaled.names());
}

void TestFeatures::neighbour_features()
{
    const Problem problem = make_problem(make_sample("hiring"), {{"gender"}, "hired", "yes"}, 1);
    const NeighbourFeatures features = NeighbourFeatures::fit(problem);
    const Matrix x = features.transform(problem.train.table);
    // gender 2, education 4, field 5, referral 2, hired 2; 6 numbers, skill_test with an indicator
    QCOMPARE(x.columns, std::size_t{15 + 6 + 1});
    double mean = 0, square = 0;
    for (std::size_t row = 0; row < x.rows; ++row) {
        for (const float value : x.row(row))
            QVERIFY(value >= -3 && value <= 3);
        const auto commute = static_cast<double>(x.row(row)[x.columns - 5]); // before referral and hired
        mean += commute / static_cast<double>(x.rows);
        square += commute * commute / static_cast<double>(x.rows);
    }
    QVERIFY(std::fabs(mean) < 0.01);
    QVERIFY(std::fabs(square - 1) < 0.03); // clipped, and on a grid
    // The order of values is kept, ties and unseen values included.
    const std::size_t column = problem.train.table.index_of("commute_km");
    Table probe = problem.train.table.select_rows(std::vector<std::size_t>(5, 0));
    probe.columns[column].numbers = {-5, 3.14159, 3.2, 9.01, 1e9};
    const Matrix y = features.transform(probe);
    for (std::size_t row = 1; row < 5; ++row)
        QVERIFY(y.row(row)[y.columns - 5] > y.row(row - 1)[y.columns - 5]);
    QCOMPARE(y.row(4)[y.columns - 5], 3.0f);
}

void TestFeatures::features_of_partial_tables()
{
    Dataset data = made_data();
    data.table.columns[2].role = Role::ignored;
    const Problem problem = make_problem(data, {{"sex"}, "passed", "1"}, 1);
    Table generated = problem.test.table;
    generated.columns.erase(generated.columns.begin() + 2); // as generate() gives it: without the ignored column
    const ClassifierFeatures features = ClassifierFeatures::fit(problem, generated, Representation::raw);
    QCOMPARE(features.transform(generated).values.values, features.transform(problem.test.table).values.values);
    const NeighbourFeatures neighbours = NeighbourFeatures::fit(problem);
    QCOMPARE(neighbours.transform(generated).values, neighbours.transform(problem.test.table).values);
    QCOMPARE(label_table(problem, generated).group, problem.test.group);
}

/// In the order of names().
void TestFeatures::columns_of_features()
{
    Dataset data = made_data();
    for (std::size_t row = 0; row < 20; ++row)
        data.table.columns[2].numbers[row] = std::nan("");
    const Problem problem = make_problem(data, {{"sex", "race"}, "passed", "1"}, 3);
    const Table &table = problem.train.table;
    const auto columns = [&](const ClassifierFeatures &features) {
        QStringList out;
        for (const std::size_t c : features.columns())
            out += QString::fromStdString(table.columns[c].name);
        return out.join(" ");
    };
    QCOMPARE(columns(ClassifierFeatures::fit(problem, table, Representation::raw)), "age score sex sex race race race");
    QCOMPARE(columns(ClassifierFeatures::fit(problem, table, Representation::standardised)), "age age score sex sex race race race");
    QCOMPARE(columns(ClassifierFeatures::fit(problem, table, Representation::raw, {3, 0})), "score sex sex");

    const Problem shapes = shapes_problem({.rows = 60});
    const std::size_t picture = shapes.train.table.index_of("picture"), colour = shapes.train.table.index_of("colour");
    std::vector<std::size_t> expected(PictureDescriptor(32, 32).size(), picture);
    expected.insert(expected.end(), 2, colour);
    QCOMPARE(ClassifierFeatures::fit(shapes, shapes.train.table, Representation::raw).columns(), expected);
    QCOMPARE(ClassifierFeatures::fit(shapes, shapes.train.table, Representation::pixels).columns(), std::vector<std::size_t>(2, colour));
}

void TestFeatures::pictures_for_classifiers()
{
    const Problem problem = shapes_problem({.rows = 60});
    const Table &table = problem.train.table;
    const ClassifierFeatures described = ClassifierFeatures::fit(problem, table, Representation::raw);
    const PictureDescriptor descriptor(32, 32);
    QCOMPARE(described.names().size(), descriptor.size() + problem.groups.size());
    const ClassifierRows numbers = described.transform(table);
    QVERIFY(numbers.pictures.empty());
    QCOMPARE(numbers.values.columns, described.names().size());
    std::vector<float> first(descriptor.size());
    const Column &column = *table.picture_column();
    descriptor.describe(column.pictures->picture(static_cast<std::size_t>(column.codes[3])), first);
    const auto row = numbers.values.row(3);
    QVERIFY(std::equal(first.begin(), first.end(), row.begin()));
    QCOMPARE(row[descriptor.size() + static_cast<std::size_t>(table.columns[table.index_of("colour")].codes[3])], 1.0f);

    const ClassifierRows pixels = ClassifierFeatures::fit(problem, table, Representation::pixels).transform(table);
    QCOMPARE(pixels.pictures.set, column.pictures); // shared, not copied
    QCOMPARE(pixels.pictures.index, column.codes);
    QCOMPARE(pixels.values.columns, problem.groups.size());
}

void TestFeatures::pictures_of_another_size_are_refused()
{
    const Problem problem = shapes_problem({.rows = 60}), other = shapes_problem({.rows = 60, .size = 28});
    const ClassifierFeatures features = ClassifierFeatures::fit(problem, problem.train.table, Representation::raw);
    QCOMPARE(complaint([&] { features.transform(other.train.table); }),
             QStringLiteral("shapes: Pictures of 28 x 28 pixels cannot be judged beside real ones of 32 x 32. Open both with the same picture size."));
    QVERIFY(complaint([&] { NeighbourFeatures::fit(problem).transform(other.train.table); }).contains("28 x 28"));
}

/// Group and label must still count beside a picture, and not alone: a picture with another label is further off, yet not beyond all others.
void TestFeatures::pictures_beside_group_and_label()
{
    const Problem problem = shapes_problem({.rows = 400});
    const Table &table = problem.train.table;
    const Matrix x = NeighbourFeatures::fit(problem).transform(table);
    QCOMPARE(x.columns, PictureEmbedding::features() + problem.groups.size() + problem.target_values.size());
    double total = 0;
    std::size_t pairs = 0;
    for (std::size_t i = 0; i < x.rows; ++i)
        for (std::size_t j = 0; j < i; ++j, ++pairs)
            for (std::size_t c = 0; c < PictureEmbedding::features(); ++c)
                total += std::pow(static_cast<double>(x.row(i)[c] - x.row(j)[c]), 2);
    QVERIFY(std::abs(total / static_cast<double>(pairs) / PictureEmbedding::spread - 1) < 0.05);
    QCOMPARE(NeighbourFeatures::fit(problem, 2).transform(table, 2).values, x.values); // whatever the number of threads
}

QTEST_GUILESS_MAIN(TestFeatures)
#include "test_features.moc"
