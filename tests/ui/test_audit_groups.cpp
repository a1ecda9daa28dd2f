#include "ui/models/groups_model.h"
#include "ui/views/audit/threshold_bar.h"
#include "ui/views/audit_view.h"
#include "ui/widgets/chip_group.h"
#include "ui/widgets/interval_plot.h"
#include "ui/widgets/rates_plot.h"
#include "ui/audit_fixture.h"
#include "ui/view_looks.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QTableView>
#include <QTest>

using namespace fairloom;
using namespace fairloom::ui;

/// Threshold, reference group and the table of groups.
class TestAuditGroups : public QObject {
    Q_OBJECT
private slots:
    void thresholdMovesEveryDecision();
    void intervalsFollow();
    void pointsAreFast();
    void resetGivesTheRunsOwn();
    void ownRowsHaveNoIntervals();
    void referenceGroup();
    void severalSensitiveColumns();
    void undefinedSaysWhy();
    void smallGroupsAreMarked();
    void withoutScoredRows();
    void sourceIsShared();
    void everyNumberIsExplained();
    void looks();

private:
    static QVariant cell(const QTableView *table, int row, int column, int role = Qt::DisplayRole) { return table->model()->index(row, column).data(role); }
};

namespace {

Fairness expected(const RunOutcome &outcome, const std::string &source, double threshold, std::optional<std::size_t> reference = {})
{
    auto copy = outcome;
    const ClassifierResult &judged = fixture::judgedOf(copy, source, source == "real" ? "trtr" : "tstr");
    std::vector<Group> groups;
    for (const GroupRates &rates : judged.fairness.groups)
        groups.push_back(rates.group);
    FairnessOptions options;
    options.threshold = threshold;
    options.reference = reference;
    return compute_fairness(*judged.scored, groups, options);
}

const IntervalPlot::Row &rowOf(const IntervalPlot *plot, const QString &source)
{
    return *std::find_if(plot->rows().begin(), plot->rows().end(), [&](const IntervalPlot::Row &row) { return row.source == source; });
}

} // namespace

void TestAuditGroups::thresholdMovesEveryDecision()
{
    Session session;
    AuditView view(session);
    const auto outcome = fixture::scoredOutcome();
    view.showOutcome(outcome);
    auto *slider = view.findChild<QSlider *>("thresholdSlider");
    const auto *spin = view.findChild<QDoubleSpinBox *>("thresholdSpin");
    const auto *table = view.findChild<QTableView *>("groupTable");
    const auto *rates = view.findChild<RatesPlot *>("ratesPlot");
    QVERIFY(slider->isEnabled());
    QCOMPARE(spin->value(), 0.5);
    const double before = cell(table, 0, GroupsModel::selection_rate, GroupsModel::valueRole).toDouble();

    for (const int place : {30, 72}) {
        slider->setValue(place);
        const Fairness wanted = expected(*outcome, "student", place / 100.0);
        QTRY_COMPARE(cell(table, 0, GroupsModel::selection_rate, GroupsModel::valueRole).toDouble(), *wanted.groups[0].selection_rate.value);
        QCOMPARE(spin->value(), place / 100.0);
        QVERIFY(cell(table, 0, GroupsModel::selection_rate, GroupsModel::valueRole).toDouble() != before);
        for (int g = 0; g < 2; ++g) {
            QCOMPARE(cell(table, g, GroupsModel::fnr, GroupsModel::valueRole).toDouble(), *wanted.groups[std::size_t(g)].fnr.value);
            QCOMPARE(*rates->groups()[std::size_t(g)].tpr.value, *wanted.groups[std::size_t(g)].tpr.value);
        }
        const auto *dpr = view.findChild<IntervalPlot *>("dprPlot");
        QCOMPARE(*rowOf(dpr, "student").metric->value, *wanted.dpr.value);
        QCOMPARE(*rowOf(dpr, "real").metric->value, *expected(*outcome, "real", place / 100.0).dpr.value); // for every source
        QVERIFY(says(view, "stay at the run's own, 0.50"));
    }
    // figures about the rows themselves do not move
    const auto *figures = view.findChild<QTableView *>("auditTable");
    QCOMPARE(figures->model()->index(3, 4).data().toString(), QString("0.88"));
}

void TestAuditGroups::intervalsFollow()
{
    Session session;
    AuditView view(session);
    const auto outcome = fixture::scoredOutcome(false, 60);
    view.showOutcome(outcome);
    const auto *dpr = view.findChild<IntervalPlot *>("dprPlot");
    const auto *table = view.findChild<QTableView *>("differencesTable");
    QVERIFY(rowOf(dpr, "student").metric->interval);
    view.findChild<QSlider *>("thresholdSlider")->setValue(40);
    QTRY_COMPARE(*rowOf(dpr, "student").metric->value, *expected(*outcome, "student", 0.4).dpr.value);
    QTRY_VERIFY_WITH_TIMEOUT(!view.isComputing(), 20000);
    const auto &interval = rowOf(dpr, "student").metric->interval;
    QVERIFY(interval);
    QCOMPARE(interval->draws, 60);
    QVERIFY(interval->low <= *rowOf(dpr, "student").metric->value && *rowOf(dpr, "student").metric->value <= interval->high);
    QVERIFY(table->model()->rowCount() > 0); // differences on the same terms

    // a change in between is not overtaken by an older one
    view.findChild<QSlider *>("thresholdSlider")->setValue(30);
    QTest::qWait(300);
    view.findChild<QSlider *>("thresholdSlider")->setValue(60);
    QTRY_VERIFY_WITH_TIMEOUT(!view.isComputing(), 20000);
    QCOMPARE(*rowOf(dpr, "student").metric->value, *expected(*outcome, "student", 0.6).dpr.value);
}

void TestAuditGroups::pointsAreFast()
{
    const auto outcome = fixture::scoredOutcome(true, 0);
    for (auto &[name, source] : outcome->result.sources)
        for (auto &[protocol, classifiers] : source.protocols)
            for (auto &[classifier, judged] : classifiers)
                judged = judge_predictions(fixture::scoredRows(4, 0.3, 0.5, 16281), fixture::sexAndRace());
    QElapsedTimer timer;
    timer.start();
    const auto moved = judgedOnTerms(outcome->result, {}, {0.4, {}}, 0, {});
    const qint64 took = timer.elapsed();
    QCOMPARE(moved->source("student")->protocols.at("tstr").at("xgboost").fairness.threshold, 0.4);
    qInfo("four sources of 16,281 rows judged anew in %lld ms", static_cast<long long>(took));
    QVERIFY2(took < 1000, qPrintable(QString::number(took))); // generous: other programs may be running
}

void TestAuditGroups::resetGivesTheRunsOwn()
{
    Session session;
    AuditView view(session);
    auto outcome = fixture::scoredOutcome();
    fixture::judgedOf(*outcome, "student").over_seeds = fixture::seeds(0.71, 0.66);
    view.showOutcome(outcome);
    const auto *dpr = view.findChild<IntervalPlot *>("dprPlot");
    auto *reset = view.findChild<QPushButton *>("thresholdReset");
    QVERIFY(!reset->isEnabled());
    QCOMPARE(*rowOf(dpr, "student").metric->value, 0.71);
    QCOMPARE(rowOf(dpr, "student").seeds.size(), std::size_t(5));
    view.findChild<QDoubleSpinBox *>("thresholdSpin")->setValue(0.35);
    QTRY_VERIFY(rowOf(dpr, "student").seeds.empty()); // the other seeds' rows are not at hand
    QCOMPARE(view.findChild<QSlider *>("thresholdSlider")->value(), 35);
    QVERIFY(reset->isEnabled());
    reset->click();
    QTRY_COMPARE(*rowOf(dpr, "student").metric->value, 0.71);
    QVERIFY(!view.isComputing());
    QVERIFY(view.findChild<QLabel *>("thresholdRemark")->isHidden());
}

void TestAuditGroups::ownRowsHaveNoIntervals()
{
    const auto outcome = fixture::scoredOutcome();
    const auto moved = judgedOnTerms(outcome->result, {"tsts", "xgboost"}, {0.3, {}}, 20, {});
    const Fairness &own = moved->source("student")->protocols.at("tsts").at("xgboost").fairness;
    QCOMPARE(own.threshold, 0.3);
    QVERIFY(!own.groups[0].selection_rate.interval && !own.dpr.interval);
    const Fairness &real = moved->source("real")->protocols.at("trtr").at("xgboost").fairness;
    QVERIFY(real.groups[0].selection_rate.interval && real.dpr.interval);
}

void TestAuditGroups::referenceGroup()
{
    Session session;
    AuditView view(session);
    const auto outcome = fixture::scoredOutcome();
    view.showOutcome(outcome);
    auto *reference = view.findChild<QComboBox *>("referenceGroup");
    const auto *table = view.findChild<QTableView *>("groupTable");
    QCOMPARE(reference->count(), 3);
    QCOMPARE(cell(table, 1, GroupsModel::group).toString(), QString("Male (reference)"));
    QCOMPARE(cell(table, 1, GroupsModel::selection_difference).toString(), QString("–"));
    const double difference = cell(table, 0, GroupsModel::selection_difference, GroupsModel::valueRole).toDouble();
    const double ratio = cell(table, 0, GroupsModel::tpr_ratio, GroupsModel::valueRole).toDouble();
    const Fairness own = expected(*outcome, "student", 0.5);
    QCOMPARE(difference, *own.groups[0].against->selection_difference.value);
    QCOMPARE(ratio, std::exp(*own.groups[0].against->tpr_log_ratio.value));

    reference->setCurrentIndex(reference->findData("Female"));
    QTRY_COMPARE(cell(table, 0, GroupsModel::group).toString(), QString("Female (reference)"));
    QCOMPARE(cell(table, 1, GroupsModel::selection_difference, GroupsModel::valueRole).toDouble(), -difference);
    const QString tip = cell(table, 1, GroupsModel::selection_ratio, Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains("Reference group: Female") && tip.contains("95 % interval"), qPrintable(tip));
    QVERIFY(says(view, "against the largest group, as the run did"));
}

void TestAuditGroups::severalSensitiveColumns()
{
    Session session;
    AuditView view(session);
    view.showOutcome(fixture::scoredOutcome(true));
    auto *columns = view.findChild<ChipGroup *>("groupColumns");
    const auto *table = view.findChild<QTableView *>("groupTable");
    QVERIFY(!columns->isHidden());
    QCOMPARE(table->model()->rowCount(), 4);
    columns->setCurrent(1);
    QCOMPARE(table->model()->rowCount(), 2);
    const QString first = cell(table, 0, GroupsModel::group).toString();
    const bool sex = first.startsWith("Female") || first.startsWith("Male");
    QVERIFY2(sex || first.startsWith("Black") || first.startsWith("White"), qPrintable(first));
    columns->setCurrent(2);
    QCOMPARE(table->model()->rowCount(), 2);
    QVERIFY(cell(table, 0, GroupsModel::group).toString().startsWith(sex ? "Black" : "Female"));

    // the reference of one column is the value that the chosen group has there
    auto *reference = view.findChild<QComboBox *>("referenceGroup");
    reference->setCurrentIndex(reference->findData("Female & Black"));
    QTRY_VERIFY(cell(table, 0, GroupsModel::group).toString().endsWith("(reference)"));
    QVERIFY(cell(table, 1, GroupsModel::selection_difference, GroupsModel::valueRole).isValid());

    view.showOutcome(fixture::scoredOutcome(false));
    QVERIFY(columns->isHidden());
    QCOMPARE(table->model()->rowCount(), 2);
}

void TestAuditGroups::undefinedSaysWhy()
{
    auto outcome = fixture::scoredOutcome();
    auto rows = std::make_shared<ScoredRows>(*fixture::judgedOf(*outcome, "student").scored);
    for (std::size_t i = 0; i < rows->rows(); ++i)
        if (rows->group[i] == 0)
            rows->label[i] = 0; // nobody of the first group has the favourable label
    fixture::judgedOf(*outcome, "student") = judge_predictions(rows, fixture::sexAlone());
    Session session;
    AuditView view(session);
    view.showOutcome(outcome);
    auto *table = view.findChild<QTableView *>("groupTable");
    QCOMPARE(cell(table, 0, GroupsModel::tpr).toString(), QString("undefined"));
    QVERIFY(!cell(table, 0, GroupsModel::tpr, GroupsModel::valueRole).isValid());
    const QString why = QString::fromStdString(fixture::judgedOf(*outcome, "student").fairness.groups[0].tpr.undefined.english());
    QVERIFY(!why.isEmpty());
    QVERIFY2(cell(table, 0, GroupsModel::tpr, Qt::ToolTipRole).toString().contains(why), qPrintable(why));
    table->setCurrentIndex(table->model()->index(0, GroupsModel::tpr));
    QVERIFY(view.findChild<QLabel *>("auditExplanation")->text().contains(why));
}

void TestAuditGroups::smallGroupsAreMarked()
{
    Session session;
    AuditView view(session);
    view.showOutcome(fixture::scoredOutcome(true));
    const auto *table = view.findChild<QTableView *>("groupTable");
    QVERIFY2(cell(table, 0, GroupsModel::group).toString().contains("⚠"), qPrintable(cell(table, 0, GroupsModel::group).toString()));
    QVERIFY(cell(table, 0, GroupsModel::group, Qt::ToolTipRole).toString().contains("fewer than 30"));
    QVERIFY(says(view, "1 of 4 groups have fewer than 30 rows"));
}

void TestAuditGroups::withoutScoredRows()
{
    Session session;
    AuditView view(session);
    view.showOutcome(fixture::outcome()); // as opened from a file
    auto *slider = view.findChild<QSlider *>("thresholdSlider");
    QVERIFY(!slider->isEnabled() && !view.findChild<QDoubleSpinBox *>("thresholdSpin")->isEnabled());
    QVERIFY(!view.findChild<QComboBox *>("referenceGroup")->isEnabled());
    QVERIFY(slider->toolTip().contains("does not hold the probabilities"));
    QCOMPARE(view.findChild<QTableView *>("groupTable")->model()->rowCount(), 2);

    // a choice made before does not touch it
    view.showOutcome(fixture::scoredOutcome());
    slider->setValue(30);
    view.showOutcome(fixture::outcome());
    QTRY_VERIFY(!view.isComputing());
    QCOMPARE(*rowOf(view.findChild<IntervalPlot *>("dprPlot"), "student").metric->value, 0.763);
}

void TestAuditGroups::sourceIsShared()
{
    Session session;
    AuditView view(session);
    view.showOutcome(fixture::scoredOutcome());
    auto *rates = view.findChild<QComboBox *>("ratesSource");
    auto *groups = view.findChild<QComboBox *>("groupSource");
    QCOMPARE(groups->currentData().toString(), QString("student"));
    groups->setCurrentIndex(groups->findData("real"));
    QCOMPARE(rates->currentData().toString(), QString("real"));
    rates->setCurrentIndex(rates->findData("teacher"));
    QCOMPARE(groups->currentData().toString(), QString("teacher"));
    view.showOutcome(fixture::scoredOutcome(true));
    QCOMPARE(groups->currentData().toString(), QString("teacher"));
}

void TestAuditGroups::everyNumberIsExplained()
{
    Session session;
    AuditView view(session);
    view.resize(900, 900);
    view.showOutcome(fixture::scoredOutcome());
    view.show();
    auto *table = view.findChild<QTableView *>("groupTable");
    const auto *text = view.findChild<QLabel *>("auditExplanation");
    for (int column = GroupsModel::n; column < GroupsModel::column_count; ++column) {
        table->setCurrentIndex(table->model()->index(0, column));
        QVERIFY2(text->text().contains("student, Female:"), qPrintable(QString::number(column) + text->text()));
        QVERIFY2(text->text().contains("real test rows, selected from a probability of 0.50"), qPrintable(text->text()));
    }
    table->setCurrentIndex(table->model()->index(0, GroupsModel::selection_rate));
    QVERIFY2(text->text().contains("election rate") && text->text().contains("95 % interval") && text->text().contains("Wilson"), qPrintable(text->text()));

    auto *dpr = view.findChild<IntervalPlot *>("dprPlot"); // by keyboard
    QTest::keyClick(dpr, Qt::Key_Down);
    QVERIFY2(text->text().contains("real: 0."), qPrintable(text->text()));
    QVERIFY2(text->text().contains("conservative") && text->text().contains("test rows, drawn 100 times"), qPrintable(text->text()));
    auto *rates = view.findChild<RatesPlot *>("ratesPlot");
    QTest::keyClick(rates, Qt::Key_Right);
    QVERIFY2(text->text().contains("student, Female:"), qPrintable(text->text()));
    view.findChild<QSlider *>("thresholdSlider")->setValue(35);
    QTRY_VERIFY2(text->text().contains("probability of 0.35"), qPrintable(text->text())); // the explanation moves along
}

void TestAuditGroups::looks()
{
    if (qEnvironmentVariableIsEmpty("FAIRLOOM_TEST_PICTURES"))
        QSKIP("pictures only");
    Theme::instance().setMode(Theme::Mode::light);
    Session session;
    AuditView view(session);
    auto outcome = fixture::scoredOutcome(true, 200);
    fixture::judgedOf(*outcome, "student").over_seeds = fixture::seeds(0.77, 0.72);
    view.showOutcome(outcome);
    view.resize(880, 470);
    view.show();
    keepPictures(view, "audit_small");
    view.resize(880, 1900);
    view.findChild<QTableView *>("groupTable")->setCurrentIndex(view.findChild<QTableView *>("groupTable")->model()->index(0, GroupsModel::tpr));
    keepPictures(view, "audit_long");
    view.findChild<ChipGroup *>("groupPart")->setCurrent(1);
    view.findChild<ChipGroup *>("auditFiguresChips")->setCurrent(3);
    view.findChild<QSlider *>("thresholdSlider")->setValue(35);
    QTest::qWait(1500);
    keepPictures(view, "audit_moved");
    view.findChild<ChipGroup *>("auditFiguresChips")->setCurrent(2);
    view.resize(1280, 720);
    keepPictures(view, "audit_wide");
}

QTEST_MAIN(TestAuditGroups)
#include "test_audit_groups.moc"
