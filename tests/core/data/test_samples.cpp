#include "core/data/csv_writer.h"
#include "core/data/problem.h"
#include "core/data/picture_set.h"
#include "core/base/error.h"
#include "core/data/sample_graph.h"
#include "core/data/sample_source.h"
#include "core/data/samples.h"
#include "data_support.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <map>

using namespace fairloom;
using namespace fairloom::test;

namespace {

std::map<std::string, double> base_rates(const Dataset &data)
{
    const Column &group = data.table.columns[data.table.index_of(data.suggested_sensitive.front())];
    const Column &target = data.table.columns[data.table.index_of(data.suggested_target)];
    std::map<std::string, double> rows, positive;
    for (std::size_t row = 0; row < data.table.rows(); ++row) {
        rows[group.text(row)] += 1;
        positive[group.text(row)] += target.text(row) == data.suggested_positive;
    }
    for (auto &[name, count] : positive)
        count /= rows[name];
    return positive;
}

} // namespace

class TestSamples : public QObject {
    Q_OBJECT
private:
    void samples_of_tables();
private Q_SLOTS:
    void every_sample_data();
    void every_sample();
    void same_seed_same_rows_data() { every_sample_data(); }
    void same_seed_same_rows();
    void truth_fits_the_rows_data() { samples_of_tables(); }
    void truth_fits_the_rows();
    void without_bias_groups_are_equal_data() { every_sample_data(); }
    void without_bias_groups_are_equal();
    void survives_a_file_data() { samples_of_tables(); }
    void survives_a_file();
    void shapes();
    void unknown_name();
    void sources_data();
    void sources();
    void graphs_data() { samples_of_tables(); }
    void graphs();
};

void TestSamples::sources_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("written"); ///< empty: it is refused
    QTest::addColumn<QString>("name");
    QTest::newRow("as described") << "sample:hiring" << "sample:hiring" << "sample:hiring";
    QTest::newRow("half of the bias") << "sample:hiring?bias=0.5" << "sample:hiring?bias=0.5" << "sample:hiring (bias 50 %)";
    QTest::newRow("no bias, others") << "sample:hiring?seed=3&bias=0" << "sample:hiring?bias=0&seed=3" << "sample:hiring (bias 0 %, seed 3)";
    QTest::newRow("what is said is as described") << "sample:hiring?bias=1&seed=1" << "sample:hiring" << "sample:hiring";
    QTest::newRow("no sample") << "adult.csv" << "" << "";
    QTest::newRow("no name") << "sample:?bias=1" << "" << "";
    QTest::newRow("bias of 2") << "sample:hiring?bias=2" << "" << "";
    QTest::newRow("bias of nan") << "sample:hiring?bias=nan" << "" << "";
    QTest::newRow("no number") << "sample:hiring?bias=much" << "" << "";
    QTest::newRow("a number with a tail") << "sample:hiring?bias=0.5x" << "" << "";
    QTest::newRow("negative seed") << "sample:hiring?seed=-1" << "" << "";
    QTest::newRow("another word") << "sample:hiring?rows=7" << "" << "";
}

void TestSamples::sources()
{
    QFETCH(QString, source);
    QFETCH(QString, written);
    QFETCH(QString, name);
    if (written.isEmpty()) {
        QVERIFY_EXCEPTION_THROWN(parse_sample_source(source.toStdString()), InputError);
        return;
    }
    const SampleSource sample = parse_sample_source(source.toStdString());
    QCOMPARE(QString::fromStdString(to_source(sample)), written);
    QVERIFY(parse_sample_source(to_source(sample)) == sample);
    const auto data = open(source);
    QCOMPARE(QString::fromStdString(data->source), written);
    QCOMPARE(QString::fromStdString(data->name), name);
    const Dataset made = make_sample("hiring", sample.seed, sample.bias);
    QCOMPARE(data->sha256, made.sha256);
}

/// What the drawing says is what the columns are, and without bias nothing leads from the group to the label.
void TestSamples::graphs()
{
    QFETCH(QString, name);
    const SampleGraph graph = sample_graph(name.toStdString());
    const Dataset data = make_sample(name.toStdString(), 1, 1, 100);
    QCOMPARE(graph.nodes[graph.sensitive].name, data.suggested_sensitive.front());
    QCOMPARE(graph.nodes[graph.target].name, data.suggested_target);
    for (const SampleGraph::Node &node : graph.nodes) {
        QCOMPARE(data.table.find(node.name) >= 0, node.observed);
        QVERIFY(node.x >= 0 && node.x <= 1 && node.y >= 0 && node.y <= 1);
    }
    for (const bool biased : {false, true}) {
        std::vector<bool> reached(graph.nodes.size(), false);
        reached[graph.sensitive] = true;
        for (std::size_t round = 0; round < graph.nodes.size(); ++round)
            for (const SampleGraph::Edge &edge : graph.edges)
                if (reached[edge.from] && (biased || !edge.biased))
                    reached[edge.to] = true;
        QCOMPARE(bool(reached[graph.target]), biased);
    }
    for (const SampleGraph::Edge &edge : graph.edges)
        QVERIFY(edge.to != graph.sensitive && edge.from < graph.nodes.size() && edge.to < graph.nodes.size());
}


void TestSamples::every_sample_data()
{
    QTest::addColumn<QString>("name");
    for (const SampleInfo &info : builtin_samples())
        QTest::newRow(info.name.c_str()) << QString::fromStdString(info.name);
}

void TestSamples::samples_of_tables()
{
    QTest::addColumn<QString>("name");
    for (const SampleInfo &info : builtin_samples())
        if (info.name != "shapes") // what they show causes their group; see shapes()
            QTest::newRow(info.name.c_str()) << QString::fromStdString(info.name);
}

void TestSamples::every_sample()
{
    QFETCH(QString, name);
    QElapsedTimer timer;
    timer.start();
    const auto data = open("sample:" + name);
    qInfo("drawn in %lld ms", timer.elapsed());
    const auto infos = builtin_samples();
    const auto info = std::find_if(infos.begin(), infos.end(), [&](const SampleInfo &i) { return i.name == name.toStdString(); });
    QCOMPARE(data->table.rows(), info->rows);
    QCOMPARE(data->test->rows(), info->test_rows);
    QVERIFY(!info->title.empty() && !info->story.empty());
    QCOMPARE(data->sha256.size(), std::size_t{64});
    const Problem problem = make_problem(*data, {data->suggested_sensitive, data->suggested_target, data->suggested_positive}, 1);
    QVERIFY(problem.warnings.empty());
    QVERIFY(problem.groups.size() >= 2);
    bool missing = false;
    for (const Column &column : data->table.columns)
        missing = missing || column.missing_count() > 0;
    QCOMPARE(missing, data->table.picture_column() == nullptr); // shapes have no gaps
}

void TestSamples::same_seed_same_rows()
{
    QFETCH(QString, name);
    const Dataset a = make_sample(name.toStdString()), b = make_sample(name.toStdString(), 1), c = make_sample(name.toStdString(), 2);
    QCOMPARE(a.sha256, b.sha256);
    QVERIFY(a.sha256 != c.sha256);
    QCOMPARE(spelled(a.table), spelled(b.table));
}

void TestSamples::truth_fits_the_rows()
{
    QFETCH(QString, name);
    const Dataset data = make_sample(name.toStdString());
    const auto rates = base_rates(data);
    const auto truth = sample_truth(name.toStdString());
    QCOMPARE(truth.size(), rates.size());
    double low = 1, high = 0;
    for (const auto &[group, probability] : truth) {
        // Nothing causes the group, so that seeing it is as good as setting it: four standard errors with 4,000 rows.
        QVERIFY2(std::fabs(rates.at(group) - probability) < 0.03,
                 qPrintable(QString("%1: %2 in the rows, %3 true").arg(QString::fromStdString(group)).arg(rates.at(group)).arg(probability)));
        qInfo("%s: %.3f", group.c_str(), probability);
        low = std::min(low, probability);
        high = std::max(high, probability);
    }
    QVERIFY(high - low > 0.15); // the bias is there to be seen
    const auto half = sample_truth(name.toStdString(), 0.5);
    QVERIFY(std::fabs(half.front().second - half.back().second) < 0.9 * (high - low));
}

void TestSamples::without_bias_groups_are_equal()
{
    QFETCH(QString, name);
    const auto truth = sample_truth(name.toStdString(), 0);
    for (const auto &[group, probability] : truth)
        QCOMPARE(probability, truth.front().second); // the same people, so exactly
    const auto rates = base_rates(make_sample(name.toStdString(), 1, 0));
    for (const auto &[group, rate] : rates)
        QVERIFY2(std::fabs(rate - truth.front().second) < 0.03, qPrintable(QString::fromStdString(group)));
}

void TestSamples::survives_a_file()
{
    QFETCH(QString, name);
    const Dataset data = make_sample(name.toStdString());
    QTemporaryDir folder;
    const QString file = folder.filePath("sample.csv");
    write_csv(data.table, std::filesystem::path(file.toStdString()));
    const auto read = open(file);
    QCOMPARE(spelled(read->table), spelled(data.table));
    for (std::size_t c = 0; c < data.table.columns.size(); ++c) {
        QVERIFY2(read->table.columns[c].type == data.table.columns[c].type, data.table.columns[c].name.c_str());
        QCOMPARE(read->table.columns[c].decimals, data.table.columns[c].decimals);
    }
}

void TestSamples::shapes()
{
    const Dataset data = make_sample("shapes");
    const auto column = [&](const char *name) -> const Column & { return data.table.columns[data.table.index_of(name)]; };
    const Column &shape = column("shape"), &colour = column("colour"), &silent = column("colour (unbiased)");
    const PictureSet &biased = *column("picture").pictures, &other = *column("picture (unbiased)").pictures;
    QCOMPARE(biased.width, 32);
    std::map<std::string, double> share;
    for (std::size_t row = 0; row < data.table.rows(); ++row) {
        share[shape.text(row) + " " + colour.text(row)] += 1;
        share[shape.text(row) + " unbiased " + silent.text(row)] += 1;
        share[shape.text(row)] += 1;
        for (const auto &[picture, label] : {std::pair(biased.picture(row), &colour), std::pair(other.picture(row), &silent)}) {
            double warmth = 0; // grounds are grey: only the shape has some
            for (std::size_t at = 0; at < picture.size(); at += 3)
                warmth += picture[at] - picture[at + 2];
            QCOMPARE(label->text(row), warmth > 0 ? std::string("orange") : std::string("blue"));
        }
        const auto a = biased.picture(row), b = other.picture(row);
        QCOMPARE(std::equal(a.begin(), a.end(), b.begin()), colour.codes[row] == silent.codes[row]); // all else is the same
    }
    QVERIFY(std::fabs(share["circle orange"] / share["circle"] - 0.9) < 0.03);
    QVERIFY(std::fabs(share["square blue"] / share["square"] - 0.9) < 0.03);
    for (const char *name : {"circle", "square"})
        QVERIFY(std::fabs(share[std::string(name) + " unbiased orange"] / share[name] - 0.5) < 0.06);
    for (const auto &[group, probability] : sample_truth("shapes")) // to repaint a shape does not change it
        QVERIFY(std::fabs(probability - 0.5) < 0.005);

    const Problem problem = make_problem(data, {{"colour"}, "shape", "circle"}, 1);
    QVERIFY(problem.counterpart_test);
    const auto rate = [](const LabelledTable &rows, std::int32_t group) {
        double positive = 0, all = 0;
        for (std::size_t i = 0; i < rows.rows(); ++i)
            if (rows.group[i] == group) {
                positive += rows.label[i];
                ++all;
            }
        return positive / all;
    };
    QVERIFY(std::fabs(rate(problem.test, 0) - rate(problem.test, 1)) > 0.7);
    QVERIFY(std::fabs(rate(*problem.counterpart_test, 0) - rate(*problem.counterpart_test, 1)) < 0.1);
}

void TestSamples::unknown_name()
{
    QCOMPARE(complaint([] { make_sample("none"); }),
             QString("There is no built-in sample named \"none\". The samples are hiring, lending, shapes."));
}

QTEST_GUILESS_MAIN(TestSamples)
#include "test_samples.moc"
