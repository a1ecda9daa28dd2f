// Projects: real folders, real runs, closed and opened again, and what a person does with the runs that are in them.
#include "core/base/file_output.h"
#include "core/study/run_json.h"
#include "core/study/store/project_file.h"
#include "ui/models/runs_filter.h"
#include "ui/models/runs_model.h"
#include "ui/project_fixture.h"
#include "ui/views/run_prompt.h"
#include "ui/widgets/card.h"

#include <algorithm>

using namespace project_fixture;

class TestProject : public QObject {
    Q_OBJECT
private slots:
    void init();
    void emptyUntitledLeavesNothing();
    void everythingComesBack();
    void stoppedAndFailedRunsAreKept();
    void whatIsNoProjectIsRefused();
    void savedElsewhere();
    void removedRunsCanBeBroughtBack();
    void describedRunsStaySo();
    void search_data();
    void search();
    void otherProcessesAddRuns();
    void dataThatAreGone();
    void dataThatChanged();
    void unwritableFolderLosesNothing();
    void filesThatCannotBeWritten();
    void folderOfASweep();

private:
    void openSmall(Session &session) { openData(session, home_->file); }
    QString path(const char *name) const { return home_->path(name); }

    std::unique_ptr<Home> home_;
};

void TestProject::init()
{
    home_.reset(); // before the next one is the application's
    home_ = std::make_unique<Home>("test_project");
    QVERIFY(untitledRoot().string().starts_with(home_->folder.path().toStdString()));
    QVERIFY(!home_->file.isEmpty());
}

void TestProject::emptyUntitledLeavesNothing()
{
    {
        Session session;
        session.newProject();
        QTRY_VERIFY_WITH_TIMEOUT(session.hasProject(), 20000);
        QVERIFY(session.isProjectUntitled());
        QCOMPARE(session.projectTitle(), QStringLiteral("Untitled 1"));
        QVERIFY(QFileInfo::exists(QDir(session.projectFolder()).filePath("index.sqlite")));
        Session other; // of another window
        other.newProject();
        QTRY_VERIFY_WITH_TIMEOUT(other.hasProject(), 20000);
        QCOMPARE(other.projectTitle(), QStringLiteral("Untitled 2"));
        openSmall(session); // to have looked at data is nothing to be kept
    }
    QCOMPARE(QDir(toQString(untitledRoot().string())).entryList(QDir::Dirs | QDir::NoDotAndDotDot), QStringList());
}

void TestProject::everythingComesBack()
{
    QString project;
    std::string trainedJson, importedJson;
    std::size_t rows = 0;
    RunSettings settings = quick();
    settings.lambda = 0.3;
    Task chosen = task;
    chosen.positive = "no";
    std::vector<CurvePoint> points;
    {
        Session session;
        session.newProject();
        QTRY_VERIFY_WITH_TIMEOUT(session.hasProject(), 20000);
        project = session.projectFolder();
        openSmall(session);
        session.setSettings(quick());
        const int id = train(session);
        const RunEntry *run = session.run(id);
        QVERIFY2(run && run->state == RunEntry::State::done, run ? qPrintable(run->error) : "");
        QCOMPARE(run->name, QStringLiteral("balanced-1"));
        QVERIFY(run->record && run->record->id > 0);
        QCOMPARE(QDir(project).relativeFilePath(session.folderOf(*run)), QStringLiteral("runs/balanced-1"));
        for (const char *name : {"run.json", "synthetic.csv", "losses.csv", "report.html", "model.json", "student.safetensors"})
            QVERIFY2(QFileInfo(QDir(session.folderOf(*run)).filePath(QLatin1StringView(name))).size() > 0, name);
        trainedJson = run_json(run->outcome->result);
        rows = run->outcome->synthetic->rows();
        points = run->monitor->points_since(CurveStage::teacher, 0);

        const QString copy = path("generated.csv");
        QVERIFY(QFile::copy(home_->file, copy));
        const int judged = session.judgeRows(copy);
        QVERIFY(judged > 0);
        QTRY_VERIFY_WITH_TIMEOUT(!session.activeRun(), 120000);
        QVERIFY2(session.run(judged)->outcome, qPrintable(session.run(judged)->error));
        importedJson = run_json(session.run(judged)->outcome->result);
        session.selectRun(id);
        session.setTask(chosen);
        session.setSettings(settings);
        session.setWindowState(QStringLiteral("{\"view\":3}"));
    }
    Session session;
    QSignalSpy readAgain(&session, &Session::currentRunChanged);
    open(session, project);
    QCOMPARE(names(session), (QStringList{"imported-1", "balanced-1"}));
    QCOMPARE(session.currentRun()->name, QStringLiteral("balanced-1"));
    QVERIFY(session.settings() == settings);
    QVERIFY(session.task() == chosen);
    QCOMPARE(session.windowState(), QStringLiteral("{\"view\":3}"));
    QVERIFY(session.isRestoring());
    QTRY_VERIFY_WITH_TIMEOUT(session.problem() != nullptr, 20000);
    QCOMPARE(session.dataset()->source, home_->file.toStdString());
    QVERIFY(session.task() == chosen && session.settings() == settings);

    const RunEntry *run = session.currentRun();
    QTRY_VERIFY_WITH_TIMEOUT(run->outcome && run->outcome->synthetic && run->curves, 20000);
    QVERIFY2(run->gap.isEmpty(), qPrintable(run->gap));
    QCOMPARE(run_json(run->outcome->result), trainedJson);
    QCOMPARE(run->outcome->synthetic->rows(), rows);
    QVERIFY(run->outcome->problem && run->outcome->model);
    QVERIFY(run->outcome->problem->task == task); // its own, not the one that is chosen now
    QTRY_COMPARE(run->monitor->points_since(CurveStage::teacher, 0).size(), points.size());
    const CurvePoint last = run->monitor->points_since(CurveStage::teacher, 0).back();
    for (std::size_t t = 0; t < points.back().weighted.size(); ++t)
        QCOMPARE(float(last.weighted[t]), float(points.back().weighted[t]));
    QVERIFY(run->record->judgement("student", "tstr", "xgboost")->accuracy);
    const Metric &accuracy = run->outcome->result.source("student")->protocols.at("tstr").at("xgboost").utility.accuracy;
    QCOMPARE(*run->record->judgement("student", "tstr", "xgboost")->accuracy.value, *accuracy.value);

    QSignalSpy done(&session, &Session::jobFinished), failed(&session, &Session::jobFailed);
    session.exportModel(run->id, path("model"));
    session.exportReport(run->id, path("again.html"));
    session.exportSynthetic(run->id, path("again.csv"), QStringLiteral("saved"));
    QTRY_COMPARE_WITH_TIMEOUT(done.size(), 3, 60000);
    QFile before(QDir(session.folderOf(*run)).filePath("synthetic.csv")), after(path("again.csv"));
    QVERIFY(before.open(QIODevice::ReadOnly) && after.open(QIODevice::ReadOnly));
    QVERIFY(before.readAll() == after.readAll());

    session.selectRun(session.runs().front()->id);
    run = session.currentRun();
    QTRY_VERIFY_WITH_TIMEOUT(run->outcome && run->outcome->synthetic, 20000);
    QCOMPARE(run_json(run->outcome->result), importedJson);
    QCOMPARE(run->judgedFile, path("generated.csv"));

    // names go on where they were
    session.setSettings(quick());
    QTRY_VERIFY_WITH_TIMEOUT(session.canTrain(), 20000);
    const int next = train(session);
    QCOMPARE(session.run(next)->name, QStringLiteral("balanced-2"));
    QCOMPARE(failed.size(), 0);
}

void TestProject::stoppedAndFailedRunsAreKept()
{
    const QString project = path("study");
    QString error;
    {
        Session session;
        QVERIFY(QDir().mkpath(project));
        fill(project, 0);
        open(session, project);
        openSmall(session);
        session.setSettings(endless());
        const RunEntry *run = session.run(session.startRun());
        QTRY_VERIFY_WITH_TIMEOUT(run->monitor->status().epoch >= 1, 60000);
        session.stopRun();
        QTRY_COMPARE_WITH_TIMEOUT(run->state, RunEntry::State::stopped, 20000);
        QVERIFY(run->record);
        QCOMPARE(run->record->state, std::string("stopped"));

        RunSettings settings = quick();
        settings.batch = 1;
        session.setSettings(settings);
        run = session.run(train(session));
        QCOMPARE(run->state, RunEntry::State::failed);
        error = run->error;
        session.setSettings(quick());
    }
    Session session;
    open(session, project);
    QCOMPARE(session.runs().size(), std::size_t(2));
    QCOMPARE(session.runs()[0]->state, RunEntry::State::failed);
    QCOMPARE(session.runs()[0]->error, error);
    QCOMPARE(session.runs()[1]->state, RunEntry::State::stopped);
    QTRY_VERIFY_WITH_TIMEOUT(!session.runs()[0]->gap.isEmpty(), 20000); // it has no files to be shown
    session.selectRun(session.runs()[1]->id);
    QTRY_VERIFY_WITH_TIMEOUT(session.runs()[1]->outcome != nullptr, 20000);
    QCOMPARE(session.runs()[1]->outcome->result.state, std::string("stopped"));
    QTRY_VERIFY_WITH_TIMEOUT(session.runs()[1]->gap.contains(u"stopped before"), 20000);
}

void TestProject::whatIsNoProjectIsRefused()
{
    Session session;
    fill(path("study"), 1);
    open(session, path("study"));
    QVERIFY(QDir().mkpath(path("pictures")));
    QSignalSpy failed(&session, &Session::projectFailed);
    session.openProject(path("pictures"));
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20000);
    QVERIFY(failed[0][0].toString().contains(u"pictures") && failed[0][0].toString().endsWith(u'.'));
    QCOMPARE(session.projectFolder(), path("study"));
    QCOMPARE(session.runs().size(), std::size_t(1));
    QCOMPARE(QDir(path("pictures")).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList());

    // damaged: the runs are there, the rest is as at the beginning, and it is said
    QVERIFY(QDir().mkpath(path("damaged")));
    fill(path("damaged"), 2);
    write_file(toPath(path("damaged/project.json")), "{ \"fairloom_project\": 1, \"task\": [");
    QSignalSpy noted(&session, &Session::projectNoted);
    open(session, path("damaged"));
    QTRY_COMPARE(noted.size(), 1);
    QVERIFY2(noted[0][0].toString().contains(u"project.json"), qPrintable(noted[0][0].toString()));
    QCOMPARE(session.runs().size(), std::size_t(2));
}

void TestProject::savedElsewhere()
{
    Session session;
    session.newProject();
    QTRY_VERIFY_WITH_TIMEOUT(session.hasProject(), 20000);
    const QString untitled = session.projectFolder();
    openSmall(session);
    session.setSettings(quick());
    const int id = train(session);
    const RunEntry *run = session.run(id);
    QVERIFY2(run && run->outcome, run ? qPrintable(run->error) : "");

    QSignalSpy changed(&session, &Session::projectChanged), failed(&session, &Session::projectFailed);
    QVERIFY(QDir().mkpath(path("full")));
    write_file(toPath(path("full/letter.txt")), "not to be lost");
    session.saveProjectAs(path("full"));
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20000);
    QVERIFY(failed[0][0].toString().contains(u"not empty"));
    QCOMPARE(session.projectFolder(), untitled);
    session.saveProjectAs(QDir(untitled).filePath("inside"));
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 2, 20000);

    session.saveProjectAs(path("first"));
    QVERIFY(session.isProjectBusy() && !session.canTrain());
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, 20000);
    QCOMPARE(session.projectFolder(), path("first"));
    QVERIFY(!session.isProjectUntitled());
    QVERIFY(!QFileInfo::exists(untitled)); // it has moved
    QVERIFY(QFileInfo::exists(QDir(session.folderOf(*run)).filePath("run.json")));
    QVERIFY(session.folderOf(*run).startsWith(path("first")));
    QCOMPARE(session.run(id), run); // the same, with what is in memory
    QVERIFY(run->outcome);

    session.saveProjectAs(path("second"));
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 2, 20000);
    QVERIFY(QFileInfo::exists(path("first/project.json"))); // it is a copy
    QVERIFY(train(session) > 0);
    QCOMPARE(RunStore(toPath(path("first"))).records().size(), std::size_t(1));
    QTRY_COMPARE(RunStore(toPath(path("second"))).records().size(), std::size_t(2));
    QCOMPARE(failed.size(), 2);
}

void TestProject::removedRunsCanBeBroughtBack()
{
    const QString project = path("study");
    fill(project, 4);
    QString gone;
    {
        Session session;
        open(session, project);
        const QStringList all = names(session);
        QCOMPARE(all, (QStringList{"balanced-4", "balanced-3", "balanced-2", "balanced-1"}));
        const int third = session.runs()[1]->id, first = session.runs()[3]->id;
        session.selectRun(third);
        session.removeRuns({third, first});
        QCOMPARE(names(session), (QStringList{"balanced-4", "balanced-2"}));
        QVERIFY(session.currentRun() && session.currentRun()->id != third);
        QTest::qWait(1500); // other looks into the index do not bring them back
        QCOMPARE(names(session), (QStringList{"balanced-4", "balanced-2"}));
        session.restoreRuns({third, first});
        QCOMPARE(names(session), all);
        QTest::qWait(1500);
        QCOMPARE(names(session), all);
        gone = session.folderOf(*session.run(third));
        QVERIFY(QFileInfo(gone).isDir());
        session.removeRuns({third});
    }
    QVERIFY(!QFileInfo::exists(gone)); // for good, once the project is closed
    Session session;
    open(session, project);
    QCOMPARE(names(session), (QStringList{"balanced-4", "balanced-2", "balanced-1"}));
}

void TestProject::describedRunsStaySo()
{
    const QString project = path("study");
    fill(project, 3);
    {
        Session session;
        open(session, project);
        const int id = session.runs()[0]->id, other = session.runs()[1]->id;
        QVERIFY(session.renameRun(id, QStringLiteral("  for the report ")));
        QVERIFY(!session.renameRun(other, QStringLiteral("for the report")));
        QVERIFY(!session.renameRun(other, QStringLiteral(" ")));
        session.setTags({{id, {"baseline", "tvåa"}}, {other, {"baseline"}}});
        session.setNote(id, QStringLiteral("Line one\nline two: ≥ 0.8"));
        QCOMPARE(session.run(id)->name, QStringLiteral("for the report"));
        QCOMPARE(session.run(id)->record->tags, (std::vector<std::string>{"baseline", "tvåa"}));
    }
    Session session;
    open(session, project);
    const RunEntry *run = session.runs()[0];
    QCOMPARE(run->name, QStringLiteral("for the report"));
    QCOMPARE(run->record->tags, (std::vector<std::string>{"baseline", "tvåa"}));
    QCOMPARE(run->record->note, std::string("Line one\nline two: ≥ 0.8"));
    QCOMPARE(session.runs()[1]->record->tags, (std::vector<std::string>{"baseline"}));
    QCOMPARE(session.runs()[2]->record->tags, std::vector<std::string>());
}

void TestProject::search_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("nothing") << "" << QStringList{"balanced-4", "balanced-3", "balanced-2", "balanced-1"};
    QTest::newRow("name") << "ced-3" << QStringList{"balanced-3"};
    QTest::newRow("loss") << "HUBER-kl" << QStringList{"balanced-4", "balanced-2"};
    QTest::newRow("data") << "people" << QStringList{"balanced-4", "balanced-3", "balanced-2", "balanced-1"};
    QTest::newRow("two words") << "huber 4" << QStringList{"balanced-4"};
    QTest::newRow("tag") << "base" << QStringList{"balanced-3"};
    QTest::newRow("note") << "appendix" << QStringList{"balanced-1"};
    QTest::newRow("no run") << "tabfairgan" << QStringList();
}

void TestProject::search()
{
    QFETCH(QString, words);
    QFETCH(QStringList, found);
    fill(path("study"), 4);
    Session session;
    open(session, path("study"));
    session.setTags({{session.runs()[1]->id, {"baseline"}}});
    session.setNote(session.runs()[3]->id, QStringLiteral("For the Appendix"));
    RunsModel model(session);
    RunsFilter filter;
    filter.setSourceModel(&model);
    filter.setSearch(words);
    QStringList shown;
    for (int row = 0; row < filter.rowCount(); ++row)
        shown << filter.index(row, RunsModel::Name).data().toString();
    QCOMPARE(shown, found);
    filter.sort(RunsModel::Dpr, Qt::DescendingOrder); // figures, not texts
    for (int row = 1; row < filter.rowCount(); ++row)
        QVERIFY(filter.index(row - 1, RunsModel::Dpr).data(RunsModel::SortRole).toDouble() >= filter.index(row, RunsModel::Dpr).data(RunsModel::SortRole).toDouble());
}

void TestProject::otherProcessesAddRuns()
{
    const QString project = path("study");
    fill(project, 1);
    Session session;
    open(session, project);
    QTRY_VERIFY_WITH_TIMEOUT(session.runs()[0]->curves != nullptr, 20000);
    const int shown = session.currentRun()->id;
    RunsModel model(session);
    RunsFilter filter;
    filter.setSourceModel(&model);

    RunStore store(toPath(project)); // as a worker of a study has it
    RunRecord record = made_up::record("loss.mse.seed-1", "mse", 0.9, 0.8);
    record.study = "Which loss?";
    record.variant = "mse";
    const std::int64_t id = store.begin(record);
    QTRY_COMPARE_WITH_TIMEOUT(names(session), (QStringList{"loss.mse.seed-1", "balanced-1"}), 5000);
    QCOMPARE(session.runs()[0]->state, RunEntry::State::running);
    QCOMPARE(model.index(0, RunsModel::State).data().toString(), QStringLiteral("running"));
    QVERIFY(session.activeRun() == nullptr);
    QCOMPARE(session.currentRun()->id, shown); // it is not pushed away
    store.finish(id, record, made_up::curves(1));
    QTRY_COMPARE_WITH_TIMEOUT(session.runs()[0]->state, RunEntry::State::done, 5000);
    QTRY_VERIFY_WITH_TIMEOUT(session.runs()[0]->curves && !session.runs()[0]->curves->student.points.empty(), 5000);
    filter.setStudy(QStringLiteral("Which loss?"));
    QCOMPARE(filter.rowCount(), 1);
    QCOMPARE(filter.index(0, RunsModel::Loss).data().toString(), QStringLiteral("MSE-KL"));
    filter.setStudy(QString()); // of no study
    QCOMPARE(filter.index(0, 0).data().toString(), QStringLiteral("balanced-1"));
    store.remove({id});
    QTRY_COMPARE_WITH_TIMEOUT(names(session), (QStringList{"balanced-1"}), 5000);
}

void TestProject::dataThatAreGone()
{
    const QString project = path("study");
    fill(project, 0);
    {
        Session session;
        open(session, project);
        openSmall(session);
        session.setSettings(quick());
        QVERIFY(train(session) > 0);
    }
    const QString moved = path("moved.csv");
    QVERIFY(QFile::rename(home_->file, moved));
    Session session;
    QSignalSpy failed(&session, &Session::loadFailed);
    open(session, project);
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20000);
    QVERIFY2(failed[0][0].toString().contains(u"small.csv") && failed[0][0].toString().endsWith(u"Its runs are here all the same."),
             qPrintable(failed[0][0].toString()));
    QVERIFY(session.dataset() == nullptr && !session.canTrain());
    const RunEntry *run = session.currentRun();
    QVERIFY(run);
    QTRY_VERIFY_WITH_TIMEOUT(run->outcome != nullptr, 20000);
    QVERIFY(run->outcome->result.source("student") && run->outcome->model);
    QVERIFY(!run->outcome->problem && !run->outcome->synthetic);
    QCOMPARE(run->gap, QStringLiteral("The data of this run are not open: open small.csv to see its rows."));
    QVERIFY(run->gapIsItsData);
    Card card(QStringLiteral("Rows"));
    QVERIFY(promptForGap(&card, session));
    QVERIFY(card.findChild<QPushButton *>() && card.findChild<QPushButton *>()->text() == u"Open small.csv");

    session.findData(moved);
    QTRY_VERIFY_WITH_TIMEOUT(session.problem() != nullptr, 20000);
    QVERIFY(session.task() == task);
    QTRY_VERIFY_WITH_TIMEOUT(run->outcome && run->outcome->synthetic, 20000);
    QVERIFY2(run->gap.isEmpty(), qPrintable(run->gap));

    // other data take them away again only when the run is read anew
    session.openDataset(QStringLiteral("sample:hiring"));
    QTRY_VERIFY_WITH_TIMEOUT(session.dataset()->name == "sample:hiring", 20000);
    QVERIFY(run->outcome->synthetic);
}

void TestProject::dataThatChanged()
{
    const QString project = path("study");
    fill(project, 0);
    {
        Session session;
        open(session, project);
        openSmall(session);
        session.setSettings(quick());
        QVERIFY(train(session) > 0);
    }
    QFile file(home_->file);
    QVERIFY(file.open(QIODevice::Append));
    file.write("a,north,40,yes\n");
    file.close();
    Session session;
    QSignalSpy noted(&session, &Session::projectNoted);
    open(session, project);
    QTRY_VERIFY_WITH_TIMEOUT(session.problem() != nullptr, 20000);
    QTRY_COMPARE_WITH_TIMEOUT(noted.size(), 1, 20000);
    QVERIFY2(noted[0][0].toString().startsWith(u"small.csv has changed"), qPrintable(noted[0][0].toString()));
    const RunEntry *run = session.currentRun();
    QTRY_VERIFY_WITH_TIMEOUT(run->outcome && !run->gap.isEmpty(), 20000);
    QVERIFY(!run->outcome->synthetic);
}

void TestProject::unwritableFolderLosesNothing()
{
    const QString project = path("study");
    fill(project, 0);
    Session session;
    open(session, project);
    openSmall(session);
    session.setSettings(quick());
    // a place where no folder can be made, for whoever runs the test
    QDir(project).removeRecursively();
    QSignalSpy failed(&session, &Session::jobFailed);
    write_file(toPath(project), "a file in its place");
    const int id = train(session);
    const RunEntry *run = session.run(id);
    QVERIFY2(run && run->state == RunEntry::State::done, run ? qPrintable(run->error) : "");
    QVERIFY(run->outcome && run->outcome->synthetic && run->record);
    QCOMPARE(run->record->id, std::int64_t(0));
    QVERIFY(failed.size() >= 1);
    const QString sentence = failed[0][0].toString();
    QVERIFY2(sentence.startsWith(u"balanced-1 could not be stored: ") && sentence.endsWith(u"It stays usable until the window is closed."), qPrintable(sentence));
    QSignalSpy done(&session, &Session::jobFinished);
    session.exportSynthetic(id, path("rows.csv"), QStringLiteral("saved"));
    QTRY_COMPARE_WITH_TIMEOUT(done.size(), 1, 20000);
}

void TestProject::filesThatCannotBeWritten()
{
    const QString project = path("study");
    fill(project, 0);
    {
        Session session;
        open(session, project);
        openSmall(session);
        session.setSettings(endless());
        QSignalSpy failed(&session, &Session::jobFailed);
        const RunEntry *run = session.run(session.startRun());
        QTRY_VERIFY_WITH_TIMEOUT(run->monitor->status().epoch >= 1, 60000);
        const QString folder = QDir(project).filePath("runs/") + run->name;
        QVERIFY2(QFileInfo(folder).isDir(), qPrintable(folder));
        QVERIFY(QDir(folder).removeRecursively());
        session.stopRun();
        QTRY_VERIFY_WITH_TIMEOUT(!session.activeRun(), 20000);
        QVERIFY2(run->state != RunEntry::State::running && run->record, qPrintable(run->error));
        QTRY_VERIFY_WITH_TIMEOUT(failed.size() == 1 || run->state == RunEntry::State::failed, 20000);
    }
    RunStore store(toPath(project));
    for (const RunRecord &record : store.records())
        QVERIFY2(record.state == "failed" && !record.problem.empty(), record.state.c_str());
}

void TestProject::folderOfASweep()
{
    const QString project = path("study");
    fill(project, 0);
    QString made;
    {
        Session session;
        open(session, project);
        openSmall(session);
        session.setSettings(quick());
        const int id = train(session);
        made = session.folderOf(*session.run(id));
    }
    // as a sweep of before there was an index left it, keeping the figures alone
    const QString sweep = path("sweep");
    for (const char *name : {"a.l1.seed-1", "a.mse.seed-1"}) {
        QVERIFY(QDir().mkpath(sweep + QStringLiteral("/runs/") + QLatin1StringView(name)));
        QVERIFY(QFile::copy(QDir(made).filePath("run.json"), sweep + QStringLiteral("/runs/") + QLatin1StringView(name) + QStringLiteral("/run.json")));
    }
    QVERIFY(QFile::remove(home_->file)); // it may have run on another machine
    QVERIFY(isProjectFolder(toPath(sweep)) && !is_project(toPath(sweep)));
    Session session;
    open(session, sweep);
    QTRY_COMPARE_WITH_TIMEOUT(session.runs().size(), std::size_t(2), 10000);
    session.selectRun(session.runs()[0]->id);
    QTRY_VERIFY_WITH_TIMEOUT(session.currentRun()->outcome != nullptr, 20000);
    QVERIFY(session.currentRun()->outcome->result.source("student"));
    QVERIFY(session.currentRun()->gapIsItsData);
    QCOMPARE(session.projectTitle(), QStringLiteral("sweep"));
}

QTEST_MAIN(TestProject)
#include "test_project.moc"
