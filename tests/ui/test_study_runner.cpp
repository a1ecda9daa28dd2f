// Studies in the window: a real queue with real processes, what can be done with it, and its dock.
#include "core/study/run_json_reader.h"
#include "ui/models/queue_model.h"
#include "ui/study_fixture.h"
#include "ui/view_looks.h"
#include "ui/window/queue_panel.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace fairloom;
using namespace fairloom::ui;

namespace {

constexpr int soon = 20000, in_a_while = 120000;

QueuedTrial trial(const std::string &name, TrialState state)
{
    QueuedTrial out;
    out.study = "s";
    out.name = name;
    out.state = state;
    return out;
}

} // namespace

class TestStudyRunner : public QObject {
    Q_OBJECT
private slots:
    void runsAStudy();
    void pausesAndGoesOn();
    void ordersAndTakesOut();
    void endOfTheSessionLeavesTheRestWaiting();
    void anotherProjectHasAnotherQueue();
    void wrongStudiesAreSentences_data();
    void wrongStudiesAreSentences();
    void cannotRunWithout_data();
    void cannotRunWithout();
    void rowsKeepTheirSelection_data();
    void rowsKeepTheirSelection();
    void panelSaysWhatThereIs();
};

void TestStudyRunner::runsAStudy()
{
    StudyFixture f;
    f.openProject();
    QSignalSpy added(&f.runner, &StudyRunner::added), failed(&f.runner, &StudyRunner::addFailed);
    f.runner.add(StudyFixture::study(QStringLiteral("tiny"), 1, 1, StudyFixture::fewRows()));
    QTRY_COMPARE_WITH_TIMEOUT(added.size(), 1, soon);
    QCOMPARE(failed.size(), 0);
    QCOMPARE(f.runner.snapshot().trials.size(), std::size_t(2));
    QTRY_VERIFY_WITH_TIMEOUT(f.runner.isRunning(), soon);
    QTRY_COMPARE_WITH_TIMEOUT(f.count(TrialState::done), 2, in_a_while);
    QTRY_VERIFY_WITH_TIMEOUT(!f.runner.isRunning(), soon);
    QCOMPARE(f.runner.left(), std::size_t(0));
    QVERIFY2(f.runner.problem().isEmpty(), qPrintable(f.runner.problem()));
    for (const QueuedTrial &one : f.runner.snapshot().trials) {
        QCOMPARE(one.attempts, 1);
        QVERIFY(one.seconds > 0);
        const RunResult result = read_run_result(toPath(f.session.projectFolder()) / "runs" / one.name / "run.json");
        QCOMPARE(result.state, std::string("done"));
        QCOMPARE(result.settings.teacher_epochs, 1);
    }
    // the session finds them in the project by itself
    QTRY_COMPARE_WITH_TIMEOUT(f.session.runs().size(), std::size_t(2), soon);
    for (const RunEntry *run : f.session.runs())
        QCOMPARE(run->record->study, std::string("tiny"));
}

void TestStudyRunner::pausesAndGoesOn()
{
    StudyFixture f;
    f.openProject();
    f.runner.add(StudyFixture::study(QStringLiteral("long"), 1, 300));
    QTRY_VERIFY_WITH_TIMEOUT(f.count(TrialState::running) > 0, in_a_while);
    f.runner.pause();
    QTRY_VERIFY_WITH_TIMEOUT(f.runner.isPaused(), soon);
    QTest::qWait(500); // what was told before it stood still has come in
    const std::vector<QueuedTrial> before = f.runner.snapshot().trials;
    QTest::qWait(1500);
    QVERIFY(f.runner.isPaused());
    QCOMPARE(f.runner.snapshot().trials == before, true);
    f.runner.goOn();
    QTRY_VERIFY_WITH_TIMEOUT(!f.runner.isPaused() && !(f.runner.snapshot().trials == before), in_a_while);
    f.runner.cancelStudy(QStringLiteral("long"));
    QTRY_COMPARE_WITH_TIMEOUT(f.count(TrialState::cancelled), 2, soon);
    QTRY_VERIFY_WITH_TIMEOUT(!f.runner.isRunning(), in_a_while);
}

void TestStudyRunner::ordersAndTakesOut()
{
    StudyFixture f;
    f.openProject();
    f.runner.add(StudyFixture::study(QStringLiteral("order"), 4, 300));
    QTRY_VERIFY_WITH_TIMEOUT(f.count(TrialState::running) > 0, in_a_while);
    f.runner.pause();
    QTRY_VERIFY_WITH_TIMEOUT(f.runner.isPaused(), soon);
    const QStringList waiting = f.names(TrialState::waiting);
    QVERIFY(waiting.size() >= 4);

    f.runner.move({waiting[1]}, -1);
    QTRY_COMPARE_WITH_TIMEOUT(f.names(TrialState::waiting).mid(0, 2), QStringList({waiting[1], waiting[0]}), soon);
    f.runner.move({waiting[1], waiting[0]}, 1); // several keep their order
    QTRY_COMPARE_WITH_TIMEOUT(f.names(TrialState::waiting).mid(0, 3), QStringList({waiting[2], waiting[1], waiting[0]}), soon);
    f.runner.moveToFront({waiting[0], waiting[3]});
    QTRY_COMPARE_WITH_TIMEOUT(f.names(TrialState::waiting).mid(0, 4), QStringList({waiting[0], waiting[3], waiting[2], waiting[1]}), soon);

    const auto all = f.runner.snapshot().trials.size();
    f.runner.cancel({waiting[0], waiting[3]});
    QTRY_COMPARE_WITH_TIMEOUT(f.names(TrialState::cancelled).size(), 2, soon);
    f.runner.retry({waiting[3]});
    QTRY_VERIFY_WITH_TIMEOUT(f.names(TrialState::waiting).contains(waiting[3]), soon);
    QCOMPARE(f.names(TrialState::cancelled), QStringList{waiting[0]});
    f.runner.clearEnded();
    QTRY_COMPARE_WITH_TIMEOUT(f.runner.snapshot().trials.size(), all - 1, soon);
    f.runner.cancelStudy(QStringLiteral("order"));
    QTRY_VERIFY_WITH_TIMEOUT(!f.runner.isRunning(), in_a_while);
}

void TestStudyRunner::endOfTheSessionLeavesTheRestWaiting()
{
    QTemporaryDir root;
    {
        StudyFixture f;
        f.openProject(QStringLiteral("p"), root.path());
        f.runner.add(StudyFixture::study(QStringLiteral("left"), 1, 40));
        QTRY_VERIFY_WITH_TIMEOUT(f.count(TrialState::running) > 0, in_a_while);
    }
    const QueueSnapshot between = StudyQueue(toPath(root.filePath(QStringLiteral("p"))), {}).snapshot();
    QCOMPARE(between.count(TrialState::waiting), std::size_t(2));

    StudyFixture f;
    QSignalSpy interrupted(&f.runner, &StudyRunner::interrupted);
    f.openProject(QStringLiteral("p"), root.path());
    QTRY_COMPARE_WITH_TIMEOUT(interrupted.size(), 1, soon);
    QCOMPARE(interrupted[0][0].toInt(), 2);
    QCOMPARE(interrupted[0][1].toInt(), 2);
    QTest::qWait(600);
    QVERIFY(!f.runner.isRunning()); // it waits for an answer
    f.runner.goOn();
    QTRY_COMPARE_WITH_TIMEOUT(f.count(TrialState::done), 2, in_a_while);
    QCOMPARE(interrupted.size(), 1);
}

void TestStudyRunner::anotherProjectHasAnotherQueue()
{
    StudyFixture f;
    f.openProject(QStringLiteral("first"));
    f.runner.add(StudyFixture::study(QStringLiteral("one"), 1, 300));
    QTRY_VERIFY_WITH_TIMEOUT(f.count(TrialState::running) > 0, in_a_while);
    f.openProject(QStringLiteral("second"));
    QTRY_COMPARE_WITH_TIMEOUT(f.runner.snapshot().trials.size(), std::size_t(0), soon);
    QVERIFY(!f.runner.isRunning());
    const auto leftThere = [&] { return StudyQueue(toPath(f.folder.filePath(QStringLiteral("first"))), {}).snapshot().count(TrialState::waiting); };
    QTRY_COMPARE_WITH_TIMEOUT(leftThere(), std::size_t(2), in_a_while);
}

void TestStudyRunner::wrongStudiesAreSentences_data()
{
    QTest::addColumn<QString>("study");
    QTest::addColumn<QString>("part"); // of the sentence
    QTest::newRow("no JSON") << "{" << "study";
    QTest::newRow("unknown part") << R"({"name": "x", "dada": {}})" << "dada";
    QTest::newRow("unknown setting") << StudyFixture::study(QStringLiteral("x"), 1, 1, QStringLiteral(R"(, "lozz": 1)")) << "lozz";
    QTest::newRow("value outside its range") << StudyFixture::study(QStringLiteral("x"), 1, -3) << "teacher_epochs";
    QTest::newRow("no data") << R"({"name": "x", "seeds": [1]})" << "data";
}

void TestStudyRunner::wrongStudiesAreSentences()
{
    QFETCH(QString, study);
    QFETCH(QString, part);
    StudyFixture f;
    f.openProject();
    QSignalSpy added(&f.runner, &StudyRunner::added), failed(&f.runner, &StudyRunner::addFailed);
    f.runner.add(study);
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, soon);
    const QString sentence = failed[0][0].toString();
    QVERIFY2(sentence.contains(part) && sentence.endsWith(u'.'), qPrintable(sentence));
    QCOMPARE(added.size(), 0);
    QVERIFY(!f.runner.isRunning());
    QCOMPARE(f.runner.snapshot().trials.size(), std::size_t(0));
}

void TestStudyRunner::cannotRunWithout_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<bool>("project");
    QTest::addColumn<QString>("part");
    QTest::newRow("program") << "/nowhere/fairloom-cli" << true << "/nowhere/fairloom-cli";
    QTest::newRow("project") << StudyRunner::programBesideThis() << false << "project";
}

void TestStudyRunner::cannotRunWithout()
{
    QFETCH(QString, program);
    QFETCH(bool, project);
    QFETCH(QString, part);
    StudyFixture f(program);
    if (project)
        f.openProject();
    QSignalSpy failed(&f.runner, &StudyRunner::addFailed);
    f.runner.add(StudyFixture::study(QStringLiteral("x"), 1));
    QCOMPARE(failed.size(), 1);
    const QString sentence = failed[0][0].toString();
    QVERIFY2(sentence.contains(part) && sentence.count(u'.') == 1, qPrintable(sentence));
    QCOMPARE(f.runner.cannotRunReason(), sentence);
}

void TestStudyRunner::rowsKeepTheirSelection_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("resets"); // rows that are chosen at last
    QTest::newRow("nothing changes") << "abcd" << "abcd" << "b";
    QTest::newRow("moves") << "abcd" << "bacd" << "b";
    QTest::newRow("goes to the end") << "abcd" << "acdb" << "b";
    QTest::newRow("others go") << "abcd" << "bd" << "b";
    QTest::newRow("others come") << "abcd" << "abcdef" << "b";
    QTest::newRow("all at once") << "abcd" << "fdbe" << "b";
    QTest::newRow("it goes itself") << "abcd" << "acd" << "";
}

void TestStudyRunner::rowsKeepTheirSelection()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QString, resets);
    const auto trials = [](const QString &names) {
        std::vector<QueuedTrial> out;
        for (const QChar name : names)
            out.push_back(trial(QString(name).toStdString(), TrialState::waiting));
        return out;
    };
    QueueModel model;
    QTableView view;
    view.setModel(&model);
    view.setSelectionBehavior(QAbstractItemView::SelectRows);
    model.setTrials(trials(before), false);
    view.selectRow(1);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setTrials(trials(after), false);
    QString shown, chosen;
    for (int row = 0; row < model.rowCount(); ++row)
        shown += model.index(row, QueueModel::Name).data().toString();
    const QModelIndexList rows = view.selectionModel()->selectedRows();
    for (const QModelIndex &row : rows)
        chosen += row.data(QueueModel::NameRole).toString();
    QCOMPARE(shown, after);
    QCOMPARE(chosen.contains(u'b'), resets == QLatin1StringView("b"));
    QCOMPARE(reset.size(), 0);
}

void TestStudyRunner::panelSaysWhatThereIs()
{
    StudyFixture f;
    QueuePanel panel(f.runner);
    panel.resize(1440, 190);
    panel.show();
    QVERIFY(says(panel, QStringLiteral("A study makes many runs")));
    QSignalSpy requested(&panel, &QueuePanel::studyRequested);
    QTest::mouseClick(panel.findChild<QPushButton *>(QStringLiteral("queueEmptyStudyButton")), Qt::LeftButton);
    QCOMPARE(requested.size(), 1);
    keepPictures(panel, QStringLiteral("queue_empty"));

    f.openProject();
    f.runner.add(StudyFixture::study(QStringLiteral("which loss"), 3, 300));
    QTRY_VERIFY_WITH_TIMEOUT(f.count(TrialState::running) > 0, in_a_while);
    auto *table = panel.findChild<QTableView *>(QStringLiteral("queueTable"));
    QCOMPARE(table->model()->rowCount(), 6);
    QVERIFY(says(panel, QStringLiteral("0 of 6 runs done")));
    auto *pause = panel.findChild<QPushButton *>(QStringLiteral("queuePauseButton"));
    QCOMPARE(pause->text(), QStringLiteral("Pause"));
    QTest::mouseClick(pause, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(pause->text(), QStringLiteral("Go on"), soon);
    QTRY_VERIFY(says(panel, QStringLiteral("paused")));

    // by keys: the last one first, then out, then in again
    auto *retry = panel.findChild<QPushButton *>(QStringLiteral("queueRetryButton"));
    auto *clear = panel.findChild<QPushButton *>(QStringLiteral("queueClearButton"));
    QVERIFY(!retry->isEnabled() && !clear->isEnabled());
    const QString last = table->model()->index(5, QueueModel::Name).data().toString();
    panel.activateWindow();
    table->setFocus();
    table->selectRow(5);
    QTest::keyClick(table, Qt::Key_Home, Qt::AltModifier);
    QTRY_COMPARE_WITH_TIMEOUT(f.names(TrialState::waiting).value(0), last, soon);
    QCOMPARE(table->selectionModel()->selectedRows().value(0).data(QueueModel::NameRole).toString(), last);
    QTest::keyClick(table, Qt::Key_Delete);
    QTRY_COMPARE_WITH_TIMEOUT(f.names(TrialState::cancelled), QStringList{last}, soon);
    QTRY_VERIFY(retry->isEnabled() && clear->isEnabled());
    keepPictures(panel, QStringLiteral("queue_paused"));
    QTest::mouseClick(clear, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 5, soon);
    for (const QPushButton *button : panel.findChildren<QPushButton *>())
        QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty(), qPrintable(button->objectName()));
    f.runner.cancelStudy(QStringLiteral("which loss"));
    QTRY_VERIFY_WITH_TIMEOUT(!f.runner.isRunning(), in_a_while);
    QTRY_VERIFY(says(panel, QStringLiteral("0 of 5 runs done")));
}

QTEST_MAIN(TestStudyRunner)
#include "test_study_runner.moc"
