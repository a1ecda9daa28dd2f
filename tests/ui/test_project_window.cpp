// Projects in the window: what a person does with stored runs, how the window is found again, and what is left of it when it is killed.
#include "ui/models/runs_model.h"
#include "ui/project_fixture.h"
#include "ui/views/audit_view.h"
#include "ui/window/preferences.h"
#include "ui/window/run_notes_dialog.h"
#include "window_process.h"

#include <QClipboard>
#include <QDockWidget>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProcess>
#include <QTableView>

#include <signal.h>

using namespace project_fixture;

class TestProjectWindow : public QObject {
    Q_OBJECT
private slots:
    void init();
    void windowWorksOnRuns();
    void windowIsFoundAsItWasLeft();
    void leftProjectsAreOffered();
    void manyRuns();
    void killedWhileItTrains();

private:
    void openSmall(Session &session) { openData(session, home_->file); }
    QString path(const char *name) const { return home_->path(name); }

    std::unique_ptr<Home> home_;
};

void TestProjectWindow::init()
{
    home_.reset(); // before the next one is the application's
    home_ = std::make_unique<Home>("test_project_window");
    QVERIFY(untitledRoot().string().starts_with(home_->folder.path().toStdString()));
}

void TestProjectWindow::windowWorksOnRuns()
{
    fill(path("study"), 5);
    WindowDriver driver;
    driver.window.start(path("study"));
    QTRY_COMPARE_WITH_TIMEOUT(driver.session.runs().size(), std::size_t(5), 20000);
    QCOMPARE(driver.window.windowTitle(), QStringLiteral("study – Fairloom"));
    auto *table = driver.find<QTableView>("runsTable");
    QTRY_COMPARE(table->model()->rowCount(), 5);
    QVERIFY(!driver.find<QWidget>("welcomeView")->isVisible()); // runs without data can be looked at
    driver.window.activateWindow();
    QTRY_VERIFY(driver.window.isActiveWindow());

    // two are deleted by key, and come back by the notice and by Ctrl+Z
    const auto rowOf = [&](const QString &name) {
        for (int row = 0; row < table->model()->rowCount(); ++row)
            if (table->model()->index(row, 0).data().toString() == name)
                return row;
        return -1;
    };
    const auto clickRow = [&](const QString &name, Qt::KeyboardModifiers modifiers = {}) {
        QTest::mouseClick(table->viewport(), Qt::LeftButton, modifiers, table->visualRect(table->model()->index(rowOf(name), 0)).center());
    };
    clickRow("balanced-5");
    clickRow("balanced-4", Qt::ControlModifier);
    QCOMPARE(table->selectionModel()->selectedRows().size(), 2);
    QTest::keyClick(table, Qt::Key_Delete);
    QCOMPARE(table->model()->rowCount(), 3);
    QVERIFY(driver.find<QLabel>("noticeText")->isVisible());
    QCOMPARE(driver.find<QLabel>("noticeText")->text(), QStringLiteral("2 runs deleted."));
    for (auto *button : driver.find<QWidget>("noticeBar")->findChildren<QPushButton *>())
        if (button->isVisible() && button->text() == u"Undo")
            QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(table->model()->rowCount(), 5);
    QVERIFY(!driver.find<QWidget>("noticeBar")->isVisible());
    clickRow("balanced-1");
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Delete);
    QCOMPARE(rowOf("balanced-1"), -1);
    QTest::keyClick(&driver.window, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(rowOf("balanced-1"), 4);

    // renamed in place
    clickRow("balanced-2");
    QTest::keyClick(table, Qt::Key_F2);
    auto *editor = table->findChild<QLineEdit *>();
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClicks(editor, QStringLiteral("the baseline"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_VERIFY(rowOf("the baseline") >= 0);
    driver.find<QAction>("undoAction")->trigger();
    QVERIFY(rowOf("balanced-2") >= 0);
    driver.find<QAction>("redoAction")->trigger();
    QVERIFY(rowOf("the baseline") >= 0);

    // tags of two, then of one with a note
    clickRow("the baseline");
    clickRow("balanced-3", Qt::ControlModifier);
    driver.find<QAction>("describeRunsAction")->trigger();
    auto *dialog = driver.window.findChild<RunNotesDialog *>();
    QVERIFY(dialog && dialog->isVisible() && !dialog->findChild<QPlainTextEdit *>("noteEdit")->isVisible());
    QTest::keyClicks(dialog->findChild<QLineEdit *>("tagsEdit"), QStringLiteral("paper, slow"));
    dialog->accept();
    QCOMPARE(table->model()->index(rowOf("balanced-3"), RunsModel::Tags).data().toString(), QStringLiteral("paper, slow"));
    QTRY_VERIFY(!driver.window.findChild<RunNotesDialog *>());
    clickRow("balanced-3");
    driver.find<QAction>("describeRunsAction")->trigger();
    dialog = driver.window.findChild<RunNotesDialog *>();
    dialog->findChild<QLineEdit *>("tagsEdit")->setText(QStringLiteral("slow"));
    dialog->findChild<QPlainTextEdit *>("noteEdit")->setPlainText(QStringLiteral("Look at this again"));
    dialog->accept();
    QCOMPARE(table->model()->index(rowOf("balanced-3"), RunsModel::Tags).data().toString(), QStringLiteral("slow"));
    QCOMPARE(table->model()->index(rowOf("the baseline"), RunsModel::Tags).data().toString(), QStringLiteral("paper, slow"));

    // searched
    auto *search = driver.find<QLineEdit>("runsSearch");
    QTest::keyClicks(search, QStringLiteral("again"));
    QCOMPARE(table->model()->rowCount(), 1);
    QCOMPARE(driver.find<QLabel>("runsCount")->text(), QStringLiteral("1 of 5"));
    search->clear();
    QCOMPARE(table->model()->rowCount(), 5);
    QVERIFY(!driver.find<QComboBox>("runsStudy")->isVisible()); // no run belongs to one

    clickRow("balanced-3");
    driver.find<QAction>("runCommandAction")->trigger();
    const QString command = QGuiApplication::clipboard()->text();
    QVERIFY2(command.startsWith(u"fairloom-cli run --config '") && command.contains(u"balanced-3"), qPrintable(command));
}

void TestProjectWindow::windowIsFoundAsItWasLeft()
{
    fill(path("study"), 2);
    QString shown;
    {
        WindowDriver driver;
        driver.window.start(path("study"));
        QTRY_COMPARE_WITH_TIMEOUT(driver.session.runs().size(), std::size_t(2), 20000);
        openSmall(driver.session);
        driver.window.showView(MainWindow::AuditPage);
        driver.find<QDockWidget>("setupDock")->hide();
        QTRY_VERIFY_WITH_TIMEOUT(driver.session.canTrain(), 20000);
        driver.session.setSettings(quick());
        QVERIFY(train(driver.session) > 0);
        driver.window.showView(MainWindow::AuditPage);
        driver.find<AuditView>("auditView")->setChoice({"tsts", "logistic"});
        driver.session.selectRun(driver.session.runs()[1]->id);
        driver.session.selectRun(driver.session.runs()[0]->id);
        shown = driver.session.currentRun()->name;
        QVERIFY(driver.window.close());
    }
    WindowDriver driver;
    QVERIFY(driver.find<QDockWidget>("setupDock") != nullptr);
    driver.find<QDockWidget>("setupDock")->show();
    driver.window.openSource(QDir(path("study")).filePath("project.json")); // as if it was dropped there
    QTRY_VERIFY_WITH_TIMEOUT(driver.session.problem() != nullptr, 20000);
    QCOMPARE(driver.window.view(), MainWindow::AuditPage);
    QVERIFY(!driver.find<QDockWidget>("setupDock")->isVisible());
    QCOMPARE(driver.session.currentRun()->name, shown);
    QVERIFY(driver.session.task() == task);
    QTRY_VERIFY_WITH_TIMEOUT(driver.session.currentRun()->outcome != nullptr, 20000);
    QTRY_COMPARE(driver.find<AuditView>("auditView")->choice(), (AuditChoice{"tsts", "logistic"}));
    QCOMPARE(preferences::recentProjects(), QStringList{path("study")});
}

void TestProjectWindow::leftProjectsAreOffered()
{
    QString left;
    {
        Session session;
        session.newProject();
        QTRY_VERIFY_WITH_TIMEOUT(session.hasProject(), 20000);
        left = session.projectFolder();
        openSmall(session);
        session.setSettings(quick());
        QVERIFY(train(session) > 0);
    }
    QVERIFY(QFileInfo(left).isDir());
    WindowDriver driver;
    driver.window.start();
    QTRY_VERIFY_WITH_TIMEOUT(driver.window.findChild<QPushButton *>("openProject_untitled-1"), 20000);
    auto *button = driver.find<QPushButton>("openProject_untitled-1");
    QVERIFY2(button->text().startsWith(u"Untitled 1") && button->text().contains(u"small.csv, 1 run"), qPrintable(button->text()));
    QCOMPARE(driver.window.windowTitle(), QStringLiteral("Untitled 2 – Fairloom"));
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(driver.window.windowTitle(), QStringLiteral("Untitled 1 – Fairloom"), 20000);
    QTRY_VERIFY_WITH_TIMEOUT(driver.session.currentRun() && driver.session.currentRun()->outcome, 20000);
    QTRY_VERIFY_WITH_TIMEOUT(!QFileInfo::exists(toQString((untitledRoot() / "untitled-2").string())), 20000); // empty, and left
}

void TestProjectWindow::manyRuns()
{
    const QString project = path("study");
    fill(project, 300);
    WindowDriver driver;
    driver.window.start(project);
    QTRY_COMPARE_WITH_TIMEOUT(driver.session.runs().size(), std::size_t(300), 20000);
    auto *table = driver.find<QTableView>("runsTable");
    QTRY_COMPARE(table->model()->rowCount(), 300);
    QTRY_VERIFY_WITH_TIMEOUT(driver.session.runs()[299]->curves && driver.session.runs()[0]->curves, 20000);
    QCOMPARE(driver.find<QLabel>("runsCount")->text(), QStringLiteral("300"));
    // all but one are deleted at once, and come back
    table->setFocus();
    table->selectAll();
    driver.find<QAction>("removeRunsAction")->trigger();
    QCOMPARE(table->model()->rowCount(), 0);
    driver.find<QAction>("undoAction")->trigger();
    QCOMPARE(table->model()->rowCount(), 300);
    QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("balanced-300"));
}

// --- a window that is killed

void TestProjectWindow::killedWhileItTrains()
{
    QVERIFY2(QFileInfo(window_program()).isExecutable(), "the program is built with this test");
    const QString project = path("study");
    fill(project, 0);
    {
        Session session;
        open(session, project);
        openSmall(session);
        session.setSettings(quick());
        QVERIFY(train(session) > 0);
    }
    QStringList finished{QStringLiteral("balanced-1")};
    int interrupted = 0;
    // while it opens the project, and then at moments from the beginning of the run to after its end
    for (const int moment : {-100, 0, 50, 200, 500, 1000, 2500}) {
        QProcess window;
        window.setProcessEnvironment(window_environment(home_->folder.path()));
        window.start(window_program(), {QStringLiteral("--train"), project});
        QVERIFY(window.waitForStarted(20000));
        if (moment >= 0) {
            RunStore store(toPath(project));
            const std::size_t before = store.records().size();
            QTRY_VERIFY_WITH_TIMEOUT(store.records().size() > before, 60000);
        }
        QTest::qWait(std::abs(moment));
        ::kill(pid_t(window.processId()), SIGKILL);
        QVERIFY(window.waitForFinished(20000));

        Session session;
        open(session, project);
        QTRY_VERIFY_WITH_TIMEOUT(session.problem() != nullptr, 20000); // data, task and set-up are there
        QVERIFY(session.settings() == quick());
        QStringList done;
        QSet<QString> all;
        for (const RunEntry *run : session.runs()) {
            QVERIFY2(!all.contains(run->name), qPrintable(run->name)); // nothing is doubled
            all << run->name;
            QVERIFY2(run->state == RunEntry::State::done || run->state == RunEntry::State::stopped, qPrintable(runStateText(*run)));
            interrupted += run->state == RunEntry::State::stopped;
            if (run->state != RunEntry::State::done)
                continue;
            done << run->name;
            session.selectRun(run->id);
            QTRY_VERIFY_WITH_TIMEOUT(run->outcome && run->outcome->synthetic, 20000); // whole
            QVERIFY2(run->gap.isEmpty(), qPrintable(run->gap));
        }
        for (const QString &name : finished)
            QVERIFY2(done.contains(name), qPrintable(name)); // nothing is lost
        finished = done;
    }
    QVERIFY2(interrupted > 0, "no window was killed while it trained");
}

QTEST_MAIN(TestProjectWindow)
#include "test_project_window.moc"
