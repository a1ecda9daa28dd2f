#include "ui/window/main_window.h"

// What leads to what in the window: actions, session, projects and studies.

#include "ui/help/help_control.h"
#include "ui/views/audit_view.h"
#include "ui/views/compare_view.h"
#include "ui/views/rows_export.h"
#include "ui/views/welcome_view.h"
#include "ui/window/about.h"
#include "ui/window/copying.h"
#include "ui/window/language.h"
#include "ui/window/notice_bar.h"
#include "ui/window/project_control.h"
#include "ui/window/runs_panel.h"
#include "ui/window/setup_commands.h"
#include "ui/window/status_line.h"
#include "ui/window/study_control.h"
#include "ui/window/window_actions.h"
#include "ui/workers/session.h"

#include <QDockWidget>
#include <QStackedWidget>
#include <QUndoStack>

#include <utility>

namespace fairloom::ui {

void MainWindow::connectActions()
{
    const WindowActions &a = *actions_;
    connect(a.newProject, &QAction::triggered, parts_, [this] {
        projects_->saveView();
        projects_->newProject();
    });
    connect(a.openProject, &QAction::triggered, parts_, [this] { projects_->askOpen(); });
    connect(a.saveProjectAs, &QAction::triggered, parts_, [this] {
        if (studies_->runner().isRunning())
            return showError(tr("A study is running. Cancel it or wait until it has ended, then save the project."));
        projects_->askSaveAs();
    });
    connect(actions_, &WindowActions::projectRequested, projects_, &ProjectControl::open);
    connect(welcome_, &WelcomeView::openProjectRequested, parts_, [this] { projects_->askOpen(); });
    connect(welcome_, &WelcomeView::projectRequested, projects_, &ProjectControl::open);
    connect(runs_, &RunsPanel::trainingBegun, parts_, [this] { showView(TrainingPage); });
    connect(runs_, &RunsPanel::refused, parts_, [this](const QString &sentence) { showError(sentence); });
    connect(runs_, &RunsPanel::removed, parts_, [this](int runs) {
        showNote(tr("%n run(s) deleted.", nullptr, runs), tr("Undo"), [this] { undo_->undo(); });
        removalShown_ = true;
    });
    connect(undo_, &QUndoStack::indexChanged, parts_, [this] {
        if (std::exchange(removalShown_, false) && notice_->kind() == NoticeBar::Kind::note)
            notice_->hide();
    });
    connect(a.open, &QAction::triggered, parts_, [this] { showOpenDialog({}); });
    connect(a.judgeRows, &QAction::triggered, parts_, [this] { showJudgeDialog(); });
    connect(a.exportRows, &QAction::triggered, parts_, [this] {
        if (const RunEntry *run = session_.currentRun())
            exportRows(this, session_, *run);
    });
    connect(a.exportModel, &QAction::triggered, parts_, [this] { exportModel(); });
    connect(a.exportReport, &QAction::triggered, parts_, [this] { exportReport(); });
    connect(a.quit, &QAction::triggered, parts_, [this] { close(); });
    connect(a.copy, &QAction::triggered, parts_, [] { copyFromFocus(); });
    connect(a.copyPicture, &QAction::triggered, parts_, [this] {
        copyAsPicture(pages_->currentWidget());
        status_->setRemark(tr("The view is on the clipboard as a picture."));
    });
    connect(a.resetSettings, &QAction::triggered, parts_, [this] {
        const RunSettings defaults = session_.defaultSettings();
        if (defaults != session_.settings())
            undo_->push(new ChangeSettings(session_, defaults, {}, tr("Reset settings")));
    });
    connect(a.train, &QAction::triggered, parts_, [this] { startRun(); });
    connect(a.pause, &QAction::triggered, parts_, [this] {
        const RunEntry *run = session_.activeRun();
        if (run && run->state == RunEntry::State::paused)
            session_.resumeRun();
        else
            session_.pauseRun();
    });
    connect(a.oneEpoch, &QAction::triggered, parts_, [this] { session_.advanceRun(1); });
    connect(a.stop, &QAction::triggered, parts_, [this] { session_.stopRun(); });
    connect(a.manual, &QAction::triggered, parts_, [this] { help_->openFor(pages_->currentWidget()); });
    connect(pages_->findChild<AuditView *>(), &AuditView::manualRequested, parts_, [this](const QString &place) { help_->open(place); });
    connect(a.keys, &QAction::triggered, parts_, [this] { help_->open(QStringLiteral("keys")); });
    connect(a.about, &QAction::triggered, parts_, [this] { showAbout(this); });
    connect(actions_, &WindowActions::sampleRequested, parts_, [this](const QString &source) { openSource(source); });
    connect(actions_, &WindowActions::recentRequested, parts_, [this](const RecentFile &file) { openFile(file); });
    connect(actions_, &WindowActions::viewRequested, parts_, [this](int index) { showView(static_cast<View>(index)); });
    connect(actions_, &WindowActions::resetLayoutRequested, parts_, [this] { arrange(); });
    connect(actions_, &WindowActions::languageRequested, parts_, [](const QString &language) {
        preferences::setLanguage(language);
        setLanguage(language);
    });
    connect(welcome_, &WelcomeView::openRequested, parts_, [this] { showOpenDialog({}); });
    connect(welcome_, &WelcomeView::sampleRequested, parts_, [this](const QString &source) { openSource(source); });
    connect(welcome_, &WelcomeView::recentRequested, parts_, [this](const RecentFile &file) { openFile(file); });
}

void MainWindow::connectSession()
{
    connect(&session_, &Session::loadingChanged, parts_, [this] { showLoading(); });
    connect(&session_, &Session::datasetChanged, parts_, [this] { showLoaded(); });
    connect(&session_, &Session::loadFailed, parts_, [this](const QString &sentence) { showLoadFailure(sentence); });
    connect(&session_, &Session::runsChanged, parts_, [this] {
        if (hasSomethingToShow() == (pages_->currentWidget() == welcome_))
            showPage();
        showFailedRun();
        if (quitting_ && !session_.activeRun())
            close();
    });
    connect(&session_, &Session::jobFinished, parts_, [this](const QString &sentence) { status_->setRemark(sentence); });
    connect(&session_, &Session::jobFailed, parts_, [this](const QString &sentence) { showError(sentence); });
}

void MainWindow::showStudies()
{
    studiesDock_->show();
    studiesDock_->raise();
}

void MainWindow::connectStudies()
{
    connect(actions_->runStudy, &QAction::triggered, studies_, &StudyControl::ask);
    connect(pages_->findChild<CompareView *>(), &CompareView::studyRequested, studies_, &StudyControl::ask);
    connect(studies_, &StudyControl::started, parts_, [this] { showStudies(); });
    connect(studies_, &StudyControl::failed, parts_, [this](const QString &sentence) { showError(sentence); });
    connect(studies_, &StudyControl::interrupted, parts_, [this](const QString &sentence) {
        const auto goOn = [this] {
            notice_->hide();
            studies_->runner().goOn();
            showStudies();
        };
        if (goesOnWithStudies_)
            goOn();
        else
            showNote(sentence, tr("Go on"), goOn);
    });
}

void MainWindow::connectProjects()
{
    connect(projects_, &ProjectControl::titleChanged, parts_, [this] { setWindowTitle(projects_->title()); });
    connect(projects_, &ProjectControl::opened, parts_, [this] {
        undo_->clear();
        opening_ = {};
        failureShown_ = -1;
        if (notice_->kind() != NoticeBar::Kind::error)
            notice_->hide();
        if (session_.windowState().isEmpty() && !session_.runs().empty())
            showView(ComparePage); // a study's folder: there are runs to look at, and no data yet
        showPage();
    });
    connect(projects_, &ProjectControl::sourceRequested, parts_, [this](const QString &source) { openSource(source); });
    connect(projects_, &ProjectControl::saved, parts_, [this](const QString &sentence) { showNote(sentence); });
    connect(projects_, &ProjectControl::leftChanged, parts_, [this] {
        actions_->setLeftProjects(projects_->left());
        welcome_->setLeftProjects(projects_->left());
    });
    connect(projects_, &ProjectControl::interruptedFound, parts_, [this](const LeftProject &project) {
        if (!notice_->isVisible() || notice_->kind() == NoticeBar::Kind::note)
            showNote(tr("Fairloom did not come to close “%1” the last time. Nothing that had finished is lost (%n run(s)).", nullptr, project.runs)
                         .arg(project.title),
                     tr("Open it"), [this, folder = project.folder] { projects_->open(folder); });
    });
    connect(&session_, &Session::projectFailed, parts_, [this](const QString &sentence) { showError(sentence); });
    connect(&session_, &Session::projectNoted, parts_, [this](const QString &sentence) { showNote(sentence); });
    connect(&session_, &Session::projectProgressed, parts_, [this] { showProjectWork(); });
    actions_->setLeftProjects(projects_->left());
    welcome_->setLeftProjects(projects_->left());
}

} // namespace fairloom::ui
