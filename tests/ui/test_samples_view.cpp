#include "ui/models/table_model.h"
#include "ui/views/samples/table_samples.h"
#include "ui/views/samples_view.h"
#include "ui/widgets/card.h"
#include "ui/widgets/distribution_plot.h"
#include "ui/widgets/heat_map.h"
#include "ui/run_fixture.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace fairloom;
using namespace fairloom::ui;

class TestSamplesView : public QObject {
    Q_OBJECT
private slots:
    void tablesShowGeneratedColumnsOnly();
    void distributionPerGroup();
    void headerChoosesColumn();
    void association();
    void posteriorRowsAreMarked();
    void teacherRowsIfStopped();
    void newRunDropsOldWork();
    void badRowsAreASentence();
    void heatMapReadsByKeys();
};

void TestSamplesView::tablesShowGeneratedColumnsOnly()
{
    Session session;
    SamplesView view(session);
    view.showOutcome(fixture::outcome());
    const auto *real = view.findChild<QTableView *>("realTable");
    const auto *generated = view.findChild<QTableView *>("generatedTable");
    QCOMPARE(real->model()->columnCount(), 3);
    QCOMPARE(real->model()->headerData(0, Qt::Horizontal).toString(), QString("age"));
    QCOMPARE(real->model()->rowCount(), 8);
    QCOMPARE(generated->model()->columnCount(), 3);
    QCOMPARE(generated->model()->index(1, 0).data().toString(), QString("20"));
    QCOMPARE(generated->model()->index(0, 2).data().toString(), QString("high"));
}

void TestSamplesView::distributionPerGroup()
{
    Session session;
    SamplesView view(session);
    QSignalSpy shown(view.findChild<TableSamples *>(), &TableSamples::distributionShown);
    view.showOutcome(fixture::outcome());
    QTRY_COMPARE(shown.count(), 1);
    QCOMPARE(view.findChild<QComboBox *>("sampleColumn")->currentText(), QString("age"));
    const auto *plot = view.findChild<DistributionPlot *>("sampleDistributionPlot");
    QVERIFY(plot->real().numeric);
    QCOMPARE(plot->real().share.size(), std::size_t(2));
    // Female: real 20, 30, 40, 50; generated 20 three times and 50
    QCOMPARE(plot->real().share[0].front(), 0.25);
    QCOMPARE(plot->generated().share[0].front(), 0.75);
    QCOMPARE(plot->generated().share[1].front(), 0.25);

    view.findChild<TableSamples *>()->chooseColumn("income");
    QTRY_COMPARE(shown.count(), 2);
    QVERIFY(!plot->real().numeric);
    QVERIFY(plot->describe(0, 0).startsWith("Female, low: real 75.0\u00a0%, generated 50.0\u00a0%"));
}

void TestSamplesView::headerChoosesColumn()
{
    Session session;
    SamplesView view(session);
    QSignalSpy shown(view.findChild<TableSamples *>(), &TableSamples::distributionShown);
    view.showOutcome(fixture::outcome());
    auto *table = view.findChild<QTableView *>("realTable");
    emit table->horizontalHeader()->sectionClicked(1);
    QCOMPARE(view.findChild<QComboBox *>("sampleColumn")->currentText(), QString("sex"));
    QTRY_VERIFY(shown.count() >= 1);
}

void TestSamplesView::association()
{
    Session session;
    SamplesView view(session);
    QSignalSpy shown(view.findChild<TableSamples *>(), &TableSamples::associationShown);
    view.showOutcome(fixture::outcome());
    QTRY_COMPARE(shown.count(), 1);
    const auto *real = view.findChild<HeatMap *>("associationReal");
    const auto *generated = view.findChild<HeatMap *>("associationGenerated");
    const auto *difference = view.findChild<HeatMap *>("associationDifference");
    QCOMPARE(real->names(), (QStringList{"age", "sex", "income"}));
    QCOMPARE(real->value(1, 1), 1.0);
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 3; ++column)
            QCOMPARE(difference->value(row, column), generated->value(row, column) - real->value(row, column));
    QVERIFY(real->describe(1, 2).startsWith("sex × income: "));
}

void TestSamplesView::posteriorRowsAreMarked()
{
    Session session;
    SamplesView view(session);
    const auto says = [&view](const QString &text) {
        for (const QLabel *label : view.findChildren<QLabel *>())
            if (!label->isHidden() && label->text().contains(text))
                return true;
        return false;
    };
    auto outcome = fixture::outcome();
    view.showOutcome(outcome);
    QVERIFY(says("not anonymous"));
    auto mixture = fixture::outcome();
    mixture->result.settings.sampler = "mixture";
    view.showOutcome(mixture);
    QVERIFY(!says("not anonymous"));
}

void TestSamplesView::teacherRowsIfStopped()
{
    auto outcome = fixture::outcome();
    outcome->teacher_synthetic = outcome->synthetic;
    outcome->synthetic = nullptr;
    Session session;
    SamplesView view(session);
    view.showOutcome(outcome);
    QCOMPARE(view.findChild<QTableView *>("generatedTable")->model()->rowCount(), 8);
    outcome = fixture::outcome();
    outcome->synthetic = nullptr;
    view.showOutcome(outcome);
    QCOMPARE(view.findChild<QTableView *>("generatedTable")->model()->rowCount(), 0);
    QVERIFY(view.findChild<QPushButton *>("exportButton")->isHidden());
}

void TestSamplesView::newRunDropsOldWork()
{
    Session session;
    SamplesView view(session);
    QSignalSpy shown(view.findChild<TableSamples *>(), &TableSamples::associationShown);
    for (int i = 0; i < 20; ++i)
        view.showOutcome(fixture::outcome());
    QTRY_VERIFY(!view.isComputing());
    QCOMPARE(shown.count(), 1);
}

void TestSamplesView::badRowsAreASentence()
{
    auto outcome = fixture::outcome();
    auto table = std::make_shared<Table>(*fixture::generated());
    table->columns[1].categories = {"Female", "Martian"};
    outcome->synthetic = table;
    Session session;
    SamplesView view(session);
    view.showOutcome(outcome);
    QTRY_VERIFY(!view.isComputing());
    bool said = false;
    for (const QLabel *label : view.findChildren<QLabel *>())
        said = said || label->text().contains("Martian");
    QVERIFY(said);
}

void TestSamplesView::heatMapReadsByKeys()
{
    HeatMap map("real", HeatMap::Scale::diverging);
    map.setMatrix({"a", "b"}, {0, 0.25, -0.25, 0}, 0.5);
    map.resize(200, 220);
    QSignalSpy chosen(&map, &HeatMap::cellChosen);
    QTest::keyClick(&map, Qt::Key_Right);
    QTest::keyClick(&map, Qt::Key_Right);
    QTest::keyClick(&map, Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.at(0).at(1).toInt(), 1);
    QCOMPARE(map.describe(0, 1), QString("a × b: +0.25"));
    QCOMPARE(map.describe(5, 1), QString());
}

QTEST_MAIN(TestSamplesView)
#include "test_samples_view.moc"
