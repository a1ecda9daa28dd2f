#include "ui/models/compare_model.h"
#include "ui/views/compare_view.h"
#include "ui/widgets/chip_group.h"
#include "ui/widgets/plot.h"
#include "ui/widgets/trade_off_plot.h"
#include "ui/run_fixture.h"

#include <QLabel>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace fairloom;
using namespace fairloom::ui;

class TestCompareView : public QObject {
    Q_OBJECT
private slots:
    void tableHoldsExactNumbers();
    void sortsByValueWithUndefinedLast();
    void bestFront();
    void comparable();
    void otherTasksStepBack();
    void seedsAreSummarised();
    void seedsWithUndefinedFigures();
    void scatterAndCurves();
    void csv();
    void empty();
};

namespace {

struct Runs {
    std::vector<std::unique_ptr<RunEntry>> owned;
    std::vector<const RunEntry *> list() const
    {
        std::vector<const RunEntry *> out;
        for (const auto &run : owned)
            out.push_back(run.get());
        return out;
    }
};

Runs four()
{
    Runs runs;
    runs.owned.push_back(fixture::entry(4, "md-1", "md", 0.70, 0.80));        // beaten by l1-1
    runs.owned.push_back(fixture::entry(3, "huber-1", "huber", 0.95, 0.82));
    runs.owned.push_back(fixture::entry(2, "l1-2", "l1", 0.72, 0.81, 2));
    runs.owned.push_back(fixture::entry(1, "l1-1", "l1", 0.76, 0.84, 1));
    return runs;
}

} // namespace

void TestCompareView::tableHoldsExactNumbers()
{
    Runs runs = four();
    Session session;
    CompareView view(session);
    view.showRuns(runs.list(), 3);
    const CompareModel &model = view.model();
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.index(1, CompareModel::name).data().toString(), QString("huber-1"));
    QCOMPARE(model.index(1, CompareModel::loss).data().toString(), QString("Huber-KL"));
    QCOMPARE(model.index(1, CompareModel::dpr).data(CompareModel::valueRole).toDouble(), 0.95);
    QCOMPARE(model.index(1, CompareModel::coverage).data(CompareModel::valueRole).toDouble(), 0.9432);
    QCOMPARE(model.index(1, CompareModel::time).data(CompareModel::valueRole).toDouble(), 34.0);
    QCOMPARE(model.index(2, CompareModel::seed).data().toString(), QString("2"));
    auto *table = view.findChild<QTableView *>("compareTable");
    QCOMPARE(table->currentIndex().data(CompareModel::idRole).toInt(), 3);
}

void TestCompareView::sortsByValueWithUndefinedLast()
{
    Runs runs = four();
    auto broken = std::make_shared<RunOutcome>(*runs.owned[1]->outcome);
    for (auto &[name, source] : broken->result.sources)
        if (name == "student")
            source.protocols["tstr"]["xgboost"].fairness.dpr = Metric::undefined_because(Message("nobody is selected"));
    runs.owned[1]->outcome = broken;
    Session session;
    CompareView view(session);
    view.showRuns(runs.list(), -1);
    auto *table = view.findChild<QTableView *>("compareTable");
    table->sortByColumn(CompareModel::dpr, Qt::AscendingOrder);
    QStringList order;
    for (int row = 0; row < table->model()->rowCount(); ++row)
        order << table->model()->index(row, CompareModel::dpr).data().toString();
    QCOMPARE(order, (QStringList{"0.700", "0.720", "0.760", "undefined"}));
    QVERIFY(table->model()->index(3, CompareModel::dpr).data(Qt::ToolTipRole).toString().contains("nobody is selected"));
    QCOMPARE(view.findChild<TradeOffPlot *>("compareScatter")->front().size(), std::size_t(1));
}

void TestCompareView::bestFront()
{
    Runs runs = four();
    std::vector<CompareRow> rows;
    for (const RunEntry *run : runs.list())
        rows.push_back(CompareFigures::row(*run, {}));
    QCOMPARE(CompareFigures::bestFront(rows, 2), (std::vector<std::size_t>{3, 1})); // l1-1, huber-1
    rows[1].task.positive = "low"; // a run on another task is not compared
    QCOMPARE(CompareFigures::bestFront(rows, 2), (std::vector<std::size_t>{3}));
    QCOMPARE(CompareFigures::bestFront(rows, 1), (std::vector<std::size_t>{1}));
}

void TestCompareView::comparable()
{
    const auto data = [](const char *sha256, const char *recipe) {
        auto out = std::make_shared<Dataset>();
        out->sha256 = sha256;
        out->recipe = recipe;
        return out;
    };
    CompareRow a, b;
    a.task = b.task = {{"sex"}, "income", "high"};
    a.dataset = data("1", "adult");
    b.dataset = data("1", "adult");
    QVERIFY(CompareFigures::comparable(a, b)); // opened twice
    b.task.sensitive = {"sex", "race"};
    QVERIFY(!CompareFigures::comparable(a, b));
    b.task = a.task;
    b.dataset = data("1", "adult:other");
    QVERIFY(!CompareFigures::comparable(a, b));
    b.dataset = data("2", "adult");
    QVERIFY(!CompareFigures::comparable(a, b));
    a.dataset = data("", "");
    b.dataset = data("", "");
    QVERIFY(!CompareFigures::comparable(a, b)); // nothing known of either
}

void TestCompareView::otherTasksStepBack()
{
    Runs runs = four();
    runs.owned[1]->request.task.sensitive = {"race"}; // huber-1
    Session session;
    CompareView view(session);
    view.showRuns(runs.list(), 1);
    const auto *scatter = view.findChild<TradeOffPlot *>("compareScatter");
    QStringList faded;
    for (const TradeOffPlot::Point &point : scatter->points())
        if (point.faded)
            faded << point.label;
    QCOMPARE(faded, QStringList{"huber-1"});
    QCOMPARE(scatter->front(), (std::vector<std::size_t>{3}));
    const auto says = [&view](const QString &part) {
        const QList<QLabel *> labels = view.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->text().contains(part); });
    };
    QVERIFY(says("l1-1 is best in both figures among the 3 runs on this data and task."));
    QVERIFY(view.findChild<QLabel *>("compareSpread")->text().contains("people · sex → income = high"));
    view.showRuns(runs.list(), 3);
    QVERIFY(says("One run on this data and task so far"));
}

void TestCompareView::seedsWithUndefinedFigures()
{
    Runs runs = four();
    std::vector<CompareRow> rows;
    for (const RunEntry *run : runs.list())
        rows.push_back(CompareFigures::row(*run, {}));
    rows[2].eor = Metric::undefined_because(Message("nobody is selected"));
    for (CompareRow &row : rows) {
        row.f1 = Metric::undefined_because(Message("no positive decision"));
        row.density.reset();
    }
    const QString text = CompareFigures::seedSentence(CompareFigures::seedSummaries(rows).at(0), false);
    QVERIFY2(text.contains("DPR 0.740 ± 0.028, EOR 0.700 (1 of 2)"), qPrintable(text));
    QVERIFY2(text.contains("F1 undefined"), qPrintable(text));
    QVERIFY2(!text.contains("density") && text.contains("coverage"), qPrintable(text));
    rows[2].task.target = "job";
    QVERIFY(CompareFigures::seedSummaries(rows).empty());
}

void TestCompareView::seedsAreSummarised()
{
    Runs runs = four();
    std::vector<CompareRow> rows;
    for (const RunEntry *run : runs.list())
        rows.push_back(CompareFigures::row(*run, {}));
    const std::vector<SeedSummary> summaries = CompareFigures::seedSummaries(rows);
    QCOMPARE(summaries.size(), std::size_t(1));
    QCOMPARE(summaries[0].runs, 2);
    QCOMPARE(summaries[0].dpr.mean, 0.74);
    QVERIFY(std::abs(summaries[0].dpr.deviation - 0.0282842712474619) < 1e-12); // |0.76 - 0.72| / sqrt(2)

    rows.push_back(rows[3]); // the same seed again is no further draw
    QCOMPARE(CompareFigures::seedSummaries(rows)[0].runs, 2);
    Session session;
    CompareView view(session);
    view.showRuns(runs.list(), 1);
    const QString text = view.findChild<QLabel *>("compareSpread")->text();
    QVERIFY2(text.contains("L1-KL") && text.contains("2 seeds") && text.contains("0.740 ± 0.028"), qPrintable(text));
}

void TestCompareView::scatterAndCurves()
{
    Runs runs = four();
    Session session;
    CompareView view(session);
    view.showRuns(runs.list(), 3);
    const auto *scatter = view.findChild<TradeOffPlot *>("compareScatter");
    QCOMPARE(scatter->points().size(), std::size_t(5)); // four runs, and the current run's real data; no control in these runs
    QCOMPARE(scatter->points()[1].x, 0.95);
    QCOMPARE(scatter->points()[1].y, 0.82);
    QCOMPARE(scatter->points()[4].label, QString("real"));
    QCOMPARE(scatter->points()[4].id, -1);

    const auto *curves = view.findChild<Plot *>("compareCurves");
    auto *chips = view.findChild<ChipGroup *>("compareCurveChips");
    QCOMPARE(curves->graphCount(), 4);
    QCOMPARE(curves->graph(0)->dataMainValue(1), 0.25);
    chips->setCurrent(0);
    QCOMPARE(curves->graphCount(), 4);
    QCOMPARE(curves->graph(0)->dataMainValue(0), 7.2); // weighted terms, summed
    chips->setCurrent(2);
    QCOMPARE(curves->graph(0)->dataMainValue(1), 0.4);
}

void TestCompareView::csv()
{
    Runs runs = four();
    std::vector<CompareRow> rows;
    for (const RunEntry *run : runs.list())
        rows.push_back(CompareFigures::row(*run, {}));
    const QByteArray text = CompareFigures::csv(rows);
    QCOMPARE(text.count("\r\n"), 5);
    QVERIFY(text.contains("huber-1,people · sex,Huber-KL,8,"));
    QVERIFY(text.contains(",0.94999999999999996,"));
}

void TestCompareView::empty()
{
    Session session;
    CompareView view(session);
    view.showRuns({}, -1);
    QCOMPARE(view.model().rowCount(), 0);
    QVERIFY(view.findChild<TradeOffPlot *>("compareScatter")->points().empty());
}

QTEST_MAIN(TestCompareView)
#include "test_compare_view.moc"
