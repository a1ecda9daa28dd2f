#include "ui/models/audit_csv.h"
#include "ui/models/audit_model.h"
#include "ui/models/audit_words.h"
#include "ui/views/audit_view.h"
#include "ui/widgets/chip_group.h"
#include "ui/widgets/interval_plot.h"
#include "ui/widgets/rates_plot.h"
#include "ui/widgets/warning_list.h"
#include "ui/help_places.h"
#include "ui/run_fixture.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace fairloom;
using namespace fairloom::ui;

class TestAuditView : public QObject {
    Q_OBJECT
private slots:
    void ratiosAreThoseOfTheResult();
    void protocolAndClassifierChangeEverything();
    void choicesAreThoseOfTheResult();
    void missingControls();
    void undefinedIsAWordWithItsReason();
    void threeGroups();
    void tableHoldsExactNumbers();
    void explanations();
    void explanationsLeadToTheManual();
    void explanationFollowsItsFigure();
    void wordsFollowTheNumbers_data();
    void wordsFollowTheNumbers();
    void wordsGiveDirections();
    void findingShowsItsComparison_data();
    void findingShowsItsComparison();
    void warningsAreListed();
    void emptyAndStopped();
    void csvHasEveryFigure();
};

namespace {

QStringList labels(const IntervalPlot *plot)
{
    QStringList out;
    for (const IntervalPlot::Row &row : plot->rows())
        out << row.label;
    return out;
}

const IntervalPlot::Row *row(const IntervalPlot *plot, const QString &source)
{
    for (const IntervalPlot::Row &candidate : plot->rows())
        if (candidate.source == source)
            return &candidate;
    return nullptr;
}

} // namespace

void TestAuditView::ratiosAreThoseOfTheResult()
{
    Session session;
    AuditView view(session);
    view.showOutcome(fixture::outcome());
    const auto *dpr = view.findChild<IntervalPlot *>("dprPlot");
    const auto *eor = view.findChild<IntervalPlot *>("eorPlot");
    QVERIFY(dpr && eor);
    QCOMPARE(labels(dpr), (QStringList{"real", "control", "teacher", "student"}));
    QCOMPARE(row(dpr, "real")->metric->value.value(), 0.318);
    QCOMPARE(row(dpr, "student")->metric->value.value(), 0.763);
    QCOMPARE(row(dpr, "student")->metric->interval->low, 0.71);
    QCOMPARE(row(eor, "control_independent")->metric->value.value(), 0.469);
    QVERIFY(row(dpr, "student")->toolTip.contains("16,281"));
    QVERIFY(row(dpr, "student")->toolTip.contains("0.710 to 0.810"));
    QVERIFY(dpr->accessibleDescription().contains("student: 0.763"));
}

void TestAuditView::protocolAndClassifierChangeEverything()
{
    Session session;
    AuditView view(session);
    view.showOutcome(fixture::outcome());
    const auto *dpr = view.findChild<IntervalPlot *>("dprPlot");
    auto *protocol = view.findChild<ChipGroup *>("protocolChips");
    auto *classifier = view.findChild<ChipGroup *>("classifierChips");
    QVERIFY(protocol && classifier);

    protocol->setCurrent(1);
    QCOMPARE(row(dpr, "student")->metric->value.value(), 0.984);
    QCOMPARE(row(dpr, "real")->metric->value.value(), 0.318); // real on real, whatever is chosen
    QVERIFY(!row(dpr, "teacher")->metric);                    // not judged that way, and not a zero

    protocol->setCurrent(0);
    classifier->setCurrent(1);
    QCOMPARE(row(dpr, "student")->metric->value.value(), 0.9);
    QCOMPARE(row(dpr, "real")->metric->value.value(), 0.35);
    const auto *table = view.findChild<QTableView *>("auditTable");
    QCOMPARE(table->model()->index(3, AuditModel::accuracy).data(AuditModel::valueRole).toDouble(), 0.82);
    QCOMPARE(table->model()->index(1, AuditModel::accuracy).data().toString(), QString("–"));
}

void TestAuditView::choicesAreThoseOfTheResult()
{
    const auto chips = [](const ChipGroup *group) {
        QStringList out;
        for (const QPushButton *chip : group->findChildren<QPushButton *>())
            if (!chip->isHidden())
                out << chip->text();
        return out;
    };
    Session session;
    AuditView view(session);
    auto *protocol = view.findChild<ChipGroup *>("protocolChips"), *classifier = view.findChild<ChipGroup *>("classifierChips");
    view.showOutcome(fixture::outcome());
    QCOMPARE(chips(protocol), (QStringList{"Train synthetic, test real", "Paper protocol (TSTS)"}));
    QCOMPARE(chips(classifier), (QStringList{"XGBoost", "Logistic"}));
    classifier->setCurrent(1);

    // pictures into which a bias was put: judged by a network, and tested without the bias too
    auto outcome = fixture::outcome();
    for (auto &[name, source] : outcome->result.sources) {
        for (auto &[key, judged] : source.protocols)
            judged.erase("logistic");
        const double dpr = name == "real" ? 0.2 : 0.95;
        source.protocols[name == "real" ? "trtr" : "tstr"]["cnn"] = fixture::judged(0.5, 0.5, 0.7, 0.5);
        source.protocols[name == "real" ? "trtr_counterpart" : "tstr_counterpart"]["cnn"] = fixture::judged(dpr, 0.5, 0.6, dpr);
    }
    view.showOutcome(outcome);
    QCOMPARE(chips(protocol), (QStringList{"Train synthetic, test real", "Paper protocol (TSTS)", "Test without the bias"}));
    QCOMPARE(chips(classifier), (QStringList{"XGBoost", "CNN"}));
    QCOMPARE(view.choice().classifier, std::string("xgboost")); // there is no logistic regression here
    view.setChoice({"tstr_counterpart", "cnn"});
    const auto *dpr = view.findChild<IntervalPlot *>("dprPlot");
    QCOMPARE(row(dpr, "student")->metric->value.value(), 0.95);
    QCOMPARE(row(dpr, "real")->metric->value.value(), 0.2);
    const auto *table = view.findChild<QTableView *>("auditTable");
    QCOMPARE(table->model()->index(0, AuditModel::accuracy).data(AuditModel::valueRole).toDouble(), 0.6);
    const QString origin = table->model()->index(3, AuditModel::accuracy).data(Qt::ToolTipRole).toString();
    QVERIFY2(origin.contains("convolutional network") && origin.contains("built-in bias is undone"), qPrintable(origin));
    QVERIFY(view.findChild<QLabel *>("inWords")->text().contains("built-in bias is undone"));
    // latents are no pictures: the other classifier's figures stand there
    const auto &latent = outcome->result.source("student")->representation->classifiers;
    QCOMPARE(table->model()->index(3, AuditModel::latent_accuracy).data(AuditModel::valueRole).isValid(), latent.contains("logistic"));

    view.showOutcome(fixture::outcome()); // back to a table
    QCOMPARE(view.choice(), (AuditChoice{"tstr", "xgboost"}));
}

void TestAuditView::missingControls()
{
    Session session;
    AuditView view(session);
    view.showOutcome(fixture::outcome(false));
    QCOMPARE(labels(view.findChild<IntervalPlot *>("dprPlot")), (QStringList{"real", "teacher", "student"}));
    QCOMPARE(view.findChild<QTableView *>("auditTable")->model()->rowCount(), 3);
    QVERIFY(view.findChild<QLabel *>("inWords")->text().contains("Without a control run"));
}

void TestAuditView::undefinedIsAWordWithItsReason()
{
    auto outcome = fixture::outcome();
    for (auto &[name, source] : outcome->result.sources)
        if (name == "student") {
            ClassifierResult &judged = source.protocols["tstr"]["xgboost"];
            judged.fairness.dpr = Metric::undefined_because(Message("nobody is selected"));
            judged.fairness.groups[0].precision = Metric::undefined_because(Message("no row of Female is selected"));
            judged.utility.f1 = Metric::undefined_because(Message("no positive decision"));
        }
    Session session;
    AuditView view(session);
    view.showOutcome(outcome);
    const auto *dpr = view.findChild<IntervalPlot *>("dprPlot");
    QVERIFY(row(dpr, "student")->metric.has_value());
    QVERIFY(!row(dpr, "student")->metric->value);
    QVERIFY(row(dpr, "student")->toolTip.contains("nobody is selected"));
    const auto *rates = view.findChild<RatesPlot *>("ratesPlot");
    QVERIFY(rates->describe(RatesPlot::precision, 0).contains("no row of Female is selected"));
    const QModelIndex f1 = view.findChild<QTableView *>("auditTable")->model()->index(3, AuditModel::f1);
    QCOMPARE(f1.data().toString(), QString("undefined"));
    QVERIFY(!f1.data(AuditModel::valueRole).isValid());
    QVERIFY(f1.data(Qt::ToolTipRole).toString().contains("no positive decision"));
    QVERIFY(view.findChild<QLabel *>("inWords")->text().contains("undefined: nobody is selected"));
}

void TestAuditView::threeGroups()
{
    auto outcome = fixture::outcome();
    for (auto &[name, source] : outcome->result.sources)
        if (name == "student")
            source.protocols["tstr"]["xgboost"].fairness.groups.push_back(fixture::rates("Other", 12, 0.25, 0.4, 0.5, 0.1, 0.6));
    Session session;
    AuditView view(session);
    view.showOutcome(outcome);
    const auto *rates = view.findChild<RatesPlot *>("ratesPlot");
    QCOMPARE(rates->groups().size(), std::size_t(3));
    QCOMPARE(*rates->groups()[2].tpr.value, 0.5);
    const QString legend = view.findChild<QLabel *>("ratesLegend")->text();
    QVERIFY2(legend.contains("Other n = 12, 3 favourable"), qPrintable(legend));
    QVERIFY(legend.contains("Female n = 5,421, 591 favourable"));

    auto *source = view.findChild<QComboBox *>("ratesSource");
    QCOMPARE(source->currentData().toString(), QString("student"));
    source->setCurrentIndex(source->findData("real"));
    QCOMPARE(rates->groups().size(), std::size_t(2));
}

void TestAuditView::tableHoldsExactNumbers()
{
    Session session;
    AuditView view(session);
    view.showOutcome(fixture::outcome());
    const QAbstractItemModel *model = view.findChild<QTableView *>("auditTable")->model();
    const auto value = [model](int row, int column) { return model->index(row, column).data(AuditModel::valueRole); };
    QCOMPARE(model->index(3, AuditModel::source).data().toString(), QString("student"));
    QCOMPARE(value(3, AuditModel::accuracy).toDouble(), 0.833);
    QCOMPARE(value(3, AuditModel::density).toDouble(), 0.8765);
    QCOMPARE(value(3, AuditModel::coverage).toDouble(), 0.9432);
    QCOMPARE(value(3, AuditModel::leakage_latent).toDouble(), 0.53);
    QCOMPARE(value(0, AuditModel::leakage_rows).toDouble(), 0.93);
    QVERIFY(!value(0, AuditModel::density).isValid()); // real rows have no density
    QCOMPARE(value(3, AuditModel::latent_accuracy).toDouble(), 0.815);
    QCOMPARE(value(3, AuditModel::latent_dpr).toDouble(), 0.7);
    QVERIFY(!value(0, AuditModel::latent_dpr).isValid());
    QVERIFY(model->index(0, AuditModel::latent_dpr).data(Qt::ToolTipRole).toString().contains("only the teacher and the student"));

    // rows or latent: never all columns, which would be cut
    auto *table = view.findChild<QTableView *>("auditTable");
    QVERIFY(!table->isColumnHidden(AuditModel::accuracy) && table->isColumnHidden(AuditModel::latent_eor));
    view.findChild<ChipGroup *>("auditFiguresChips")->setCurrent(1);
    QVERIFY(table->isColumnHidden(AuditModel::accuracy) && !table->isColumnHidden(AuditModel::latent_eor));
    QVERIFY(!table->isColumnHidden(AuditModel::leakage_latent));
    QCOMPARE(model->index(0, AuditModel::density).data().toString(), QString("–"));
    QCOMPARE(model->index(3, AuditModel::accuracy).data().toString(), QString("0.833"));
    QCOMPARE(model->index(3, AuditModel::coverage).data().toString(), QString("0.94"));
    QVERIFY(model->index(3, AuditModel::coverage).data(Qt::ToolTipRole).toString().contains("student: 0.943")); // more of it on request
}

void TestAuditView::explanations()
{
    Session session;
    AuditView view(session);
    view.showOutcome(fixture::outcome());
    auto *table = view.findChild<QTableView *>("auditTable");
    table->setCurrentIndex(table->model()->index(3, AuditModel::coverage));
    const QString text = view.findChild<QLabel *>("auditExplanation")->text();
    QVERIFY2(text.contains("4,000 rows") && text.contains("5,000 real training rows") && text.contains("k = 5"), qPrintable(text));
    table->setCurrentIndex(table->model()->index(3, AuditModel::accuracy));
    QVERIFY(view.findChild<QLabel *>("auditExplanation")->text().contains("16,281 real test rows"));
}

void TestAuditView::explanationsLeadToTheManual()
{
    const HelpPages manual(QStringLiteral("en"));
    Session session;
    AuditView view(session);
    view.showOutcome(fixture::outcome());
    auto *more = view.findChild<QToolButton *>("explanationManual");
    QVERIFY(!more->isVisibleTo(&view)); // nothing is explained yet
    QSignalSpy asked(&view, &AuditView::manualRequested);
    auto *table = view.findChild<QTableView *>("auditTable");
    for (int column = AuditModel::accuracy; column < AuditModel::column_count; ++column) {
        table->setCurrentIndex(table->model()->index(3, column));
        QVERIFY(more->isVisibleTo(&view));
        more->click();
        const QString place = asked.takeFirst().front().toString();
        QVERIFY2(hasPlace(manual, place), qPrintable(place));
    }
    table->setCurrentIndex(table->model()->index(3, AuditModel::coverage));
    more->click();
    QCOMPARE(asked.takeFirst().front().toString(), QStringLiteral("quality#coverage"));
}

void TestAuditView::explanationFollowsItsFigure()
{
    Session session;
    AuditView view(session);
    view.showOutcome(fixture::outcome());
    auto *table = view.findChild<QTableView *>("auditTable");
    const auto *explanation = view.findChild<QLabel *>("auditExplanation");
    const QString nothingChosen = explanation->text();
    QVERIFY(!nothingChosen.isEmpty());
    table->setCurrentIndex(table->model()->index(3, AuditModel::accuracy));
    QVERIFY2(explanation->text().contains("student: 0.833"), qPrintable(explanation->text()));

    for (int i = 0; i < 2; ++i) { // the second time too
        view.setChoice({"tstr", "logistic"});
        QVERIFY2(explanation->text().contains("student: 0.820"), qPrintable(explanation->text()));
        view.setChoice({"tsts", "xgboost"});
        QVERIFY2(explanation->text().contains("student: 0.810"), qPrintable(explanation->text()));
        view.setChoice({"tstr", "xgboost"});
        QVERIFY2(explanation->text().contains("student: 0.833"), qPrintable(explanation->text()));
    }

    view.showOutcome(fixture::outcome(false)); // without the control the student is a row higher
    QVERIFY2(explanation->text().contains("student: 0.833"), qPrintable(explanation->text()));
    QCOMPARE(table->currentIndex(), table->model()->index(2, AuditModel::accuracy));

    auto stopped = fixture::outcome();
    stopped->result.sources.pop_back();
    view.showOutcome(stopped);
    QCOMPARE(explanation->text(), nothingChosen);
    view.showOutcome(nullptr);
    QCOMPARE(explanation->text(), nothingChosen);
}

void TestAuditView::wordsFollowTheNumbers_data()
{
    QTest::addColumn<double>("accuracy");
    QTest::addColumn<QString>("says");
    QTest::newRow("lower") << 0.833 << QString("Accuracy is lower than with real data, 83.3\u00a0% against 87.4\u00a0%.");
    QTest::newRow("higher") << 0.884 << QString("Accuracy is higher than with real data, 88.4\u00a0% against 87.4\u00a0%.");
    QTest::newRow("the same") << 0.874 << QString("Accuracy is the same as with real data");
    QTest::newRow("no better than guessing") << 0.764 << QString("no better than always saying the more frequent label");
}

void TestAuditView::wordsFollowTheNumbers()
{
    QFETCH(double, accuracy);
    QFETCH(QString, says);
    auto outcome = fixture::outcome();
    for (auto &[name, source] : outcome->result.sources)
        if (name == "student")
            source.protocols["tstr"]["xgboost"].utility.accuracy = accuracy;
    const QString words = AuditWords::inWords(outcome->result, {});
    QVERIFY2(words.contains(says), qPrintable(words));
    QVERIFY2(words.contains("selects 76 of “Female” for every 100 of “Male”"), qPrintable(words));
    QVERIFY2(words.contains("real data: 32") && words.contains("control without fairness term: 40"), qPrintable(words));
    QVERIFY2(words.contains("range from 44\u00a0% (Male) to 58\u00a0% (Female)") && words.contains("base rates from 11\u00a0% (Female) to 30\u00a0% (Male)"), qPrintable(words));
}

void TestAuditView::wordsGiveDirections()
{
    auto outcome = fixture::outcome();
    const auto fairness = [&outcome](const char *wanted, const char *protocol) -> Fairness & {
        const auto found = std::find_if(outcome->result.sources.begin(), outcome->result.sources.end(),
                                        [&](const auto &entry) { return entry.first == wanted; });
        return found->second.protocols[protocol]["xgboost"].fairness;
    };
    Fairness &control = fairness("control_independent", "tstr");
    control.groups[0].selection_rate = 0.4; // Female above Male
    control.dpr = 0.5;
    QString words = AuditWords::inWords(outcome->result, {});
    QVERIFY2(words.contains("(real data: 32; control without fairness term: 50 of “Male” for every 100 of “Female”)"), qPrintable(words));

    Fairness &student = fairness("student", "tstr");
    student.groups[0].selection_rate = student.groups[1].selection_rate;
    student.dpr = 1.0;
    control.groups[0].selection_rate = control.groups[1].selection_rate;
    control.dpr = 1.0;
    words = AuditWords::inWords(outcome->result, {});
    QVERIFY2(words.contains("selects all groups equally often (real data: 32 of “Female” for every 100 of “Male”; "
                            "control without fairness term: all groups equally often)."), qPrintable(words));
}

void TestAuditView::findingShowsItsComparison_data()
{
    QTest::addColumn<double>("dpr");
    QTest::addColumn<QString>("says");
    QTest::newRow("plain") << 0.763 << QString("Student 0.76, below the 80 % line");
    QTest::newRow("just below") << 0.797 << QString("Student 0.797, below the 80 % line");
    QTest::newRow("hardly below") << 0.7998 << QString("Student 0.7998, below the 80 % line");
    QTest::newRow("just above") << 0.803 << QString("Student 0.803, above the 80 % line");
}

void TestAuditView::findingShowsItsComparison()
{
    QFETCH(double, dpr);
    QFETCH(QString, says);
    auto outcome = fixture::outcome();
    for (auto &[name, source] : outcome->result.sources)
        if (name == "student")
            source.protocols["tstr"]["xgboost"].fairness.dpr = dpr;
    const QString finding = AuditWords::ratioFinding(outcome->result, {}, &Fairness::dpr);
    QVERIFY2(finding.contains(says), qPrintable(finding));
}

void TestAuditView::warningsAreListed()
{
    auto outcome = fixture::outcome();
    outcome->result.warnings = {Message("First"), Message("Group %1 has 7 rows", {"Other"}), Message("Third")};
    outcome->result.teacher.collapsed = true;
    Session session;
    AuditView view(session);
    view.showOutcome(outcome);
    const auto *warnings = view.findChild<WarningList *>("auditWarnings");
    QVERIFY(!warnings->isHidden());
    QCOMPARE(warnings->warnings(), (QStringList{"First.", "Group Other has 7 rows.", "Third."}));
    view.showOutcome(fixture::outcome());
    QVERIFY(warnings->isHidden());
}

void TestAuditView::emptyAndStopped()
{
    Session session;
    AuditView view(session);
    view.showOutcome(nullptr);
    QVERIFY(view.findChild<IntervalPlot *>("dprPlot")->rows().empty());
    QCOMPARE(view.findChild<QTableView *>("auditTable")->model()->rowCount(), 0);
    auto stopped = std::make_shared<RunOutcome>();
    stopped->result.state = "stopped";
    view.showOutcome(stopped);
    QVERIFY(view.findChild<IntervalPlot *>("dprPlot")->rows().empty());
    view.showOutcome(fixture::outcome());
    QCOMPARE(view.findChild<IntervalPlot *>("dprPlot")->rows().size(), std::size_t(4));
}

void TestAuditView::csvHasEveryFigure()
{
    auto outcome = fixture::outcome();
    for (auto &[name, source] : outcome->result.sources)
        if (name == "student")
            source.protocols["tstr"]["xgboost"].fairness.eor = Metric::undefined_because(Message("a \"quoted\", reason"));
    const QByteArray csv = auditCsv(outcome->result);
    QVERIFY(csv.contains("student,tstr,xgboost,,dpr,0.76300000000000001,0.70999999999999996,0.81000000000000005,\r\n"));
    QVERIFY(csv.contains("student,tstr,xgboost,,eor,,,,\"a \"\"quoted\"\", reason\"\r\n"));
    QVERIFY(csv.contains("real,trtr,xgboost,Female,n,5421,,,\r\n"));
    QVERIFY(csv.contains("student,,,,coverage,"));
}

QTEST_MAIN(TestAuditView)
#include "test_audit_view.moc"
