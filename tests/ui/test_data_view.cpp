#include "real_data.h"
#include "ui/schema_file.h"
#include "ui/style/theme.h"
#include "ui/view_looks.h"
#include "ui/views/data_view.h"
#include "ui/widgets/bar_chart.h"
#include "ui/widgets/chip_group.h"
#include "ui/widgets/plot.h"
#include "ui/widgets/rows_view.h"

#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace fairloom;
using namespace fairloom::ui;

namespace {

void waitForData(Session &session, DataView &view)
{
    QTRY_VERIFY_WITH_TIMEOUT(session.dataset() && !session.isLoading(), 20000);
    QTRY_VERIFY_WITH_TIMEOUT(!session.isProblemPending(), 20000);
    QTRY_VERIFY_WITH_TIMEOUT(!view.isComputing(), 20000);
}

} // namespace

class TestDataView : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { Theme::instance().setMode(Theme::Mode::light); }
    void emptyViewSaysWhatComes();
    void sampleIsShown();
    void worksWithoutTask();
    void balanceCountsEveryRow();
    void associationsAreListed();
    void leakIsNamed();
    void worstOffSubgroups();
    void sortsRows();
    void searchCanBeStopped();
    void leftOutRowsAreCounted();
    void adultHasItsKnownFigures();
};

void TestDataView::emptyViewSaysWhatComes()
{
    Session session;
    DataView view(session);
    QVERIFY(says(view, "Open data with Ctrl+O"));
}

void TestDataView::sampleIsShown()
{
    Session session;
    DataView view(session);
    view.resize(900, 560);
    view.show();
    session.openDataset("sample:hiring");
    waitForData(session, view);

    auto *columns = view.findChild<RowsView *>("columnsView");
    QCOMPARE(columns->model()->rowCount(), int(session.dataset()->table.columns.size()));
    auto *rates = view.findChild<BarChart *>("baseRatePlot");
    QCOMPARE(rates->numbersAsText().split('\n', Qt::SkipEmptyParts).size(), 3);
    QVERIFY(says(view, "times as often as"));
    auto *proxies = view.findChild<BarChart *>("proxyPlot");
    QVERIFY(proxies->barCount() >= 3 && proxies->barCount() <= 6);

    // a number column has one line per group, a category column bars
    const int age = session.dataset()->table.find("age");
    QVERIFY(age >= 0);
    view.chooseColumn(std::size_t(age));
    QTRY_VERIFY_WITH_TIMEOUT(!view.isComputing(), 5000);
    auto *plot = view.findChild<Plot *>("distributionPlot");
    QVERIFY(plot->isVisible());
    QCOMPARE(plot->graphCount(), 2);
    QVERIFY(says(view, "Median"));
    keepPictures(view, "data_hiring_number");
    view.chooseColumn(session.dataset()->table.index_of("gender"));
    QTRY_VERIFY_WITH_TIMEOUT(!view.isComputing(), 5000);
    QVERIFY(view.findChild<BarChart *>("distributionBars")->isVisible());
    QVERIFY(says(view, "the sensitive column itself"));

    auto *rows = view.findChild<RowsView *>("rowsView");
    QCOMPARE(rows->model()->rowCount(), int(session.dataset()->table.rows()));
}

void TestDataView::worksWithoutTask()
{
    QTemporaryDir folder;
    QFile file(folder.filePath("small.csv"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("size,colour\n");
    for (int i = 0; i < 60; ++i)
        file.write(QStringLiteral("%1,%2\n").arg(i % 30).arg(i % 3 == 0 ? "red" : "blue").toUtf8());
    file.close();
    Session session;
    DataView view(session);
    view.resize(900, 560);
    view.show();
    session.openDataset(file.fileName());
    waitForData(session, view);
    QVERIFY(!session.problem());
    QCOMPARE(view.findChild<RowsView *>("columnsView")->model()->rowCount(), 2);
    view.chooseColumn(1);
    QTRY_VERIFY_WITH_TIMEOUT(!view.isComputing(), 5000);
    auto *bars = view.findChild<BarChart *>("distributionBars");
    QVERIFY(bars->isVisible());
    QVERIFY(bars->numbersAsText().contains("blue"));
    QVERIFY(says(view, "Choose the sensitive column"));
    keepPictures(view, "data_no_task");
}

void TestDataView::balanceCountsEveryRow()
{
    Session session;
    DataView view(session);
    view.resize(900, 900);
    view.show();
    session.openDataset("sample:hiring");
    waitForData(session, view);
    const QStringList lines = view.findChild<BarChart *>("balancePlot")->numbersAsText().split('\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 1 + 2 * int(session.problem()->groups.size()));
    double sum = 0;
    for (const QString &line : lines.mid(1))
        sum += line.split('\t').at(2).toDouble();
    QCOMPARE(sum, double(session.problem()->train.rows()));
    QVERIFY(says(view, "The smallest cell is"));
}

void TestDataView::associationsAreListed()
{
    Session session;
    DataView view(session);
    view.resize(900, 560);
    view.show();
    session.openDataset("sample:hiring");
    waitForData(session, view);
    view.showPage(DataView::AssociationsPage);
    QTRY_VERIFY_WITH_TIMEOUT(!view.isComputing(), 20000);
    auto *list = view.findChild<RowsView *>("associationsView");
    QVERIFY(list->isVisible());
    QCOMPARE(list->model()->rowCount(), int(session.problem()->generated.size()));
    QVERIFY(says(view, "AUROC"));
    // ranked by AUROC, then by association with the target when asked for
    double before = 1;
    for (int row = 0; row < list->model()->rowCount() && !list->model()->index(row, 1).data().toString().isEmpty(); ++row) {
        const double auroc = list->model()->index(row, 1).data(Qt::UserRole + 1).toDouble();
        QVERIFY(auroc <= before);
        before = auroc;
    }
    list->sortByColumn(3, Qt::DescendingOrder);
    QVERIFY(list->model()->index(0, 3).data(Qt::UserRole + 1).toDouble() >= list->model()->index(1, 3).data(Qt::UserRole + 1).toDouble());
    QVERIFY(list->model()->index(0, 3).data(Qt::ToolTipRole).toString().contains(u"rows"));
    keepPictures(view, "data_associations");
}

void TestDataView::leakIsNamed()
{
    QTemporaryDir folder;
    Session session;
    DataView view(session);
    view.resize(900, 560);
    view.show();
    session.openDataset(writeSchemaFile(folder));
    waitForData(session, view);
    session.setTask({{"sex"}, "granted", "yes"});
    waitForData(session, view);
    QTRY_VERIFY_WITH_TIMEOUT(!session.isFindingLeaks() && !session.targetLeaks().empty(), 20000);
    QTRY_VERIFY(view.findChild<QWidget *>("leakList")->isVisible());
    QVERIFY(says(view, "payout"));
    QVERIFY(session.canTrain()); // said, not forbidden
    keepPictures(view, "data_leak");
}

void TestDataView::worstOffSubgroups()
{
    Session session;
    DataView view(session);
    view.resize(900, 560);
    view.show();
    session.openDataset("sample:hiring");
    waitForData(session, view);
    view.showPage(DataView::SubgroupsPage);
    QTest::mouseClick(view.findChild<QPushButton *>("searchSubgroupsButton"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!view.isComputing(), 120000);
    auto *list = view.findChild<RowsView *>("subgroupsView");
    QVERIFY(list->isVisible());
    QVERIFY(list->model()->rowCount() > 0);
    QVERIFY(says(view, "Worst off:"));
    keepPictures(view, "data_subgroups");
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 1)).center());
    QTRY_VERIFY_WITH_TIMEOUT(!view.isComputing(), 20000);
    auto *rows = view.findChild<RowsView *>("rowsView");
    QVERIFY(rows->isVisible());
    QVERIFY(rows->model()->rowCount() > 0);
    QVERIFY(rows->model()->rowCount() < int(session.dataset()->table.rows()));
    QVERIFY(view.findChild<QLabel *>("rowFilterText")->text().contains(list->model()->index(0, 0).data().toString()));
    keepPictures(view, "data_subgroup_rows");
    QTest::mouseClick(view.findChild<QPushButton *>("showAllRowsButton"), Qt::LeftButton);
    QCOMPARE(rows->model()->rowCount(), int(session.dataset()->table.rows()));
}

void TestDataView::sortsRows()
{
    Session session;
    DataView view(session);
    view.resize(900, 560);
    view.show();
    session.openDataset("sample:hiring");
    waitForData(session, view);
    view.findChild<ChipGroup *>("dataTabs")->setCurrent(1);
    auto *rows = view.findChild<RowsView *>("rowsView");
    const auto ages = [&] {
        QList<int> out;
        for (int row = 0; row < rows->model()->rowCount(); ++row)
            out << rows->model()->index(row, 0).data().toInt();
        return out;
    };
    const QList<int> before = ages();
    QVERIFY(!std::is_sorted(before.begin(), before.end()));
    QHeaderView *header = rows->horizontalHeader();
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, QPoint(header->sectionViewportPosition(0) + 10, header->height() / 2));
    QTRY_VERIFY_WITH_TIMEOUT(!view.isComputing(), 20000);
    QList<int> sorted = before;
    std::sort(sorted.begin(), sorted.end());
    QCOMPARE(ages(), sorted);
    // the other way by keyboard
    rows->setFocus();
    rows->setCurrentIndex(rows->model()->index(5, 0));
    QTest::keyClick(rows, Qt::Key_Up, Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!view.isComputing(), 20000);
    QCOMPARE(rows->model()->index(0, 0).data().toInt(), sorted.last());
    keepPictures(view, "data_rows_sorted");
    session.openDataset("sample:lending"); // other data begin unsorted
    waitForData(session, view);
    QCOMPARE(header->sortIndicatorSection(), -1);
}

void TestDataView::searchCanBeStopped()
{
    Session session;
    DataView view(session);
    view.show();
    session.openDataset("sample:hiring");
    waitForData(session, view);
    view.showPage(DataView::SubgroupsPage);
    auto *search = view.findChild<QPushButton *>("searchSubgroupsButton");
    QTest::mouseClick(search, Qt::LeftButton);
    QVERIFY(!search->isEnabled());
    auto *stop = view.findChild<QPushButton *>("stopSubgroupsButton");
    QVERIFY(stop->isVisible());
    QTest::mouseClick(stop, Qt::LeftButton);
    QVERIFY(search->isEnabled());
    QVERIFY(!view.isComputing());
    QVERIFY(!stop->isVisible());
}

void TestDataView::leftOutRowsAreCounted()
{
    QTemporaryDir folder;
    const QString name = writeSchemaFile(folder);
    QFile file(name);
    QVERIFY(file.open(QIODevice::Append));
    file.write("1,f\n2,m\n");
    file.close();
    Session session;
    DataView view(session);
    view.resize(900, 560);
    view.show();
    DatasetOptions options;
    options.schema = Recipe();
    options.schema->skip_bad_lines = true;
    options.schema->columns["age"].missing = {"-9"};
    options.schema->columns["age"].on_missing = MissingPolicy::impute;
    session.openDataset(name, options);
    waitForData(session, view);
    auto *account = view.findChild<QLabel *>("accountLine");
    QVERIFY(account->isVisible());
    QVERIFY2(account->accessibleName().startsWith(u"2 bad lines passed over, 20 values filled in"), qPrintable(account->accessibleName()));
    emit account->linkActivated("bad");
    auto *details = view.findChild<QPlainTextEdit *>("accountDetailsText");
    QVERIFY(details);
    QVERIFY2(details->toPlainText().startsWith(u"Line 402: 2 fields where 7 are expected"), qPrintable(details->toPlainText()));
}

void TestDataView::adultHasItsKnownFigures()
{
    const QString file = QString::fromStdString(test::real_data("adult/adult.data").string());
    if (file.isEmpty())
        QSKIP("the Adult data are not here: set FAIRLOOM_DATA_DIR");
    Session session;
    DataView view(session);
    view.resize(1010, 690);
    view.show();
    DatasetOptions options;
    options.recipe = "adult";
    options.test = QString(file).replace("adult.data", "adult.test").toStdString();
    session.openDataset(file, options);
    waitForData(session, view);
    QVERIFY2(session.problem(), qPrintable(session.problemError()));
    const QString rates = view.findChild<BarChart *>("baseRatePlot")->numbersAsText();
    QVERIFY2(rates.contains("0.1094"), qPrintable(rates)); // 1,179 of 10,771 women
    QVERIFY2(rates.contains("0.3057"), qPrintable(rates)); // 6,662 of 21,790 men
    QVERIFY(says(view, "Male is labelled >50K 2.8 times as often as Female"));
    QVERIFY(view.findChild<BarChart *>("proxyPlot")->numbersAsText().split('\n')[1].startsWith("relationship"));
    keepPictures(view, "data_adult");
    view.resize(860, 480);
    keepPictures(view, "data_adult_small");
}

QTEST_MAIN(TestDataView)
#include "test_data_view.moc"
