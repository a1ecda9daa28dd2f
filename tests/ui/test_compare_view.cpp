#include "ui/models/compare_groups_model.h"
#include "ui/models/compare_model.h"
#include "ui/models/compare_words.h"
#include "ui/style/theme.h"
#include "ui/views/compare/curves_card.h"
#include "ui/views/compare/export_menu.h"
#include "ui/views/compare/scatter_card.h"
#include "ui/views/compare/tables_card.h"
#include "ui/views/compare_view.h"
#include "ui/widgets/chip_group.h"
#include "ui/widgets/plot.h"
#include "ui/widgets/trade_off_plot.h"
#include "ui/made_up_entries.h"
#include "ui/view_looks.h"

#include <QAction>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <set>

using namespace fairloom;
using namespace fairloom::ui;
using made_up::Entries;

class TestCompareView : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { Theme::instance().setMode(Theme::Mode::light); }

    void tableHoldsExactNumbers();
    void sortsByValueWithUndefinedLast();
    void otherTasksStepBack();
    void stoppedRunsAreOnNoFront();
    void scatterShowsTheChosenFigures();
    void meansHaveWhiskers();
    void brushingSelectsTheRunsInTheBand();
    void ctrlBrushesBesides();
    void clickChoosesAndClears();
    void tableAndCurvesFollowTheBrush();
    void rowsSelectedTogetherAreBrushed();
    void selectionOutlivesNewRuns();
    void filters_data();
    void filters();
    void filtersOfferWhatThereIs();
    void choicesAreKept();
    void coloursTellLossesMethodsOrVariantsApart();
    void groupTableIsTheCores();
    void referenceCanBeChosen();
    void findings_data();
    void findings();
    void curvesOfFewRuns();
    void curvesHaveBandsOverSeeds();
    void curvesApart();
    void curvesOfManyRuns();
    void exports();
    void picturesAreSaved();
    void studyIsAskedFor();
    void everythingHasNames();
    void empty();
    void threeHundredRuns();
};

namespace {

std::vector<RunRecord> four()
{
    return {made_up::record("l1-1", "l1", 0.76, 0.84, 1), made_up::record("l1-2", "l1", 0.72, 0.81, 2), made_up::record("huber-1", "huber", 0.95, 0.82),
            made_up::record("md-1", "md", 0.70, 0.80)}; // beaten by l1-1
}

/// A view on made-up runs, as large as the window's smallest.
struct Seen {
    Session session;
    Entries runs;
    CompareView view{session};

    explicit Seen(std::vector<RunRecord> records, int current = -1, int points = 50) : runs(std::move(records), points)
    {
        view.resize(1280, 720);
        view.show();
        view.showRuns(runs.list(), current);
        QTest::qWait(30); // plots know their axes once they have been painted
    }
    TradeOffPlot &scatter() { return *view.scatter().plot(); }
    Plot &curves() { return *view.findChild<Plot *>("compareCurves"); }
    QTableView &table(const char *name = "compareTable") { return *view.findChild<QTableView *>(name); }
    template <class T> T *find(const char *name) { return view.findChild<T *>(name); }
    QString finding() { return find<QLabel>("compareFinding")->text(); }
    QStringList listed()
    {
        QStringList out;
        for (int row = 0; row < view.model().rowCount(); ++row)
            out << view.model().index(row, CompareModel::name).data().toString();
        return out;
    }
    QStringList selected()
    {
        QStringList out;
        for (const std::size_t run : view.runs().selected())
            out << QString::fromStdString(view.runs().record(run).name);
        out.sort();
        return out;
    }
    QPoint at(const QString &label)
    {
        for (std::size_t i = 0; i < scatter().points().size(); ++i)
            if (scatter().points()[i].label == label)
                return scatter().positionOf(i).toPoint();
        return {};
    }
    void drag(const QPoint &from, const QPoint &to, Qt::KeyboardModifiers modifiers = {})
    {
        const auto send = [&](QEvent::Type type, const QPoint &place, Qt::MouseButton button, Qt::MouseButtons buttons) {
            QMouseEvent event(type, QPointF(place), QPointF(scatter().mapToGlobal(place)), button, buttons, modifiers);
            QApplication::sendEvent(&scatter(), &event);
        };
        send(QEvent::MouseButtonPress, from, Qt::LeftButton, Qt::LeftButton);
        for (int step = 1; step <= 4; ++step)
            send(QEvent::MouseMove, from + (to - from) * step / 4, Qt::NoButton, Qt::LeftButton);
        send(QEvent::MouseButtonRelease, to, Qt::LeftButton, Qt::NoButton);
        QTest::qWait(10);
    }
};

std::vector<RunRecord> twoLosses(double shift)
{
    std::vector<RunRecord> out;
    const double accuracies[] = {0.80, 0.82, 0.81, 0.83, 0.80};
    for (std::uint64_t seed = 1; seed <= 5; ++seed)
        out.push_back(made_up::record("l1-" + std::to_string(seed), "l1", 0.7 + 0.01 * double(seed), accuracies[seed - 1], seed));
    for (std::uint64_t seed = 1; seed <= 5; ++seed)
        out.push_back(made_up::record("md-" + std::to_string(seed), "md", 0.7 + 0.01 * double(seed % 3),
                                      accuracies[seed - 1] + shift + 0.001 * double(seed % 2), seed));
    return out;
}

} // namespace

void TestCompareView::tableHoldsExactNumbers()
{
    Seen seen(four(), 3);
    const CompareModel &model = seen.view.model();
    QCOMPARE(seen.listed(), (QStringList{"md-1", "huber-1", "l1-2", "l1-1"}));
    QCOMPARE(model.index(1, CompareModel::loss).data().toString(), QString("Huber-KL"));
    QCOMPARE(model.index(1, CompareModel::dpr).data(CompareModel::valueRole).toDouble(), 0.95);
    QCOMPARE(model.index(1, CompareModel::dpr).data().toString(), QString("0.950"));
    QCOMPARE(model.index(1, CompareModel::coverage).data(CompareModel::valueRole).toDouble(), 0.9432);
    QCOMPARE(model.index(1, CompareModel::time).data(CompareModel::valueRole).toDouble(), 34.0);
    QCOMPARE(model.index(2, CompareModel::seed).data().toString(), QString("2"));
    QCOMPARE(seen.table().currentIndex().data(CompareModel::idRole).toInt(), 3);
}

void TestCompareView::sortsByValueWithUndefinedLast()
{
    Seen seen(four());
    seen.runs.change("l1-1", [](RunRecord &run) {
        run.sources.back().second.protocols["tstr"]["xgboost"].dpr = Metric::undefined_because(Message("nobody is selected"));
        run.tags = {"odd"};
    });
    seen.view.showRuns(seen.runs.list(), -1);
    const auto dprs = [&] {
        QStringList out;
        for (int row = 0; row < 4; ++row)
            out << seen.table().model()->index(row, CompareModel::dpr).data().toString();
        return out;
    };
    seen.table().sortByColumn(CompareModel::dpr, Qt::AscendingOrder);
    QCOMPARE(dprs(), (QStringList{"0.700", "0.720", "0.950", "undefined"}));
    QVERIFY(seen.table().model()->index(3, CompareModel::dpr).data(Qt::ToolTipRole).toString().contains("nobody is selected"));
    seen.table().sortByColumn(CompareModel::dpr, Qt::DescendingOrder);
    QCOMPARE(dprs(), (QStringList{"0.950", "0.720", "0.700", "undefined"}));
    seen.table().sortByColumn(CompareModel::name, Qt::AscendingOrder);
    QCOMPARE(seen.listed(), (QStringList{"huber-1", "l1-1", "l1-2", "md-1"}));
    seen.table().sortByColumn(CompareModel::tags, Qt::AscendingOrder);
    QCOMPARE(seen.listed().front(), QString("l1-1"));
    QVERIFY(!seen.table().isColumnHidden(CompareModel::tags) && seen.table().isColumnHidden(CompareModel::study));
    // the order stays when runs come
    seen.view.showRuns(seen.runs.list(), -1);
    QCOMPARE(seen.listed().front(), QString("l1-1"));
    QCOMPARE(seen.scatter().front().size(), std::size_t(1)); // huber-1 alone, without l1-1's ratio
}

void TestCompareView::otherTasksStepBack()
{
    Seen seen(four(), 1);
    seen.runs.change("huber-1", [](RunRecord &run) { run.task.sensitive = {"race"}; });
    seen.view.showRuns(seen.runs.list(), 1);
    const auto faded = [&] {
        QStringList out;
        for (const TradeOffPlot::Point &point : seen.scatter().points())
            if (point.faded)
                out << point.label;
        out.sort();
        return out;
    };
    QCOMPARE(faded(), QStringList{"huber-1"});
    QCOMPARE(seen.scatter().front(), (std::vector<std::size_t>{3}));
    QVERIFY2(seen.finding().contains("2 seeds") || seen.finding().contains("l1-1 is best in both DPR and accuracy among the 3 runs"),
             qPrintable(seen.finding()));
    QVERIFY(!seen.table("compareGroups").isColumnHidden(CompareGroupsModel::data_set));
    seen.view.showRuns(seen.runs.list(), 3);
    QCOMPARE(faded(), (QStringList{"l1-1", "l1-2", "md-1"}));
    QVERIFY2(seen.finding().contains("One run on this data and task so far"), qPrintable(seen.finding()));
    QVERIFY(CompareWords::pointToolTip(seen.view.runs(), 0, ComparedFigure::dpr, ComparedFigure::accuracy).contains("Not comparable"));
}

void TestCompareView::stoppedRunsAreOnNoFront()
{
    std::vector<RunRecord> runs = four();
    runs[0].state = "stopped"; // the best in accuracy
    Seen seen(runs);
    QCOMPARE(seen.scatter().points().size(), std::size_t(5)); // it is drawn, and real data too
    QCOMPARE(seen.scatter().front(), (std::vector<std::size_t>{1}));
    QCOMPARE(seen.view.runs().groups().size(), std::size_t(3));
}

void TestCompareView::scatterShowsTheChosenFigures()
{
    Seen seen(four(), 3);
    QCOMPARE(seen.scatter().points().size(), std::size_t(5)); // four runs, and the current run's real data; no control in these runs
    QCOMPARE(seen.scatter().points()[1].x, 0.95);
    QCOMPARE(seen.scatter().points()[1].y, 0.82);
    QCOMPARE(seen.scatter().points()[4].label, QString("real"));
    QCOMPARE(seen.scatter().points()[4].x, 0.318);
    QCOMPARE(seen.scatter().points()[4].id, -1);
    QCOMPARE(seen.scatter().front(), (std::vector<std::size_t>{3, 1})); // l1-1, huber-1
    seen.view.scatter().setFigures(ComparedFigure::total_s, ComparedFigure::coverage);
    QCOMPARE(seen.scatter().points().size(), std::size_t(4)); // real data have neither
    QCOMPARE(seen.scatter().points()[0].x, 34.0);
    QCOMPARE(seen.scatter().points()[0].y, 0.9432);
    QCOMPARE(seen.scatter().front().size(), std::size_t(4)); // all equal
    QVERIFY(seen.scatter().xAxis->label().contains("time"));
    seen.view.scatter().setFigures(ComparedFigure::dpd, ComparedFigure::accuracy); // less is better
    QCOMPARE(seen.scatter().front(), (std::vector<std::size_t>{3}));
}

void TestCompareView::meansHaveWhiskers()
{
    Seen seen(twoLosses(0.02));
    seen.find<ChipGroup>("compareMeans")->setCurrent(1);
    const auto &points = seen.scatter().points();
    QCOMPARE(points.size(), std::size_t(3)); // two groups and real data
    QCOMPARE(points[0].label, QString("L1-KL"));
    const SeedGroup &group = seen.view.runs().groups()[0];
    QCOMPARE(points[0].x, group[ComparedFigure::dpr].mean);
    QCOMPARE(points[0].y, group[ComparedFigure::accuracy].mean);
    QCOMPARE(points[0].dx, group[ComparedFigure::dpr].sd);
    QVERIFY(points[0].dy > 0);
    QTest::qWait(30);
    const QPoint at = seen.at("MD-KL");
    seen.drag(at - QPoint(4, 4), at + QPoint(4, 4));
    QCOMPARE(seen.selected(), (QStringList{"md-1", "md-2", "md-3", "md-4", "md-5"}));
}

void TestCompareView::brushingSelectsTheRunsInTheBand()
{
    Seen seen(four());
    const QPoint a = seen.at("l1-2"), b = seen.at("l1-1");
    QVERIFY(!a.isNull() && !b.isNull() && a != b);
    seen.drag({std::min(a.x(), b.x()) - 6, std::min(a.y(), b.y()) - 6}, {std::max(a.x(), b.x()) + 6, std::max(a.y(), b.y()) + 6});
    QStringList wanted;
    for (const TradeOffPlot::Point &point : seen.scatter().points())
        if (point.id >= 0 && point.x >= 0.72 && point.x <= 0.76 && point.y >= 0.81 && point.y <= 0.84)
            wanted << point.label;
    wanted.sort();
    QCOMPARE(wanted, (QStringList{"l1-1", "l1-2"}));
    QCOMPARE(seen.selected(), wanted);
    // the other way round is the same band
    seen.view.runs().clearSelection();
    seen.drag({std::max(a.x(), b.x()) + 6, std::max(a.y(), b.y()) + 6}, {std::min(a.x(), b.x()) - 6, std::min(a.y(), b.y()) - 6});
    QCOMPARE(seen.selected(), wanted);
    // everything: all runs, never the reference
    seen.drag({1, 1}, {seen.scatter().width() - 2, seen.scatter().height() - 2});
    QCOMPARE(seen.selected().size(), 4);
}

void TestCompareView::ctrlBrushesBesides()
{
    Seen seen(four());
    const auto around = [&](const char *label, Qt::KeyboardModifiers modifiers) {
        const QPoint at = seen.at(label);
        seen.drag(at - QPoint(4, 4), at + QPoint(4, 4), modifiers);
    };
    around("md-1", {});
    QCOMPARE(seen.selected(), QStringList{"md-1"});
    around("huber-1", Qt::ControlModifier);
    QCOMPARE(seen.selected(), (QStringList{"huber-1", "md-1"}));
    around("l1-1", {});
    QCOMPARE(seen.selected(), QStringList{"l1-1"});
}

void TestCompareView::clickChoosesAndClears()
{
    Seen seen(four());
    QSignalSpy chosen(&seen.view.scatter(), &ScatterCard::runChosen);
    QTest::mouseClick(&seen.scatter(), Qt::LeftButton, {}, seen.at("huber-1"));
    QCOMPARE(seen.selected(), QStringList{"huber-1"});
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toInt(), 3);
    QTest::mouseClick(&seen.scatter(), Qt::LeftButton, {}, QPoint(seen.scatter().width() - 3, seen.scatter().height() / 2));
    QVERIFY(!seen.view.runs().hasSelection());
    QTest::mouseClick(&seen.scatter(), Qt::LeftButton, {}, seen.at("md-1"));
    QCOMPARE(seen.selected(), QStringList{"md-1"});
    seen.scatter().setFocus();
    QTest::keyClick(&seen.scatter(), Qt::Key_Escape);
    QVERIFY(!seen.view.runs().hasSelection());
}

void TestCompareView::tableAndCurvesFollowTheBrush()
{
    Seen seen(four());
    seen.view.runs().select({0, 2}, CompareRuns::Origin::plot); // md-1, l1-2
    QCOMPARE(seen.listed(), (QStringList{"md-1", "l1-2"}));
    QCOMPARE(seen.curves().graphCount(), 2);
    QVERIFY(says(seen.view, "2 of 4 runs selected"));
    QCOMPARE(seen.view.groupsModel().index(0, CompareGroupsModel::runs).data().toString(), QString("1 of 2")); // l1
    QVERIFY(seen.find<QPushButton>("compareClearSelection")->isVisible());
    seen.find<QPushButton>("compareClearSelection")->click();
    QCOMPARE(seen.listed().size(), 4);
    QVERIFY(!seen.find<QPushButton>("compareClearSelection")->isVisible());
}

void TestCompareView::rowsSelectedTogetherAreBrushed()
{
    Seen seen(four());
    seen.view.tables().showPage(TablesCard::runs_page);
    QSignalSpy chosen(&seen.view.tables(), &TablesCard::runChosen);
    seen.table().selectRow(1);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toInt(), 3);
    QVERIFY(!seen.view.runs().hasSelection()); // one row is the run to be shown
    seen.table().setFocus();
    QTest::keyClick(&seen.table(), Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(seen.selected(), (QStringList{"huber-1", "l1-2"}));
    QCOMPARE(seen.listed().size(), 4); // the list does not shrink under the reader's hand
    QTest::keyClick(&seen.table(), Qt::Key_Down);
    QVERIFY(!seen.view.runs().hasSelection());
}

void TestCompareView::selectionOutlivesNewRuns()
{
    std::vector<RunRecord> runs = four();
    Seen seen(runs);
    seen.view.runs().select({1}, CompareRuns::Origin::plot);
    QCOMPARE(seen.selected(), QStringList{"huber-1"});
    runs.push_back(made_up::record("new", "mse", 0.8, 0.8));
    Entries more(runs);
    seen.view.showRuns(more.list(), -1);
    QCOMPARE(seen.selected(), QStringList{"huber-1"}); // now at another place
    QCOMPARE(seen.listed(), QStringList{"huber-1"});
}

void TestCompareView::filters_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<QString>("study");
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("data");
    QTest::addColumn<QStringList>("listed");
    QTest::newRow("all") << "" << "" << "" << "" << QStringList{"md-1", "huber-1", "l1-2", "l1-1"};
    QTest::newRow("name") << "huber" << "" << "" << "" << QStringList{"huber-1"};
    QTest::newRow("words in any order") << "seed 2 L1" << "" << "" << "" << QStringList{"l1-2"};
    QTest::newRow("tag") << "paper" << "" << "" << "" << QStringList{"l1-2"};
    QTest::newRow("seed") << "seed 2" << "" << "" << "" << QStringList{"l1-2"};
    QTest::newRow("nothing") << "no such run" << "" << "" << "" << QStringList{};
    QTest::newRow("study") << "" << "Weights" << "" << "" << QStringList{"md-1", "huber-1"};
    QTest::newRow("method") << "" << "" << "tabfairgan" << "" << QStringList{"md-1"};
    QTest::newRow("data") << "" << "" << "" << "others · sex → income = high" << QStringList{"huber-1"};
    QTest::newRow("two at once") << "" << "Weights" << "huber" << "" << QStringList{"huber-1"};
}

void TestCompareView::filters()
{
    QFETCH(QString, search);
    QFETCH(QString, study);
    QFETCH(QString, method);
    QFETCH(QString, data);
    QFETCH(QStringList, listed);
    std::vector<RunRecord> runs = four();
    runs[1].tags = {"paper"};
    runs[2].study = runs[3].study = "Weights";
    runs[0].study = "Other";
    runs[2].data_name = "others";
    runs[2].data_sha256 = "77";
    runs[3].settings.method = "tabfairgan";
    Seen seen(runs);
    const auto choose = [&](const char *box, const QString &key) {
        auto *of = seen.find<QComboBox>(box);
        const int index = of->findData(key);
        QVERIFY2(index >= 0, qPrintable(key));
        of->setCurrentIndex(index);
    };
    choose("compareStudyFilter", study);
    choose("compareMethodFilter", method);
    choose("compareDataFilter", data);
    seen.find<QLineEdit>("compareSearch")->setText(search);
    QTest::keyClick(seen.find<QLineEdit>("compareSearch"), Qt::Key_Return);
    QCOMPARE(seen.listed(), listed);
    int points = 0;
    for (const TradeOffPlot::Point &point : seen.scatter().points())
        points += point.id >= 0;
    QCOMPARE(points, int(listed.size()));
    if (listed.size() < 4)
        QVERIFY(says(seen.view, QStringLiteral("%1 of 4 runs").arg(listed.size())));
}

void TestCompareView::choicesAreKept()
{
    QString kept;
    {
        Seen seen(four());
        seen.find<QComboBox>("compareMethodFilter")->setCurrentIndex(seen.find<QComboBox>("compareMethodFilter")->findData(QStringLiteral("l1")));
        seen.view.scatter().setFigures(ComparedFigure::eor, ComparedFigure::f1);
        seen.view.scatter().setColours(CompareColours::method);
        seen.view.runs().setReference(std::string("md-1"));
        seen.view.runs().select({seen.view.runs().shown().front()}, CompareRuns::Origin::table);
        kept = seen.view.viewState();
    }
    Seen again({});
    again.view.setViewState(kept);
    QCOMPARE(again.view.viewState(), kept); // not lost while there are no runs
    again.runs = Entries(four(), 50);
    again.view.showRuns(again.runs.list(), -1);
    QCOMPARE(again.view.viewState(), kept);
    QCOMPARE(again.selected().size(), 1);
    QCOMPARE(again.listed(), again.selected()); // the list has what is selected
    QCOMPARE(again.view.runs().shown().size(), std::size_t(2));
    QCOMPARE(again.view.scatter().xFigure(), ComparedFigure::eor);
    QCOMPARE(again.view.scatter().yFigure(), ComparedFigure::f1);
    QVERIFY(again.view.runs().colours() == CompareColours::method);
    QCOMPARE(again.view.runs().chosenReference(), std::string("md-1"));
    for (const char *nonsense : {"", "tstr xgboost", "[1]", R"({"x": "no such figure", "colours": 99, "selected": 3})"})
        again.view.setViewState(QLatin1StringView(nonsense)); // of another version, or damaged
    QCOMPARE(again.view.scatter().xFigure(), ComparedFigure::dpr);
}

void TestCompareView::filtersOfferWhatThereIs()
{
    std::vector<RunRecord> runs = four();
    RecordedJudgement other;
    other.dpr = 0.5;
    other.accuracy = 0.6;
    runs[0].sources.back().second.protocols["tstr"]["logistic"] = other;
    Seen seen(runs);
    QVERIFY(!seen.find<QComboBox>("compareStudyFilter")->isVisible()); // nothing to choose from
    QVERIFY(!seen.find<QComboBox>("compareDataFilter")->isVisible());
    QVERIFY(seen.find<QComboBox>("compareMethodFilter")->isVisible());
    QCOMPARE(seen.find<QComboBox>("compareMethodFilter")->count(), 4);
    auto *classifier = seen.find<QComboBox>("compareClassifier");
    QCOMPARE(classifier->count(), 2);
    classifier->setCurrentIndex(1);
    QCOMPARE(seen.view.model().index(3, CompareModel::dpr).data(CompareModel::valueRole).toDouble(), 0.5);
    QVERIFY(!seen.view.model().index(0, CompareModel::dpr).data(CompareModel::valueRole).isValid());
    auto *protocol = seen.find<QComboBox>("compareProtocol");
    QCOMPARE(protocol->count(), 2);
    classifier->setCurrentIndex(0);
    protocol->setCurrentIndex(1); // TSTS
    QCOMPARE(seen.view.model().index(3, CompareModel::dpr).data(CompareModel::valueRole).toDouble(), 0.76 + 0.1);
}

void TestCompareView::coloursTellLossesMethodsOrVariantsApart()
{
    std::vector<RunRecord> runs = four();
    runs[3].settings.method = "tabfairgan";
    runs[0].variant = "mild";
    runs[1].variant = "strict";
    Seen seen(runs);
    const auto labels = [&] {
        QStringList out;
        for (const CompareRuns::Series &series : seen.view.runs().series())
            out << series.label;
        return out;
    };
    QCOMPARE(labels(), (QStringList{"L1-KL", "Huber-KL", "TabFairGAN"}));
    auto *colours = seen.find<QComboBox>("compareColours");
    colours->setCurrentIndex(1);
    QCOMPARE(labels(), (QStringList{"Fairloom", "TabFairGAN"}));
    QVERIFY(seen.find<QLabel>("compareLegend")->text().contains("Fairloom"));
    colours->setCurrentIndex(2);
    QCOMPARE(labels(), (QStringList{"mild", "strict", "no variant"}));
    // colour is never the only signal
    std::set<int> shapes;
    for (const TradeOffPlot::Point &point : seen.scatter().points())
        if (point.id >= 0)
            shapes.insert(point.marker.shape());
    QCOMPARE(shapes.size(), std::size_t(3));
}

void TestCompareView::groupTableIsTheCores()
{
    Seen seen(twoLosses(0.02));
    std::vector<const RunRecord *> records;
    for (const RunEntry *entry : seen.runs.list())
        records.insert(records.begin(), entry->record.get()); // oldest first
    const std::vector<ComparisonRow> rows = comparison_rows(records, {});
    const std::vector<SeedGroup> groups = seed_groups(rows);
    const CompareGroupsModel &model = seen.view.groupsModel();
    QCOMPARE(model.rowCount(), int(groups.size()));
    for (std::size_t g = 0; g < groups.size(); ++g)
        for (int column = CompareGroupsModel::dpr; column <= CompareGroupsModel::student_s; ++column) {
            const Spread &wanted = groups[g][CompareGroupsModel::figureOf(column)];
            const QModelIndex cell = model.index(int(g), column);
            QVERIFY(std::abs(cell.data(CompareGroupsModel::valueRole).toDouble() - wanted.mean) < 1e-14);
            QVERIFY(cell.data().toString().contains(QStringLiteral(" ± ")));
        }
    QCOMPARE(model.index(0, CompareGroupsModel::name).data().toString(), QString("L1-KL"));
    QCOMPARE(model.index(0, CompareGroupsModel::runs).data().toString(), QString("5"));
    QCOMPARE(model.index(0, CompareGroupsModel::dpr).data().toString(), QString("0.73 ± 0.02"));
    QCOMPARE(model.index(0, CompareGroupsModel::against).data().toString(), QString("reference"));
    const PairedDifference accuracy = paired_difference(rows, groups, 1, 0, ComparedFigure::accuracy);
    QVERIFY(accuracy.shown());
    const QString against = model.index(1, CompareGroupsModel::against).data().toString();
    QVERIFY2(against.contains(CompareWords::difference(accuracy)), qPrintable(against));
    QVERIFY2(!against.contains("no difference"), qPrintable(against));
    QVERIFY(model.index(1, CompareGroupsModel::against).data(Qt::ToolTipRole).toString().contains("Holm"));
    QVERIFY(model.headerData(CompareGroupsModel::against, Qt::Horizontal, Qt::DisplayRole).toString().contains("L1-KL"));
    QCOMPARE(seen.view.tables().page(), TablesCard::groups_page); // there are several seeds
    QVERIFY(says(seen.view, "Which loss?"));
}

void TestCompareView::referenceCanBeChosen()
{
    Seen seen(twoLosses(0));
    auto *reference = seen.find<QComboBox>("compareReference");
    QVERIFY(reference->isVisible());
    QCOMPARE(reference->currentText(), QString("L1-KL"));
    const CompareGroupsModel &model = seen.view.groupsModel();
    QVERIFY(model.index(1, CompareGroupsModel::against).data().toString().startsWith("no difference shown in DPR"));
    reference->setCurrentIndex(1);
    emit reference->activated(1);
    QCOMPARE(model.index(1, CompareGroupsModel::against).data().toString(), QString("reference"));
    QVERIFY(model.headerData(CompareGroupsModel::against, Qt::Horizontal, Qt::DisplayRole).toString().contains("MD-KL"));
    seen.view.showRuns(seen.runs.list(), -1); // the choice stays
    QCOMPARE(model.index(1, CompareGroupsModel::against).data().toString(), QString("reference"));

    // with the keyboard from the table's own menu
    auto &table = seen.table("compareGroups");
    table.setCurrentIndex(table.model()->index(0, 0));
    bool done = false;
    emit table.customContextMenuRequested(table.visualRect(table.currentIndex()).center());
    for (QMenu *menu : seen.view.findChildren<QMenu *>())
        for (QAction *action : menu->actions())
            if (action->text() == "Hold others against this") {
                action->trigger();
                done = true;
            }
    QVERIFY(done);
    QCOMPARE(model.index(0, CompareGroupsModel::against).data().toString(), QString("reference"));
}

void TestCompareView::findings_data()
{
    QTest::addColumn<double>("shift");
    QTest::addColumn<QString>("begins");
    QTest::addColumn<QString>("contains");
    QTest::newRow("higher") << 0.05 << "MD-KL is higher than L1-KL in accuracy by 0.0" << "95\u00a0% interval +0.0";
    QTest::newRow("lower") << -0.05 << "MD-KL is lower than L1-KL in accuracy by 0.0" << "5 seeds";
    QTest::newRow("none") << -0.0005 << "No difference from L1-KL in DPR or accuracy is shown beyond what seeds do" << "5 seeds";
}

void TestCompareView::findings()
{
    QFETCH(double, shift);
    QFETCH(QString, begins);
    QFETCH(QString, contains);
    Seen seen(twoLosses(shift));
    QVERIFY2(seen.finding().startsWith(begins), qPrintable(seen.finding()));
    QVERIFY2(seen.finding().contains(contains), qPrintable(seen.finding()));
    if (shift == 0.05) {
        // other axes, another finding
        seen.view.scatter().setFigures(ComparedFigure::density, ComparedFigure::coverage);
        QVERIFY2(seen.finding().startsWith("No difference from L1-KL in density or coverage"), qPrintable(seen.finding()));
        seen.view.scatter().setFigures(ComparedFigure::total_s, ComparedFigure::auroc_latent); // in no table
        QVERIFY2(seen.finding().startsWith("No difference from L1-KL in time or leakage"), qPrintable(seen.finding()));
    }
}

void TestCompareView::curvesOfFewRuns()
{
    Seen seen({made_up::record("l1-1", "l1", 0.76, 0.84), made_up::record("huber-1", "huber", 0.95, 0.82), made_up::record("md-1", "md", 0.7, 0.8)}, 2);
    const Plot &plot = seen.curves();
    QCOMPARE(plot.graphCount(), 3);
    const auto &curves = *seen.runs.list()[0]->curves; // md-1, the newest
    QCOMPARE(seen.curves().graph(2)->name(), QString("md-1"));
    QCOMPARE(seen.curves().graph(2)->dataCount(), 50);
    QCOMPARE(seen.curves().graph(2)->dataMainValue(7), curves.student.points[7].raw[0]);
    auto *term = seen.find<QComboBox>("compareCurveTerm");
    QStringList offered;
    for (int i = 0; i < term->count(); ++i)
        offered << term->itemText(i);
    QCOMPARE(offered, (QStringList{"Student · quality", "Student · KL", "Student · sum", "Teacher · reconstruction", "Teacher · KL", "Teacher · label",
                                   "Teacher · fairness V²", "Teacher · sum"}));
    term->setCurrentIndex(7);
    const auto &weighted = curves.teacher.points[7].weighted;
    QVERIFY(std::abs(seen.curves().graph(2)->dataMainValue(7) - (weighted[0] + weighted[1] + weighted[2] + weighted[3])) < 1e-12);
    term->setCurrentIndex(1);
    QCOMPARE(seen.curves().graph(2)->dataMainValue(7), curves.student.points[7].raw[1]);
    // the current run is drawn stronger than the others
    QVERIFY(seen.curves().graph(1)->pen().color().alphaF() > seen.curves().graph(0)->pen().color().alphaF());
}

void TestCompareView::curvesHaveBandsOverSeeds()
{
    Seen seen(twoLosses(0));
    QCOMPARE(seen.curves().graphCount(), 6); // low, high and mean of two losses
    QVERIFY(says(seen.view, "mean and range of 5 seeds"));
    std::vector<const RecordedCurves::Stage *> stages;
    for (const RunEntry *entry : seen.runs.list())
        if (entry->name.startsWith("l1"))
            stages.push_back(&entry->curves->student);
    const CurveBand band = curve_band(stages, "quality", BandSpread::range);
    QCOMPARE(seen.curves().graph(2)->name(), QString("L1-KL"));
    for (int i = 0; i < 100; i += 9) {
        QVERIFY(std::abs(seen.curves().graph(0)->dataMainValue(i) - band.low[std::size_t(i)]) < 1e-12);
        QVERIFY(std::abs(seen.curves().graph(1)->dataMainValue(i) - band.high[std::size_t(i)]) < 1e-12);
        QVERIFY(std::abs(seen.curves().graph(2)->dataMainValue(i) - band.mean[std::size_t(i)]) < 1e-12);
    }
}

void TestCompareView::curvesApart()
{
    Seen seen(made_up::study(1, 3));
    seen.find<ChipGroup>("compareCurveLayout")->setCurrent(1);
    QTest::qWait(30);
    int visible = 0;
    for (int i = 0; i < 4; ++i) {
        const auto *panel = seen.view.findChild<Plot *>(QStringLiteral("compareCurvePanel%1").arg(i));
        QVERIFY(panel);
        visible += panel->isVisible();
        QCOMPARE(panel->graphCount(), 3);
    }
    QCOMPARE(visible, 4);
    // each on its own scale: mse's losses are a fifth of md's
    const auto *mse = seen.view.findChild<Plot *>("compareCurvePanel2"), *md = seen.view.findChild<Plot *>("compareCurvePanel3");
    QVERIFY(md->yAxis->range().upper > 2 * mse->yAxis->range().upper);
    QVERIFY(says(seen.view, "each on its own scale"));
    QCOMPARE(seen.view.curves().pictures().size(), std::size_t(4));
}

void TestCompareView::curvesOfManyRuns()
{
    Seen seen(made_up::study(20, 2)); // 80 settings
    QCOMPARE(seen.curves().graphCount(), 0); // no graph a run
    QVERIFY(seen.curves().itemCount() >= 4 && seen.curves().itemCount() < 12);
    QVERIFY(says(seen.view, "160 runs"));
    seen.view.runs().select({3, 60, 120}, CompareRuns::Origin::plot);
    QCOMPARE(seen.curves().graphCount(), 3);
    std::set<QString> names;
    for (int i = 0; i < 3; ++i)
        names.insert(seen.curves().graph(i)->name());
    QVERIFY(names.contains(QString::fromStdString(seen.view.runs().record(60).name)));
}

void TestCompareView::exports()
{
    Seen seen(twoLosses(0.02));
    const ExportMenu &menu = seen.view.exports();
    QByteArray csv = menu.exported(ExportMenu::runs_csv);
    QCOMPARE(csv.count("\r\n"), 11);
    QVERIFY(csv.contains("md-5,,,done,people,sex,income,high,fairloom,md,"));
    seen.table().sortByColumn(CompareModel::name, Qt::AscendingOrder);
    csv = menu.exported(ExportMenu::runs_csv);
    QVERIFY(csv.indexOf("\r\nl1-1,") < csv.indexOf("\r\nl1-2,") && csv.indexOf("\r\nl1-2,") < csv.indexOf("\r\nmd-1,")); // as listed
    seen.view.runs().select({0, 1}, CompareRuns::Origin::plot);
    QCOMPARE(menu.exported(ExportMenu::runs_csv).count("\r\n"), 3); // what is listed
    const QByteArray groups = menu.exported(ExportMenu::groups_csv);
    QCOMPARE(groups.count("\r\n"), 3);
    QVERIFY(groups.contains("\r\nL1-KL,") && groups.contains("\r\nMD-KL,"));
    const QJsonObject json = QJsonDocument::fromJson(menu.exported(ExportMenu::everything_json)).object();
    QCOMPARE(json["runs"].toArray().size(), 2);
    QCOMPARE(json["groups"].toArray().size(), 2);
    QVERIFY(!json["differences"].toArray().isEmpty());
    QVERIFY(menu.exported(ExportMenu::groups_latex).contains("\\toprule"));
    QVERIFY(menu.exported(ExportMenu::runs_latex).contains("\\begin{longtable}"));
    QStringList actions;
    for (const QAction *action : menu.menu()->actions())
        if (!action->isSeparator())
            actions << action->objectName();
    QCOMPARE(actions, (QStringList{"exportRunsCsv", "exportGroupsCsv", "exportComparisonJson", "exportGroupsLatex", "exportRunsLatex", "exportPlotsSvg",
                                   "exportPlotsPdf", "exportPlotsPng"}));
}

void TestCompareView::picturesAreSaved()
{
    Seen seen(twoLosses(0.02));
    QTemporaryDir folder;
    for (const char *ending : {"svg", "pdf", "png"}) {
        QCOMPARE(seen.view.exports().savePictures(folder.path(), ending), QString());
        for (const char *name : {"fairness-utility.", "loss-curves."}) {
            QFile file(folder.filePath(QLatin1String(name) + QLatin1String(ending)));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY(bytes.size() > 2000);
            if (qstrcmp(ending, "svg") == 0)
                QVERIFY(bytes.contains("<text") && bytes.contains("accuracy") == QLatin1String(name).startsWith(QLatin1String("fairness")));
        }
    }
    QVERIFY(!seen.view.exports().savePictures(folder.filePath("not there"), "svg").isEmpty());
}

void TestCompareView::studyIsAskedFor()
{
    Seen seen({});
    QSignalSpy asked(&seen.view, &CompareView::studyRequested);
    auto *button = seen.find<QPushButton>("runStudy");
    QVERIFY(button && button->isVisible() && button->isEnabled()); // also before the first run
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(asked.size(), 1);
}

void TestCompareView::everythingHasNames()
{
    Seen seen(twoLosses(0.02));
    for (const QWidget *widget : seen.view.findChildren<QWidget *>()) {
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const auto *label = qobject_cast<const QLabel *>(widget);
        const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()) || (label && !label->text().isEmpty());
        QVERIFY2(named, qPrintable(widget->objectName() + ' ' + widget->metaObject()->className()));
    }
}

void TestCompareView::empty()
{
    Seen seen({});
    QCOMPARE(seen.view.model().rowCount(), 0);
    QCOMPARE(seen.view.groupsModel().rowCount(), 0);
    QVERIFY(seen.scatter().points().empty());
    QVERIFY(says(seen.view, "Every finished run as a point"));
    QVERIFY(says(seen.view, "A table of all runs"));
    QVERIFY(!seen.find<QPushButton>("compareExport")->isEnabled());
    QVERIFY(!seen.find<QLineEdit>("compareSearch")->isVisible());
    // runs that have not ended have nothing to compare yet, but they are listed
    auto waiting = std::make_unique<RunEntry>();
    waiting->id = 1;
    waiting->name = "balanced-1";
    waiting->state = RunEntry::State::running;
    waiting->monitor = std::make_shared<RunMonitor>();
    seen.view.showRuns({waiting.get()}, 1);
    QCOMPARE(seen.listed(), QStringList{"balanced-1"});
    QCOMPARE(seen.view.model().index(0, CompareModel::dpr).data().toString(), QString("–"));
    QVERIFY(seen.scatter().points().empty());
    waiting->monitor->set_terms(CurveStage::student, {"quality", "kl"}, 10);
    waiting->monitor->add_point(CurveStage::student, {1, {0.5, 0.9}, {0.5, 0.09}});
    waiting->monitor->add_point(CurveStage::student, {2, {0.4, 0.9}, {0.4, 0.09}});
    seen.view.runs().refreshLive();
    QCOMPARE(seen.curves().graphCount(), 1);
    QCOMPARE(seen.curves().graph(0)->dataMainValue(1), 0.4);
}

void TestCompareView::threeHundredRuns()
{
    Seen seen(made_up::study(15, 5), 300); // 60 settings
    QCOMPARE(seen.view.model().rowCount(), 300);
    QCOMPARE(seen.view.groupsModel().rowCount(), 60);
    QVERIFY(seen.scatter().graphCount() < 20); // not one a run
    seen.drag({2, 2}, {seen.scatter().width() / 2, seen.scatter().height() - 2});
    const double middle = seen.scatter().xAxis->pixelToCoord(seen.scatter().width() / 2);
    int wanted = 0;
    for (const TradeOffPlot::Point &point : seen.scatter().points())
        wanted += point.id >= 0 && point.x <= middle;
    QVERIFY(wanted > 50 && wanted < 250);
    QCOMPARE(seen.view.model().rowCount(), wanted);
    seen.view.runs().clearSelection();
    keepPictures(seen.view, "compare_300");
    seen.find<ChipGroup>("compareCurveLayout")->setCurrent(1);
    seen.drag({2, 2}, {seen.scatter().width() / 3, seen.scatter().height() - 2});
    seen.view.tables().showPage(TablesCard::runs_page);
    keepPictures(seen.view, "compare_300_brushed");
    seen.find<ChipGroup>("compareMeans")->setCurrent(1);
    seen.view.runs().clearSelection();
    keepPictures(seen.view, "compare_300_means");
    seen.view.resize(880, 480); // what the docks leave of the smallest window
    QTest::qWait(30);
    for (const char *name : {"compareScatter", "compareCurvePanel0", "compareTable"}) {
        const auto *widget = seen.view.findChild<QWidget *>(name);
        QVERIFY2(widget->isVisible() && widget->width() >= 100 && widget->height() >= 60, name);
        QVERIFY2(widget->mapTo(&seen.view, QPoint(widget->width(), 0)).x() <= seen.view.width(), name); // nothing is pushed out at the side
    }
    keepPictures(seen.view, "compare_300_small");
    seen.view.tables().showPage(TablesCard::groups_page);
    seen.view.resize(880, 760);
    keepPictures(seen.view, "compare_300_narrow");

    Seen study(made_up::study(1, 5), 3);
    keepPictures(study.view, "compare_20");
    study.find<ChipGroup>("compareCurveLayout")->setCurrent(1);
    keepPictures(study.view, "compare_20_apart");
    Seen few({made_up::record("balanced-1", "l1", 0.76, 0.84), made_up::record("balanced-huber", "huber", 0.75, 0.832),
              made_up::record("strict-1", "l1", 0.98, 0.819, 2)},
             1);
    keepPictures(few.view, "compare_3");
    Seen nothing({});
    keepPictures(nothing.view, "compare_0");
}

QTEST_MAIN(TestCompareView)
#include "test_compare_view.moc"
