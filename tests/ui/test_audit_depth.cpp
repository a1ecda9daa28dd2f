#include "core/data/samples.h"
#include "core/study/pipeline.h"
#include "ui/models/audit_csv.h"
#include "ui/models/audit_model.h"
#include "ui/models/audit_words.h"
#include "ui/models/differences_model.h"
#include "ui/views/audit_view.h"
#include "ui/widgets/bar_chart.h"
#include "ui/widgets/chip_group.h"
#include "ui/widgets/interval_plot.h"
#include "ui/audit_fixture.h"
#include "ui/view_looks.h"

#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QTableView>
#include <QTest>

using namespace fairloom;
using namespace fairloom::ui;

/// What goes beyond ratios and rates: seeds, differences, quality in depth, privacy, what decisions lean on.
class TestAuditDepth : public QObject {
    Q_OBJECT
private slots:
    void severalSeeds();
    void oneSeedSaysSo();
    void ruleWithUncertainty_data();
    void ruleWithUncertainty();
    void differences();
    void differencesWithoutAny();
    void depthColumns();
    void privacyColumns();
    void nearUniqueColumns();
    void influences();
    void influencesMissing();
    void importedRows();
    void pictures();
    void csvHasTheNewFigures();
    void looksOfARealRun();
};

namespace {

const IntervalPlot::Row &rowOf(const IntervalPlot *plot, const QString &source)
{
    return *std::find_if(plot->rows().begin(), plot->rows().end(), [&](const IntervalPlot::Row &row) { return row.source == source; });
}

SourceDifference difference(const char *figure, double value, double low, double high, double p)
{
    SourceDifference out{"student", "real", "tstr", "xgboost", "fairness", figure, fixture::interval(value, low, high), p, std::min(1.0, 4 * p)};
    return out;
}

} // namespace

void TestAuditDepth::severalSeeds()
{
    auto outcome = fixture::outcome();
    fixture::judgedOf(*outcome, "student").over_seeds = fixture::seeds(0.77, 0.72);
    Session session;
    AuditView view(session);
    view.showOutcome(outcome);
    const auto *dpr = view.findChild<IntervalPlot *>("dprPlot");
    QCOMPARE(*rowOf(dpr, "student").metric->value, 0.77); // the mean, not the run's own seed
    QCOMPARE(rowOf(dpr, "student").metric->interval->low, 0.71);
    QCOMPARE(rowOf(dpr, "student").seeds.size(), std::size_t(5));
    QCOMPARE(rowOf(dpr, "student").seeds[0], 0.74);
    QVERIFY(rowOf(dpr, "real").seeds.empty());
    const QString remark = AuditWords::intervalRemark(outcome->result, {}, &Fairness::dpr);
    QVERIFY2(remark == "95 % · test rows and 5 seeds", qPrintable(remark));
    QVERIFY(AuditWords::ratioFinding(outcome->result, {}, &Fairness::dpr).startsWith("Student, mean of 5 seeds: 0.77, not settled"));
    const QString tip = rowOf(dpr, "student").toolTip;
    QVERIFY2(tip.contains("mean of 5 seeds") && tip.contains("conservative"), qPrintable(tip));
    const QString words = AuditWords::inWords(outcome->result, {});
    QVERIFY2(words.contains("as the mean of 5 seeds") && !words.contains("One seed") && !words.contains("one seed"), qPrintable(words));
    const auto *figures = view.findChild<QTableView *>("auditTable")->model();
    QVERIFY(figures->index(3, AuditModel::accuracy).data(Qt::ToolTipRole).toString().contains("Mean over 5 seeds: 0.832"));
}

void TestAuditDepth::oneSeedSaysSo()
{
    auto outcome = fixture::outcome();
    QString words = AuditWords::inWords(outcome->result, {});
    QVERIFY2(words.contains("One seed: how much training varies is not in the interval."), qPrintable(words));
    QVERIFY(!words.contains("without an interval"));
    fixture::judgedOf(*outcome, "student").fairness.dpr = 0.763;
    words = AuditWords::inWords(outcome->result, {});
    QVERIFY2(words.contains("These figures come from one seed, without an interval."), qPrintable(words));
}

void TestAuditDepth::ruleWithUncertainty_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<QString>("says");
    QTest::newRow("missed") << 0.71 << 0.79 << QString("below the 80 % line with its whole interval, up to 0.79");
    QTest::newRow("unsettled") << 0.71 << 0.83 << QString("not settled: its interval, 0.71 to 0.83, includes the 80 % line");
    QTest::newRow("met") << 0.803 << 0.88 << QString("above the 80 % line with its whole interval, from 0.803 up");
}

void TestAuditDepth::ruleWithUncertainty()
{
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(QString, says);
    auto outcome = fixture::outcome();
    fixture::judgedOf(*outcome, "student").fairness.dpr = fixture::interval((low + high) / 2, low, high);
    const QString finding = AuditWords::ratioFinding(outcome->result, {}, &Fairness::dpr);
    QVERIFY2(finding.contains(says), qPrintable(finding));
}

void TestAuditDepth::differences()
{
    auto outcome = fixture::outcome();
    outcome->result.differences = {difference("dpr", 0.431, 0.402, 0.463, 0.0002), difference("eor", -0.012, -0.04, 0.02, 0.4)};
    QCOMPARE(DifferencesModel::inWords(outcome->result.differences[0]), QString("student vs real: DPR +0.43 (0.40 to 0.46), p < 0.001"));
    QCOMPARE(DifferencesModel::inWords(outcome->result.differences[1]), QString("student vs real: EOR -0.012 (-0.040 to 0.020), p = 0.400"));
    outcome->result.differences.push_back(difference("accuracy", 0, 0, 0, 1));
    outcome->result.differences.back().difference = Metric::undefined_because(Message("nobody is selected"));
    Session session;
    AuditView view(session);
    view.resize(900, 900);
    view.showOutcome(outcome);
    view.show();
    auto *table = view.findChild<QTableView *>("differencesTable");
    QCOMPARE(table->model()->rowCount(), 3);
    QCOMPARE(table->model()->index(0, DifferencesModel::p_holm).data().toString(), QString("< 0.001"));
    QCOMPARE(table->model()->index(2, DifferencesModel::difference).data().toString(), QString("undefined"));
    QVERIFY(says(view, "DPR +0.43 (0.40 to 0.46), p < 0.001. 1 of 3 differences"));
    table->setCurrentIndex(table->model()->index(0, DifferencesModel::p_holm));
    const QString text = view.findChild<QLabel *>("auditExplanation")->text();
    QVERIFY2(text.contains("Holm") && text.contains("test rows, drawn 200 times") && text.contains("same test rows"), qPrintable(text));
    table->setCurrentIndex(table->model()->index(2, DifferencesModel::difference));
    QVERIFY(view.findChild<QLabel *>("auditExplanation")->text().contains("nobody is selected"));
    view.setChoice({"tstr", "logistic"});
    QCOMPARE(table->model()->rowCount(), 0); // those of the other classifier are not shown for it
}

void TestAuditDepth::differencesWithoutAny()
{
    Session session;
    AuditView view(session);
    view.resize(900, 1600);
    view.showOutcome(fixture::outcome());
    view.show();
    QVERIFY(says(view, "No differences were computed"));
    view.setChoice({"tsts", "xgboost"});
    QVERIFY(says(view, "share no test rows"));
}

void TestAuditDepth::depthColumns()
{
    Session session;
    AuditView view(session);
    view.showOutcome(fixture::scoredOutcome());
    auto *table = view.findChild<QTableView *>("auditTable");
    view.findChild<ChipGroup *>("auditFiguresChips")->setCurrent(AuditModel::depth_part);
    for (int column = AuditModel::accuracy; column < AuditModel::column_count; ++column)
        QCOMPARE(!table->isColumnHidden(column), column >= AuditModel::alpha_precision && column <= AuditModel::marginal_distance);
    const auto value = [table](int row, int column) { return table->model()->index(row, column).data(AuditModel::valueRole); };
    QCOMPARE(value(3, AuditModel::alpha_precision).toDouble(), 0.93);
    QCOMPARE(value(3, AuditModel::beta_recall).toDouble(), 0.71);
    QCOMPARE(value(3, AuditModel::authenticity).toDouble(), 0.58);
    QCOMPARE(value(3, AuditModel::two_sample).toDouble(), 0.712);
    QCOMPARE(value(3, AuditModel::marginal_distance).toDouble(), 0.025);
    QVERIFY(!value(0, AuditModel::two_sample).isValid());
    const auto tip = [table](int column) { return table->model()->index(3, column).data(Qt::ToolTipRole).toString(); };
    QVERIFY2(tip(AuditModel::two_sample).contains("p < 0.001") && tip(AuditModel::two_sample).contains("0.690 to 0.733"), qPrintable(tip(AuditModel::two_sample)));
    QVERIFY2(tip(AuditModel::marginal_distance).contains("Farthest: age"), qPrintable(tip(AuditModel::marginal_distance)));
    QVERIFY(tip(AuditModel::authenticity).contains("authors' code"));
}

void TestAuditDepth::privacyColumns()
{
    Session session;
    AuditView view(session);
    view.resize(900, 900);
    view.showOutcome(fixture::scoredOutcome());
    view.show();
    QVERIFY(!says(view, "do not bound"));
    view.findChild<ChipGroup *>("auditFiguresChips")->setCurrent(AuditModel::privacy_part);
    QVERIFY(says(view, "These figures do not bound what an attacker can learn"));
    auto *table = view.findChild<QTableView *>("auditTable");
    const auto text = [table](int column) { return table->model()->index(3, column).data().toString(); };
    QCOMPARE(text(AuditModel::closest_record), QString("0.36"));
    QCOMPARE(text(AuditModel::exact_copies), QString("0.2"));
    QCOMPARE(text(AuditModel::identifiability), QString("11.4 (49.8)"));
    QCOMPARE(text(AuditModel::attack_advantage), QString("0.01"));
    QCOMPARE(text(AuditModel::linkage), QString("0.31"));
    const auto holdout = [table](int column) { return table->model()->index(0, column).data().toString(); }; // in the row of the real source
    QCOMPARE(holdout(AuditModel::closest_record), QString("0.31"));
    QCOMPARE(holdout(AuditModel::exact_copies), QString("2.1"));
    QCOMPARE(holdout(AuditModel::linkage), QString("0.02")); // chance
    QCOMPARE(holdout(AuditModel::attack_advantage), QString("–"));
    const QString copies = table->model()->index(3, AuditModel::exact_copies).data(Qt::ToolTipRole).toString();
    QVERIFY2(copies.contains("Real holdout rows: 2.1"), qPrintable(copies));
    table->setCurrentIndex(table->model()->index(3, AuditModel::attack_advantage));
    const QString explained = view.findChild<QLabel *>("auditExplanation")->text();
    QVERIFY2(explained.contains("-0.017 to 0.039") && explained.contains("2,500 training rows"), qPrintable(explained));
}

void TestAuditDepth::nearUniqueColumns()
{
    Session session;
    AuditView view(session);
    view.resize(900, 900);
    auto outcome = fixture::scoredOutcome();
    view.showOutcome(outcome);
    view.show();
    auto *without = view.findChild<QPushButton *>("withoutNearUnique");
    QVERIFY(!without->isVisible());
    view.findChild<ChipGroup *>("auditFiguresChips")->setCurrent(AuditModel::privacy_part);
    QVERIFY(without->isVisible());
    QVERIFY(without->text().contains("fnlwgt"));
    auto *table = view.findChild<QTableView *>("auditTable");
    without->click();
    QCOMPARE(table->model()->index(3, AuditModel::closest_record).data().toString(), QString("0.22"));
    QVERIFY(table->model()->index(3, AuditModel::closest_record).data(Qt::ToolTipRole).toString().contains("Without fnlwgt."));
    for (auto &[name, source] : outcome->result.sources)
        if (source.privacy)
            source.privacy->near_unique.clear();
    view.showOutcome(std::make_shared<RunOutcome>(*outcome));
    QVERIFY(!without->isVisible()); // nothing to leave out
}

void TestAuditDepth::influences()
{
    Session session;
    AuditView view(session);
    view.resize(900, 1600);
    view.showOutcome(fixture::scoredOutcome());
    view.show();
    auto *chart = view.findChild<BarChart *>("influenceChart");
    QCOMPARE(chart->barCount(), 16); // eight columns, real and student
    const QString numbers = chart->numbersAsText();
    QVERIFY2(numbers.contains("sex (sensitive)") && numbers.contains("marital-status (proxy)") && numbers.contains("occupation (proxy)"), qPrintable(numbers));
    QVERIFY(!numbers.contains("age (proxy)"));
    QVERIFY(says(view, "12.0\u00a0% of decisions (10.8\u00a0% to 13.2\u00a0%) would change with the other group's value (real: 3.1\u00a0%)."));
    chart->setFocus();
    QTest::keyClick(chart, Qt::Key_Return);
    const QString text = view.findChild<QLabel *>("auditExplanation")->text();
    QVERIFY2(text.contains("sex") && text.contains("2,000 test rows") && text.contains("As “Male”"), qPrintable(text));
}

void TestAuditDepth::influencesMissing()
{
    Session session;
    AuditView view(session);
    view.resize(900, 1600);
    view.showOutcome(fixture::outcome());
    view.show();
    QVERIFY(says(view, "Classifiers were not explained in this run."));
    QCOMPARE(view.findChild<BarChart *>("influenceChart")->barCount(), 0);
}

void TestAuditDepth::importedRows()
{
    auto outcome = fixture::scoredOutcome();
    auto &sources = outcome->result.sources;
    sources.erase(std::remove_if(sources.begin(), sources.end(), [](const auto &entry) { return entry.first != "real" && entry.first != "student"; }), sources.end());
    sources.back().first = "imported";
    sources.back().second.representation.reset();
    outcome->result.differences.clear();
    Session session;
    AuditView view(session);
    view.resize(900, 1600);
    view.showOutcome(outcome);
    view.show();
    QCOMPARE(view.findChild<QTableView *>("auditTable")->model()->rowCount(), 2);
    QVERIFY(says(view, "Imported rows 0."));
    QVERIFY(says(view, "12.0\u00a0% of decisions"));
    auto *slider = view.findChild<QSlider *>("thresholdSlider");
    QVERIFY(slider->isEnabled());
    slider->setValue(40);
    QTRY_VERIFY(says(view, "Shown at a threshold of 0.40"));
    QTRY_VERIFY_WITH_TIMEOUT(!view.isComputing(), 20000);
    QVERIFY(says(view, "imported vs real"));
}

void TestAuditDepth::pictures()
{
    // judged by a network, and the latents by a logistic regression; none of the figures of tables
    auto outcome = fixture::scoredOutcome();
    outcome->result.differences.clear();
    for (auto &[name, source] : outcome->result.sources) {
        for (auto &[protocol, judged] : source.protocols) {
            judged["cnn"] = judge_predictions(judged["xgboost"].scored ? judged["xgboost"].scored : fixture::scoredRows(2, 0.2, 0.5), fixture::sexAlone());
            judged.erase("xgboost");
            judged.erase("logistic");
        }
        source.marginals.reset();
        source.explanation.reset();
    }
    Session session;
    AuditView view(session);
    view.resize(900, 1600);
    view.showOutcome(outcome);
    view.show();
    view.setChoice({"tstr", "cnn"});
    const auto *groups = view.findChild<QTableView *>("groupTable");
    QCOMPARE(groups->model()->rowCount(), 2);
    auto *figures = view.findChild<QTableView *>("auditTable");
    view.findChild<ChipGroup *>("auditFiguresChips")->setCurrent(AuditModel::depth_part);
    QCOMPARE(figures->model()->index(3, AuditModel::marginal_distance).data().toString(), QString("–"));
    QVERIFY(says(view, "Classifiers were not explained"));
    view.findChild<QSlider *>("thresholdSlider")->setValue(30);
    QTRY_VERIFY(says(view, "Shown at a threshold of 0.30"));
    QTRY_VERIFY_WITH_TIMEOUT(!view.isComputing(), 20000);
    keepPictures(view, "audit_pictures");
}

void TestAuditDepth::csvHasTheNewFigures()
{
    auto outcome = fixture::scoredOutcome(true);
    fixture::judgedOf(*outcome, "student").over_seeds = fixture::seeds(0.77, 0.72);
    const QByteArray csv = auditCsv(outcome->result);
    for (const char *line : {"student,,,,alpha_precision,0.93", "student,,,,two_sample_auroc,0.71", "student,,,,dcr_median_holdout,0.31",
                             "student,,,,dcr_median_without_near_unique,0.22", "student,,,,attack_advantage,0.01", "student,,,,linkage_chance,0.0002",
                             "student,,,,changed,0.12", "student,,,age,marginal_distance,0.04", "student,,,occupation,proxy,0.4",
                             "student,tstr,xgboost,,dpr_over_seeds,0.77", "student,tstr,xgboost,sex,dpr,", "student,tstr,xgboost,Female,selection_rate,",
                             "student,tstr,xgboost,Female & Black,fnr,", "student,tstr,xgboost,Female & Black,selection_log_ratio,",
                             "student - real,tstr,xgboost,,dpr,", "student - real,tstr,xgboost,,dpr_p_holm,"})
        QVERIFY2(csv.contains(line), line);
    for (const QByteArray &line : csv.split('\n'))
        QVERIFY2(line.isEmpty() || line.count(',') >= 8, line.constData());
    QVERIFY(!csv.contains("nan"));
}

void TestAuditDepth::looksOfARealRun()
{
    if (qEnvironmentVariableIsEmpty("FAIRLOOM_TEST_PICTURES"))
        QSKIP("pictures only");
    RunRequest request;
    request.name = "balanced-1";
    request.data = std::make_shared<Dataset>(make_sample("hiring", 1));
    request.task = {request.data->suggested_sensitive, request.data->suggested_target, request.data->suggested_positive};
    request.settings.teacher_epochs = 12;
    request.settings.student_epochs = 6;
    request.settings.seeds = 3;
    request.settings.controls = true;
    request.watch = false;
    RunMonitor monitor;
    const auto outcome = std::make_shared<RunOutcome>(run_pipeline(request, monitor, {}));
    QCOMPARE(outcome->result.state, std::string("done"));
    Theme::instance().setMode(Theme::Mode::light);
    Session session;
    AuditView view(session);
    view.showOutcome(outcome);
    view.resize(880, 1700);
    view.show();
    view.findChild<ChipGroup *>("auditFiguresChips")->setCurrent(AuditModel::privacy_part);
    keepPictures(view, "audit_run");
    view.findChild<QSlider *>("thresholdSlider")->setValue(35);
    QTRY_VERIFY_WITH_TIMEOUT(!view.isComputing(), 20000);
    view.findChild<ChipGroup *>("groupPart")->setCurrent(1);
    view.findChild<ChipGroup *>("auditFiguresChips")->setCurrent(AuditModel::rows_part);
    keepPictures(view, "audit_run_moved");
}

QTEST_MAIN(TestAuditDepth)
#include "test_audit_depth.moc"
