// The session over real worker threads: loading, choices, runs, exports; run under the thread sanitizer by ./dev tsan.
#include "ui/small_file.h"
#include "ui/workers/session.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace fairloom;
using namespace fairloom::ui;

namespace {

const Task task{{"group"}, "granted", "yes"};

RunSettings quick()
{
    RunSettings settings;
    settings.teacher_epochs = 2;
    settings.student_epochs = 1;
    settings.batch = 128;
    settings.quality_rows = 200;
    settings.threads = 1;
    return settings;
}

RunSettings endless()
{
    RunSettings settings = quick();
    settings.teacher_epochs = 2000;
    return settings;
}

} // namespace

class TestSession : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void opensSample();
    void missingFileIsASentenceAndLosesNothing();
    void laterFileWins();
    void whyThereIsNoProblem_data();
    void whyThereIsNoProblem();
    void laterTaskWins();
    void trainsAndExports();
    void otherMethodsNameTheirRuns();
    void pausesAndStops();
    void failedRunIsASentence();
    void destructionStopsTheRun();

private:
    void open(Session &session);

    QTemporaryDir folder_;
    QString file_;
};

void TestSession::initTestCase()
{
    file_ = writeSmallFile(folder_);
    QVERIFY(!file_.isEmpty());
}

void TestSession::open(Session &session)
{
    session.openDataset(file_);
    QTRY_VERIFY_WITH_TIMEOUT(session.dataset() != nullptr, 20000);
    session.setTask(task);
    QTRY_VERIFY_WITH_TIMEOUT(session.problem() != nullptr, 20000);
}

void TestSession::opensSample()
{
    Session session;
    QSignalSpy loaded(&session, &Session::datasetChanged);
    session.openDataset(QStringLiteral("sample:hiring"));
    QVERIFY(session.isLoading());
    QVERIFY(!session.loadingText().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(loaded.size(), 1, 20000);
    QVERIFY(!session.isLoading());
    QCOMPARE(session.task().sensitive, session.dataset()->suggested_sensitive);
    QTRY_VERIFY_WITH_TIMEOUT(session.problem() != nullptr, 20000);
    QCOMPARE(session.problem()->groups.size(), std::size_t(2));
    QVERIFY(session.canTrain());
    QVERIFY(session.cannotTrainReason().isEmpty());
}

void TestSession::missingFileIsASentenceAndLosesNothing()
{
    Session session;
    open(session);
    const auto before = session.dataset();
    QSignalSpy failed(&session, &Session::loadFailed);
    session.openDataset(QDir(folder_.path()).filePath(QStringLiteral("nowhere.csv")));
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20000);
    const QString sentence = failed[0][0].toString();
    QVERIFY2(sentence.contains(QStringLiteral("nowhere.csv")) && sentence.endsWith(u'.'), qPrintable(sentence));
    QCOMPARE(session.dataset(), before);
    QVERIFY(session.problem() != nullptr);
    QVERIFY(!session.isLoading());
}

void TestSession::laterFileWins()
{
    Session session;
    session.openDataset(QStringLiteral("sample:lending"));
    session.openDataset(file_);
    QTRY_VERIFY_WITH_TIMEOUT(session.dataset() != nullptr, 20000);
    QTest::qWait(300); // the stopped one must not come in afterwards
    QCOMPARE(session.dataset()->source, file_.toStdString());
}

void TestSession::whyThereIsNoProblem_data()
{
    QTest::addColumn<QStringList>("sensitive");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("positive");
    QTest::newRow("no sensitive column") << QStringList() << "granted" << "yes";
    QTest::newRow("no target") << QStringList{"group"} << "" << "";
    QTest::newRow("no favourable label") << QStringList{"group"} << "granted" << "";
    QTest::newRow("sensitive is target") << QStringList{"granted"} << "granted" << "yes";
    QTest::newRow("label does not occur") << QStringList{"group"} << "granted" << "maybe";
    QTest::newRow("no such column") << QStringList{"gruop"} << "granted" << "yes";
}

void TestSession::whyThereIsNoProblem()
{
    QFETCH(QStringList, sensitive);
    QFETCH(QString, target);
    QFETCH(QString, positive);
    Session session;
    open(session);
    Task wrong;
    for (const QString &name : sensitive)
        wrong.sensitive.push_back(name.toStdString());
    wrong.target = target.toStdString();
    wrong.positive = positive.toStdString();
    session.setTask(wrong);
    QTRY_VERIFY_WITH_TIMEOUT(!session.problemError().isEmpty(), 20000);
    QVERIFY(session.problem() == nullptr);
    QVERIFY(session.problemError().endsWith(u'.'));
    QVERIFY(!session.canTrain());
    QCOMPARE(session.cannotTrainReason(), session.problemError());
    QCOMPARE(session.startRun(), -1);

    session.setTask(task);
    QTRY_VERIFY_WITH_TIMEOUT(session.canTrain(), 20000);
    QVERIFY(session.problemError().isEmpty());
}

void TestSession::laterTaskWins()
{
    Session session;
    open(session);
    Task other = task;
    for (int i = 0; i < 6; ++i) {
        other.positive = i % 2 ? "yes" : "no";
        session.setTask(other);
    }
    other.positive = "no";
    session.setTask(other);
    QVERIFY(session.isProblemPending());
    QTRY_VERIFY_WITH_TIMEOUT(!session.isProblemPending(), 20000);
    QTest::qWait(200);
    QVERIFY(session.problem()->task == other);
}

void TestSession::trainsAndExports()
{
    Session session;
    open(session);
    session.setSettings(quick());
    QSignalSpy ticks(&session, &Session::tick);
    const int id = session.startRun();
    QVERIFY(id > 0);
    QVERIFY(!session.canTrain());
    QCOMPARE(session.startRun(), -1);
    QCOMPARE(session.activeRun(), session.run(id));
    QCOMPARE(session.run(id)->name, QStringLiteral("balanced-1"));
    QTRY_VERIFY_WITH_TIMEOUT(session.activeRun() == nullptr, 120000);
    const RunEntry *run = session.run(id);
    QVERIFY2(run->state == RunEntry::State::done, qPrintable(run->error));
    QVERIFY(ticks.size() > 0);
    QVERIFY(run->outcome && run->outcome->synthetic && run->outcome->model);
    QVERIFY(run->outcome->result.source("student"));
    QVERIFY(session.canTrain());

    QSignalSpy done(&session, &Session::jobFinished), failed(&session, &Session::jobFailed);
    const QString rows = QDir(folder_.path()).filePath(QStringLiteral("rows.csv"));
    session.exportSynthetic(id, rows, QStringLiteral("saved"));
    QTRY_COMPARE_WITH_TIMEOUT(done.size(), 1, 20000);
    QFile file(rows);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readLine()).trimmed(), QStringLiteral("group,district,income,granted"));
    qsizetype lines = 0;
    while (!file.atEnd())
        lines += !file.readLine().isEmpty();
    QCOMPARE(static_cast<std::size_t>(lines), run->outcome->synthetic->rows());

    const QString report = QDir(folder_.path()).filePath(QStringLiteral("report.html"));
    session.exportReport(id, report);
    session.exportModel(id, QDir(folder_.path()).filePath(QStringLiteral("model")));
    QTRY_COMPARE_WITH_TIMEOUT(done.size(), 3, 60000);
    QVERIFY(QFileInfo(report).size() > 1000);
    QVERIFY(QFileInfo::exists(QDir(folder_.path()).filePath(QStringLiteral("model/model.json"))));

    QCOMPARE(failed.size(), 0);
    session.exportSynthetic(id, QStringLiteral("/proc/no/such/place.csv"), QStringLiteral("saved"));
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20000);
    QVERIFY(failed[0][0].toString().endsWith(u'.'));
}

void TestSession::otherMethodsNameTheirRuns()
{
    Session session;
    open(session);
    RunSettings settings = quick();
    settings.method = "reweighing";
    session.setSettings(settings);
    for (const char *name : {"reweighing-1", "reweighing-2"}) {
        const RunEntry *run = session.run(session.startRun());
        QVERIFY(run);
        QCOMPARE(run->name, QLatin1StringView(name));
        session.stopRun();
        QTRY_VERIFY_WITH_TIMEOUT(!session.activeRun(), 60000);
        QVERIFY(run->record && run->record->id == 0 && run->record->settings.method == "reweighing");
    }
}

void TestSession::pausesAndStops()
{
    Session session;
    open(session);
    session.setSettings(endless());
    const int id = session.startRun();
    const RunEntry *run = session.run(id);
    QTRY_VERIFY_WITH_TIMEOUT(run->monitor->status().epoch >= 1, 60000);

    session.pauseRun();
    QCOMPARE(run->state, RunEntry::State::paused);
    QTest::qWait(500); // the step that was under way ends
    const std::size_t points = run->monitor->points_since(CurveStage::teacher, 0).size();
    QTest::qWait(500);
    QCOMPARE(run->monitor->points_since(CurveStage::teacher, 0).size(), points);
    session.resumeRun();
    QCOMPARE(run->state, RunEntry::State::running);
    QTRY_VERIFY_WITH_TIMEOUT(run->monitor->points_since(CurveStage::teacher, 0).size() > points, 60000);

    session.pauseRun(); // a paused run stops as well
    QElapsedTimer time;
    time.start();
    session.stopRun();
    QCOMPARE(run->state, RunEntry::State::stopping);
    QTRY_COMPARE_WITH_TIMEOUT(run->state, RunEntry::State::stopped, 20000);
#ifdef NDEBUG
    QVERIFY2(time.elapsed() < 1000, qPrintable(QStringLiteral("stopped after %1 ms").arg(time.elapsed())));
#endif
    QVERIFY(session.canTrain());
}

void TestSession::failedRunIsASentence()
{
    Session session;
    open(session);
    RunSettings settings = quick();
    settings.batch = 1; // below what is allowed: refused by core on the worker's thread
    session.setSettings(settings);
    const RunEntry *run = session.run(session.startRun());
    QVERIFY(run);
    QTRY_COMPARE_WITH_TIMEOUT(run->state, RunEntry::State::failed, 20000);
    QVERIFY2(run->error.contains(QStringLiteral("batch")) && run->error.endsWith(u'.'), qPrintable(run->error));
    QVERIFY(session.canTrain());
}

void TestSession::destructionStopsTheRun()
{
    auto session = std::make_unique<Session>();
    open(*session);
    session->setSettings(endless());
    const auto monitor = session->run(session->startRun())->monitor;
    QTRY_VERIFY_WITH_TIMEOUT(monitor->status().epoch >= 1, 60000);
    session->pauseRun();
    QElapsedTimer time;
    time.start();
    session.reset();
#ifdef NDEBUG
    QVERIFY2(time.elapsed() < 1000, qPrintable(QStringLiteral("ended after %1 ms").arg(time.elapsed())));
#endif
    QCOMPARE(monitor->status().stage, RunStage::stopped);
}

QTEST_GUILESS_MAIN(TestSession)
#include "test_session.moc"
