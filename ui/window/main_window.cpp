#include "ui/window/main_window.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/views/audit_view.h"
#include "ui/views/compare_view.h"
#include "ui/views/data_view.h"
#include "ui/views/report_file.h"
#include "ui/views/rows_export.h"
#include "ui/views/samples_view.h"
#include "ui/views/training_view.h"
#include "ui/views/welcome_view.h"
#include "ui/window/about.h"
#include "ui/window/copying.h"
#include "ui/window/dock_title.h"
#include "ui/window/judge_rows_dialog.h"
#include "ui/window/language.h"
#include "ui/window/navigation.h"
#include "ui/window/notice_bar.h"
#include "ui/window/open_data_dialog.h"
#include "ui/window/opening.h"
#include "ui/window/runs_panel.h"
#include "ui/window/setup_form.h"
#include "ui/window/status_line.h"
#include "ui/window/top_bar.h"
#include "ui/window/window_actions.h"
#include "ui/workers/session.h"

#include <QCloseEvent>
#include <QDir>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QMimeData>
#include <QScreen>
#include <QStackedWidget>
#include <QTimer>

namespace fairloom::ui {

namespace {

constexpr int layout_version = 1;
constexpr int quiet_loading = 300; ///< milliseconds; shorter loading needs no notice

} // namespace

MainWindow::MainWindow(Session &session, QWidget *parent) : QMainWindow(parent), session_(session)
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
    for (QDockWidget *dock : {setupDock_, runsDock_}) {
        delete dock->titleBarWidget();
        delete dock->widget();
    }
    delete std::exchange(parts_, nullptr);
    noticeAction_ = {};
}

void MainWindow::build()
{
    setWindowTitle(tr("Fairloom"));
    setLocale(QLocale()); // number fields take theirs from here
    parts_ = new QObject(this);
    actions_ = new WindowActions(session_, this);
    actions_->setParent(parts_);

    if (!centralWidget())
        setCentralWidget(new QWidget);
    buildCentre(centralWidget());
    buildDocks();

    auto *topBar = new TopBar(session_, *actions_);
    actions_->fillMenuBar(topBar->menuBar(), {setupDock_->toggleViewAction(), runsDock_->toggleViewAction()});
    setMenuWidget(topBar);
    status_ = new StatusLine(session_);
    setStatusBar(status_);

    connectActions();
    connectSession();
    showPage();
}

void MainWindow::buildCentre(QWidget *centre)
{
    navigation_ = new Navigation;
    const char *const icons[] = {"data", "curves", "samples", "scales", "compare"};
    for (int i = 0; i < actions_->views.size(); ++i)
        navigation_->addView(actions_->views[i]->text(), QLatin1StringView(icons[i]),
                             actions_->views[i]->shortcut().toString(QKeySequence::NativeText));

    notice_ = new NoticeBar;
    pages_ = new QStackedWidget;
    pages_->addWidget(new DataView(session_));
    pages_->addWidget(new TrainingView(session_));
    pages_->addWidget(new SamplesView(session_));
    pages_->addWidget(new AuditView(session_));
    pages_->addWidget(new CompareView(session_));
    welcome_ = new WelcomeView;
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
    const auto dock = [this](QDockWidget *&out, Qt::DockWidgetArea area, const char *name, const QString &title, QWidget *content) {
        if (!out) {
            out = new QDockWidget(this);
            out->setObjectName(QLatin1StringView(name));
            addDockWidget(area, out);
        }
        out->setWindowTitle(title);
        out->setTitleBarWidget(new DockTitle(out));
        out->setWidget(content);
    };
    dock(setupDock_, Qt::RightDockWidgetArea, "setupDock", tr("Set-up"), new SetupForm(session_));
    dock(runsDock_, Qt::BottomDockWidgetArea, "runsDock", tr("Runs"), new RunsPanel(session_));
}

void MainWindow::arrange()
{
    for (QDockWidget *dock : {setupDock_, runsDock_}) {
        dock->setFloating(false);
        dock->show();
    }
    addDockWidget(Qt::RightDockWidgetArea, setupDock_);
    addDockWidget(Qt::BottomDockWidgetArea, runsDock_);
    resizeDocks({setupDock_}, {240}, Qt::Horizontal);
    resizeDocks({runsDock_}, {height() > 800 ? 168 : 120}, Qt::Vertical);
}

void MainWindow::connectActions()
{
    const WindowActions &a = *actions_;
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
    connect(a.resetSettings, &QAction::triggered, parts_, [this] { session_.resetSettings(); });
    connect(a.train, &QAction::triggered, parts_, [this] { startRun(); });
    connect(a.pause, &QAction::triggered, parts_, [this] {
        const RunEntry *run = session_.activeRun();
        if (run && run->state == RunEntry::State::paused)
            session_.resumeRun();
        else
            session_.pauseRun();
    });
    connect(a.stop, &QAction::triggered, parts_, [this] { session_.stopRun(); });
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
    connect(&session_, &Session::loadFailed, parts_, [this](const QString &sentence) {
        sayRecipe_ = false;
        if (opening_.source.startsWith(u"sample:"))
            showError(sentence);
        else
            showError(sentence, tr("Open differently…"), [this] { showOpenDialog(opening_); });
    });
    connect(&session_, &Session::runsChanged, parts_, [this] {
        showFailedRun();
        if (quitting_ && !session_.activeRun())
            close();
    });
    connect(&session_, &Session::jobFinished, parts_, [this](const QString &sentence) { status_->setRemark(sentence); });
    connect(&session_, &Session::jobFailed, parts_, [this](const QString &sentence) { showError(sentence); });
}

// --- opening

void MainWindow::openSource(const QString &source)
{
    if (source.startsWith(u"sample:"))
        return openFile({source});
    if (QFileInfo(source).isDir()) // what is in it takes a while to find out, and a look before it is opened
        return showOpenDialog({})->choose(QFileInfo(source).absoluteFilePath());
    const RecentFile file = recognised(QFileInfo(source).absoluteFilePath());
    openFile(file);
    sayRecipe_ = !file.recipe.isEmpty() || !file.schema.isEmpty();
}

void MainWindow::openFile(const RecentFile &file)
{
    opening_ = file;
    sayRecipe_ = false;
    loadingSince_.start();
    if (notice_->isVisible())
        notice_->hide();
    try {
        session_.openDataset(file.source, toOptions(file));
    } catch (const InputError &error) { // of the schema
        showError(translated(error), tr("Open differently…"), [this] { showOpenDialog(opening_); });
    }
}

OpenDataDialog *MainWindow::showOpenDialog(const RecentFile &start)
{
    auto *dialog = new OpenDataDialog(start, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        RecentFile file = dialog->chosen();
        file.source = QFileInfo(file.source).absoluteFilePath();
        openFile(file);
    });
    dialog->open();
    return dialog;
}

void MainWindow::showJudgeDialog()
{
    if (!session_.canTrain())
        return;
    auto *dialog = new JudgeRowsDialog(session_.problem(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (session_.judgeRows(QFileInfo(dialog->file()).absoluteFilePath()) >= 0)
            showView(AuditPage);
    });
    dialog->open();
}

void MainWindow::showLoading()
{
    if (!session_.isLoading() || session_.isRereading()) { // the editor that asked for it shows how far reading again is
        if (notice_->kind() == NoticeBar::Kind::progress)
            notice_->hide();
        return;
    }
    if (!loadingSince_.isValid() || loadingSince_.elapsed() < quiet_loading)
        return;
    notice_->showNotice(NoticeBar::Kind::progress, session_.loadingText(), tr("Stop"));
    notice_->setFraction(session_.loadingFraction());
    noticeAction_ = [this] {
        sayRecipe_ = false;
        session_.stopLoading();
    };
}

void MainWindow::showLoaded()
{
    if (!opening_.source.isEmpty() && !opening_.source.startsWith(u"sample:")) {
        preferences::addRecentFile(opening_);
        preferences::setLastFolder(QFileInfo(opening_.source).absolutePath());
        welcome_->showRecent();
    }
    showView(DataPage);
    if (sayRecipe_) {
        sayRecipe_ = false;
        notice_->showNotice(NoticeBar::Kind::note,
                            opening_.schema.isEmpty()
                                ? tr("Read with the recipe “%1”, which fits this file.").arg(opening_.recipe)
                                : tr("Read with the schema %1, which lies beside this file.").arg(QFileInfo(opening_.schema).fileName()),
                            tr("Open differently…"));
        noticeAction_ = [this] { showOpenDialog(opening_); };
    }
}

// --- views and notices

void MainWindow::showView(View view)
{
    view_ = view;
    showPage();
}

void MainWindow::showPage()
{
    const bool open = session_.dataset() != nullptr;
    navigation_->setEnabled(open);
    const QSignalBlocker quiet(navigation_);
    navigation_->setCurrentRow(open ? view_ : -1);
    pages_->setCurrentIndex(open ? static_cast<int>(view_) : pages_->indexOf(welcome_));
    if (open)
        actions_->views[view_]->setChecked(true);
}

void MainWindow::showError(const QString &sentence, const QString &action, std::function<void()> act)
{
    notice_->showNotice(NoticeBar::Kind::error, sentence, action);
    noticeAction_ = std::move(act);
}

void MainWindow::showFailedRun()
{
    const auto runs = session_.runs();
    if (runs.empty() || runs.front()->state != RunEntry::State::failed || runs.front()->id == failureShown_)
        return;
    failureShown_ = runs.front()->id;
    showError(tr("%1 failed: %2").arg(runs.front()->name, runs.front()->error));
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
    if (session_.activeRun()) {
        event->ignore();
        if (!quitting_)
            confirmQuit();
        return;
    }
    preferences::setWindow(saveGeometry(), saveState(layout_version));
    event->accept();
}

void MainWindow::confirmQuit()
{
    if (findChild<QMessageBox *>(QStringLiteral("confirmQuit")))
        return;
    auto *box = new QMessageBox(QMessageBox::Question, tr("Quit"), tr("A run is in progress. Stop it and quit?"),
                                QMessageBox::NoButton, this);
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
