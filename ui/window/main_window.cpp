#include "ui/window/main_window.h"

#include "ui/help/help_control.h"
#include "ui/lessons/lesson_control.h"
#include "ui/lessons/lesson_panel.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/views/audit_view.h"
#include "ui/views/compare_view.h"
#include "ui/views/data_view.h"
#include "ui/views/report_file.h"
#include "ui/views/samples_view.h"
#include "ui/views/training_view.h"
#include "ui/views/welcome_view.h"
#include "ui/window/dock_title.h"
#include "ui/window/navigation.h"
#include "ui/window/notice_bar.h"
#include "ui/window/project_control.h"
#include "ui/window/runs_panel.h"
#include "ui/window/setup_form.h"
#include "ui/window/status_line.h"
#include "ui/window/study_control.h"
#include "ui/window/top_bar.h"
#include "ui/window/window_actions.h"
#include "ui/workers/session.h"

#include <QCloseEvent>
#include <QDir>
#include <QDockWidget>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QJsonObject>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QMimeData>
#include <QScreen>
#include <QStackedWidget>
#include <QTabBar>
#include <QTimer>
#include <QUndoStack>

#include <algorithm>
#include <utility>

namespace fairloom::ui {

MainWindow::MainWindow(Session &session, QWidget *parent)
    : QMainWindow(parent), session_(session), undo_(new QUndoStack(this)),
      projects_(new ProjectControl(session, {[this] { return viewState(); }, [this](const QJsonObject &state) { restoreViewState(state); }}, this)),
      studies_(new StudyControl(session, this)), help_(new HelpControl(this, [this] { return pages_->currentWidget(); })), lessons_(makeLessonControl())
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(icon(QStringLiteral("fairloom")));
    setAcceptDrops(true);
    setMinimumSize(960, 600);
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    build();

    const QSize available = screen() ? screen()->availableSize() : QSize(1440, 900);
    resize(QSize(1440, 900).boundedTo(available));
    restoreGeometry(preferences::windowGeometry());
    if (!restoreState(preferences::windowState(), layout_version))
        arrange();
    lessonDock_->hide(); // whatever was kept
}

MainWindow::~MainWindow()
{
    dismantle();
}

void MainWindow::dismantle()
{
    // at once, not by deleteLater: what is left over would still listen to the session, without its actions
    // The central widget and the docks themselves stay: without one of them the others would take its room.
    delete centralWidget()->layout();
    qDeleteAll(centralWidget()->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    delete menuWidget();
    delete statusBar();
    for (QDockWidget *dock : {setupDock_, runsDock_, studiesDock_, lessonDock_}) {
        delete dock->widget(); // before the head, which has a part of it
        delete dock->titleBarWidget();
    }
    delete std::exchange(parts_, nullptr);
    noticeAction_ = {};
}

void MainWindow::build()
{
    setWindowTitle(projects_->title());
    setLocale(QLocale()); // number fields take theirs from here
    parts_ = new QObject(this);
    actions_ = new WindowActions(session_, *undo_, this);
    actions_->setParent(parts_);

    if (!centralWidget())
        setCentralWidget(new QWidget);
    buildCentre(centralWidget());
    buildDocks();

    auto *topBar = new TopBar(session_, *actions_);
    actions_->fillMenuBar(topBar->menuBar(), {setupDock_->toggleViewAction(), runsDock_->toggleViewAction(), studiesDock_->toggleViewAction()});
    setMenuWidget(topBar);
    status_ = new StatusLine(session_);
    setStatusBar(status_);

    connectActions();
    connectSession();
    connectProjects();
    connectStudies();
    connectLessons();
    showPage();
}

void MainWindow::buildCentre(QWidget *centre)
{
    // What is made inside its place need not be styled once more when it is put there; with all that is in it.
    navigation_ = new Navigation(centre);
    navigation_->setCompact(width() < compact_below);
    const char *const icons[] = {"data", "curves", "samples", "scales", "compare"};
    for (int i = 0; i < actions_->views.size(); ++i)
        navigation_->addView(actions_->views[i]->text(), QLatin1StringView(icons[i]),
                             actions_->views[i]->shortcut().toString(QKeySequence::NativeText));

    notice_ = new NoticeBar(centre);
    pages_ = new QStackedWidget(centre);
    pages_->addWidget(new DataView(session_, pages_));
    pages_->addWidget(new TrainingView(session_, pages_));
    pages_->addWidget(new SamplesView(session_, pages_));
    pages_->addWidget(new AuditView(session_, pages_));
    pages_->addWidget(new CompareView(session_, pages_));
    welcome_ = new WelcomeView(pages_);
    pages_->addWidget(welcome_);

    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(notice_);
    right->addWidget(pages_, 1);
    auto *layout = new QHBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(navigation_);
    layout->addLayout(right, 1);

    connect(navigation_, &QListWidget::currentRowChanged, parts_, [this](int row) {
        if (row >= 0)
            showView(static_cast<View>(row));
    });
    connect(notice_, &NoticeBar::actionRequested, parts_, [this] {
        if (const auto act = noticeAction_)
            act();
    });
}

void MainWindow::buildDocks()
{
    const auto dock = [this](QDockWidget *&out, Qt::DockWidgetArea area, const char *name, const QString &title, QWidget *content,
                             QWidget *tools = nullptr) {
        if (!out) {
            out = new QDockWidget(this);
            out->setObjectName(QLatin1StringView(name));
            addDockWidget(area, out);
        }
        out->setWindowTitle(title);
        auto *head = new DockTitle(out);
        if (tools)
            head->addTools(tools);
        out->setTitleBarWidget(head);
        out->setWidget(content);
    };
    dock(setupDock_, Qt::RightDockWidgetArea, "setupDock", tr("Set-up"), new SetupForm(session_, *undo_));
    runs_ = new RunsPanel(session_, *undo_);
    runs_->addRunActions({actions_->exportRows, actions_->exportModel, actions_->exportReport});
    dock(runsDock_, Qt::BottomDockWidgetArea, "runsDock", tr("Runs"), runs_, runs_->tools());
    const bool isFirst = !studiesDock_;
    dock(studiesDock_, Qt::BottomDockWidgetArea, "studiesDock", tr("Studies"), studies_->makePanel());
    dock(lessonDock_, Qt::BottomDockWidgetArea, "lessonDock", tr("Lesson"), new LessonPanel(*lessons_, session_, *undo_));
    delete lessonDock_->titleBarWidget();
    lessonDock_->setTitleBarWidget(new QWidget); // it says itself what it is, and is left by its own button
    lessonDock_->setFeatures(QDockWidget::NoDockWidgetFeatures);
    if (isFirst) { // until there is one
        lessonDock_->hide();
        tabifyDockWidget(runsDock_, studiesDock_);
        studiesDock_->hide();
    }
}

void MainWindow::arrange()
{
    for (QDockWidget *dock : {setupDock_, runsDock_}) {
        dock->setFloating(false);
        dock->show();
    }
    addDockWidget(Qt::RightDockWidgetArea, setupDock_);
    addDockWidget(Qt::BottomDockWidgetArea, runsDock_);
    studiesDock_->setFloating(false);
    tabifyDockWidget(runsDock_, studiesDock_);
    studiesDock_->hide();
    resizeDocks({setupDock_}, {240}, Qt::Horizontal);
    resizeDocks({runsDock_}, {height() > 800 ? 168 : 120}, Qt::Vertical);
}

// --- views and notices

void MainWindow::showView(View view)
{
    view_ = view;
    showPage();
}

void MainWindow::showPage()
{
    const bool open = hasSomethingToShow();
    navigation_->setEnabled(open);
    const QSignalBlocker quiet(navigation_);
    navigation_->setCurrentRow(open ? view_ : -1);
    pages_->setCurrentIndex(open ? static_cast<int>(view_) : pages_->indexOf(welcome_));
    if (open)
        actions_->views[view_]->setChecked(true);
}

bool MainWindow::hasSomethingToShow() const
{
    return session_.dataset() || !session_.runs().empty();
}

void MainWindow::showNote(const QString &sentence, const QString &action, std::function<void()> act)
{
    removalShown_ = false;
    notice_->showNotice(NoticeBar::Kind::note, sentence, action);
    noticeAction_ = std::move(act);
}

void MainWindow::showError(const QString &sentence, const QString &action, std::function<void()> act)
{
    removalShown_ = false;
    notice_->showNotice(NoticeBar::Kind::error, sentence, action);
    noticeAction_ = std::move(act);
}

void MainWindow::showFailedRun()
{
    for (const RunEntry *run : session_.runs()) {
        // not those that were there when the project was opened, or that a study made
        if (run->state != RunEntry::State::failed || run->id <= failureShown_ || !session_.isOfThisSession(run->id))
            continue;
        failureShown_ = run->id;
        return showError(tr("%1 failed: %2").arg(run->name, run->error));
    }
}

// --- actions

void MainWindow::startRun()
{
    if (notice_->isVisible())
        notice_->hide();
    if (session_.startRun() >= 0)
        showView(TrainingPage);
}

void MainWindow::exportModel()
{
    const RunEntry *run = session_.currentRun();
    if (!run)
        return;
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Export model into a folder"), preferences::lastFolder());
    if (!folder.isEmpty())
        session_.exportModel(run->id, QDir(folder).filePath(run->name + QStringLiteral("-model")));
}

void MainWindow::exportReport()
{
    const RunEntry *run = session_.currentRun();
    if (!run)
        return;
    const QString file = askForReportFile(this, run->name);
    if (!file.isEmpty())
        session_.exportReport(run->id, file);
}

// --- events

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (session_.activeRun() || (studies_->runner().isRunning() && !quitting_)) {
        event->ignore();
        if (!quitting_)
            confirmQuit();
        return;
    }
    lessons_->leave(); // it is taken up again where it was
    actions_->present->setChecked(false); // the next start is at the desk
    preferences::setWindow(saveGeometry(), saveState(layout_version));
    projects_->saveView();
    event->accept();
}

void MainWindow::confirmQuit()
{
    if (findChild<QMessageBox *>(QStringLiteral("confirmQuit")))
        return;
    const QString question = session_.activeRun() ? tr("A run is in progress. Stop it and quit?")
                                                  : tr("A study is running. Quit, and go on with it another time?");
    auto *box = new QMessageBox(QMessageBox::Question, tr("Quit"), question, QMessageBox::NoButton, this);
    box->setObjectName(QStringLiteral("confirmQuit"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *yes = box->addButton(tr("Stop and quit"), QMessageBox::AcceptRole);
    box->addButton(tr("Go on training"), QMessageBox::RejectRole);
    connect(box, &QMessageBox::finished, this, [this, box, yes] {
        if (box->clickedButton() != static_cast<QAbstractButton *>(yes))
            return;
        quitting_ = true;
        if (session_.activeRun())
            session_.stopRun(); // the window closes once the run has ended
        else
            close();
    });
    box->open();
}

void MainWindow::changeEvent(QEvent *event)
{
    // one change of language sends several of these: Qt's texts and ours are removed and installed one by one
    if (event->type() == QEvent::LanguageChange && parts_ && !rebuildPending_) {
        rebuildPending_ = true;
        QTimer::singleShot(0, this, &MainWindow::rebuild);
    }
    QMainWindow::changeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    navigation_->setCompact(event->size().width() < compact_below);
    QMainWindow::resizeEvent(event);
}

void MainWindow::childEvent(QChildEvent *event)
{
    if (event->type() == QEvent::ChildPolished)
        if (auto *bar = qobject_cast<QTabBar *>(event->child())) // the window makes one where docks lie over each other
            bar->setAccessibleName(tr("Docks"));
    QMainWindow::childEvent(event);
}

void MainWindow::rebuild()
{
    rebuildPending_ = false;
    const int setupWidth = setupDock_->width(), runsHeight = runsDock_->height();
    dismantle();
    build();
    resizeDocks({setupDock_}, {setupWidth}, Qt::Horizontal);
    resizeDocks({runsDock_}, {runsHeight}, Qt::Vertical);
    session_.retranslate();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.first().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() != 1 || !urls.first().isLocalFile())
        return;
    event->acceptProposedAction();
    openSource(urls.first().toLocalFile());
}

} // namespace fairloom::ui
