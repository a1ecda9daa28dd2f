#include "ui/window/window_actions.h"

#include "core/data/samples.h"
#include "core/study/lesson_file.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/workers/session.h"

#include <QActionGroup>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QUndoStack>

namespace fairloom::ui {

WindowActions::WindowActions(Session &session, QUndoStack &stack, QWidget *window) : QObject(window), session_(session), window_(window)
{
    newProject = add("newProjectAction", tr("&New project"), QStringLiteral("document-new"), QKeySequence::New);
    openProject = add("openProjectAction", tr("Op&en project…"), QStringLiteral("folder-open"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
    saveProjectAs = add("saveProjectAction", tr("Sa&ve project as…"), QStringLiteral("document-save-as"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    undo = stack.createUndoAction(this, tr("&Undo"));
    redo = stack.createRedoAction(this, tr("Re&do"));
    undo->setObjectName(QStringLiteral("undoAction"));
    redo->setObjectName(QStringLiteral("redoAction"));
    undo->setShortcut(QKeySequence::Undo);
    redo->setShortcut(QKeySequence::Redo);
    undo->setIcon(icon(QStringLiteral("edit-undo")));
    redo->setIcon(icon(QStringLiteral("edit-redo")));
    window_->addActions({undo, redo});
    open = add("openDataAction", tr("&Open data…"), QStringLiteral("document-open"), QKeySequence::Open);
    judgeRows = add("judgeRowsAction", tr("&Judge generated rows…"), QStringLiteral("document-import"), QKeySequence(Qt::CTRL | Qt::Key_J));
    exportRows = add("exportRowsAction", tr("Export &synthetic rows…"), QStringLiteral("document-save-as"),
                     QKeySequence(Qt::CTRL | Qt::Key_E));
    exportModel = add("exportModelAction", tr("Export &model…"), QStringLiteral("document-export"));
    exportReport = add("exportReportAction", tr("Export re&port…"), QStringLiteral("document-export"),
                       QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E));
    quit = add("quitAction", tr("&Quit"), QStringLiteral("application-exit"), QKeySequence(Qt::CTRL | Qt::Key_Q));
    copy = add("copyAction", tr("&Copy"), QStringLiteral("edit-copy"), QKeySequence::Copy);
    copyPicture = add("copyPictureAction", tr("Copy view as &picture"), QStringLiteral("view-preview"),
                      QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    resetSettings = add("resetSettingsAction", tr("&Reset settings to defaults"), QStringLiteral("edit-undo"));
    train = add("trainAction", tr("&Train"), QStringLiteral("media-playback-start"), QKeySequence(Qt::CTRL | Qt::Key_R));
    pause = add("pauseAction", tr("&Pause"), QStringLiteral("media-playback-pause"), QKeySequence(Qt::CTRL | Qt::Key_P));
    oneEpoch = add("oneEpochAction", tr("One epoch &on"), QStringLiteral("media-skip-forward"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
    stop = add("stopAction", tr("&Stop"), QStringLiteral("media-playback-stop"), QKeySequence(Qt::CTRL | Qt::Key_Period));
    runStudy = add("runStudyAction", tr("Run a stud&y…"), QStringLiteral("media-playlist-append"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
    tour = add("tourAction", tr("Guided &tour"), QStringLiteral("help-hint"));
    connect(tour, &QAction::triggered, this, [this] { emit lessonRequested(toQString(builtin_lessons().front().name)); });
    openLesson = add("openLessonAction", tr("&Open lesson…"), QStringLiteral("document-open"));
    present = add("presentAction", tr("&Presentation"), QStringLiteral("view-presentation"), QKeySequence(Qt::Key_F11));
    present->setCheckable(true);
    present->setToolTip(tr("One view in large type on the whole screen (F11)"));
    manual = add("manualAction", tr("&Manual"), QStringLiteral("help-contents"));
    keys = add("keysAction", tr("&Keys"), QStringLiteral("input-keyboard"));
    about = add("aboutAction", tr("&About Fairloom"), QStringLiteral("help-about"));

    const QString titles[] = {tr("Data"), tr("Training"), tr("Samples"), tr("Audit"), tr("Compare")};
    auto *group = new QActionGroup(this);
    for (int i = 0; i < 5; ++i) {
        auto *action = new QAction(titles[i], this);
        action->setObjectName(QStringLiteral("viewAction%1").arg(i + 1));
        action->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i)));
        action->setCheckable(true);
        group->addAction(action);
        window_->addAction(action);
        connect(action, &QAction::triggered, this, [this, i] { emit viewRequested(i); });
        views << action;
    }

    for (const auto signal : {&Session::runsChanged, &Session::problemChanged, &Session::datasetChanged, &Session::loadingChanged,
                              &Session::taskChanged, &Session::currentRunChanged, &Session::projectProgressed})
        connect(&session_, signal, this, &WindowActions::update);
    update();
}

QAction *WindowActions::add(const char *name, const QString &text, const QString &iconName, const QKeySequence &shortcut)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QLatin1StringView(name));
    action->setIcon(icon(iconName));
    action->setShortcut(shortcut);
    window_->addAction(action);
    return action;
}

void WindowActions::update()
{
    const RunEntry *running = session_.activeRun();
    const bool paused = running && running->state == RunEntry::State::paused;
    const bool stopping = running && running->state == RunEntry::State::stopping;
    train->setEnabled(session_.canTrain());
    const QString reason = session_.cannotTrainReason();
    train->setToolTip(reason.isEmpty() ? tr("Train with these settings (Ctrl+R)") : reason);
    judgeRows->setEnabled(session_.canTrain());
    judgeRows->setToolTip(reason.isEmpty() ? tr("Judge rows that another tool generated from these data (Ctrl+J)") : reason);
    pause->setEnabled(running && !stopping);
    pause->setText(paused ? tr("&Resume") : tr("&Pause"));
    pause->setToolTip(paused ? tr("Go on with the run (Ctrl+P)") : tr("Pause the run; it goes on where it was (Ctrl+P)"));
    oneEpoch->setEnabled(running && !stopping);
    oneEpoch->setToolTip(tr("Slow motion: trains one epoch and pauses (Ctrl+Shift+P)"));
    stop->setEnabled(running && !stopping);
    stop->setToolTip(tr("Stop the run and keep what is finished (Ctrl+.)"));

    const RunEntry *shown = session_.currentRun();
    const RunOutcome *outcome = shown ? shown->outcome.get() : nullptr;
    exportRows->setEnabled(outcome && outcome->synthetic);
    exportModel->setEnabled(outcome && outcome->model);
    exportReport->setEnabled(outcome != nullptr);
    for (QAction *view : views)
        view->setEnabled(session_.dataset() || !session_.runs().empty());
    saveProjectAs->setEnabled(session_.hasProject());
}

void WindowActions::fillMenuBar(QMenuBar *bar, const QList<QAction *> &docks)
{
    QMenu *file = bar->addMenu(tr("&File"));
    file->addActions({newProject, openProject, saveProjectAs});
    QMenu *projects = file->addMenu(icon(QStringLiteral("document-open-recent")), tr("Recent projec&ts"));
    projects->setObjectName(QStringLiteral("recentProjectsMenu"));
    connect(projects, &QMenu::aboutToShow, this, [this, projects] { fillRecentProjects(projects); });
    file->addSeparator();
    file->addAction(open);
    fillSamples(file->addMenu(tr("Open s&ample")));
    QMenu *recent = file->addMenu(icon(QStringLiteral("document-open-recent")), tr("&Recent files"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecent(recent); });
    file->addAction(judgeRows);
    file->addSeparator();
    file->addActions({exportRows, exportModel, exportReport});
    file->addSeparator();
    file->addAction(quit);

    QMenu *edit = bar->addMenu(tr("&Edit"));
    edit->addActions({undo, redo});
    edit->addSeparator();
    edit->addActions({copy, copyPicture});
    edit->addSeparator();
    edit->addAction(resetSettings);

    QMenu *run = bar->addMenu(tr("&Run"));
    run->addActions({train, pause, oneEpoch, stop});
    run->addSeparator();
    run->addAction(runStudy);

    QMenu *view = bar->addMenu(tr("&View"));
    view->addActions(views);
    view->addSeparator();
    view->addActions(docks);
    QAction *resetLayout = view->addAction(tr("Reset &layout"));
    resetLayout->setObjectName(QStringLiteral("resetLayoutAction"));
    connect(resetLayout, &QAction::triggered, this, &WindowActions::resetLayoutRequested);
    view->addAction(present);
    view->addSeparator();
    fillAppearance(view->addMenu(tr("&Appearance")));
    fillLanguage(view->addMenu(tr("La&nguage")));

    QMenu *help = bar->addMenu(tr("&Help"));
    help->addAction(tour);
    fillLessons(help->addMenu(tr("&Lessons")));
    help->addSeparator();
    help->addActions({manual, keys});
    help->addSeparator();
    help->addAction(about);
}

void WindowActions::fillSamples(QMenu *menu)
{
    for (const SampleInfo &sample : builtin_samples()) {
        QAction *action = menu->addAction(translated(sample.title));
        action->setObjectName(QStringLiteral("sampleAction_") + toQString(sample.name));
        action->setToolTip(translated(sample.story));
        connect(action, &QAction::triggered, this,
                [this, name = toQString(sample.name)] { emit sampleRequested(QStringLiteral("sample:") + name); });
    }
    menu->setToolTipsVisible(true);
}

void WindowActions::fillRecent(QMenu *menu)
{
    menu->clear();
    const QList<RecentFile> files = preferences::recentFiles();
    for (const RecentFile &file : files) {
        QAction *action = menu->addAction(QFileInfo(file.source).fileName());
        action->setToolTip(file.source);
        connect(action, &QAction::triggered, this, [this, file] { emit recentRequested(file); });
    }
    menu->setToolTipsVisible(true);
    if (files.isEmpty()) {
        menu->addAction(tr("No files yet"))->setEnabled(false);
        return;
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Clear list")), &QAction::triggered, this, [] { preferences::clearRecentFiles(); });
}

void WindowActions::fillRecentProjects(QMenu *menu)
{
    menu->clear();
    const QString openFolder = session_.projectFolder();
    const auto add = [&](const QString &folder, const QString &title) {
        if (folder == openFolder)
            return;
        QAction *action = menu->addAction(title);
        action->setToolTip(folder);
        connect(action, &QAction::triggered, this, [this, folder] { emit projectRequested(folder); });
    };
    QStringList shown;
    for (const LeftProject &project : left_) {
        add(project.folder, project.title);
        shown << project.folder;
    }
    for (const QString &folder : preferences::recentProjects())
        if (!shown.contains(folder))
            add(folder, projectTitle(toPath(folder)));
    menu->setToolTipsVisible(true);
    if (menu->isEmpty()) {
        menu->addAction(tr("No projects yet"))->setEnabled(false);
        return;
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Clear list")), &QAction::triggered, this, [] { preferences::clearRecentProjects(); });
}

void WindowActions::fillLessons(QMenu *menu)
{
    for (std::size_t i = 1; i < builtin_lessons().size(); ++i) { // the first is the tour
        const Lesson &lesson = builtin_lessons()[i];
        QAction *action = menu->addAction(translated(lesson.title));
        action->setObjectName(QStringLiteral("lessonAction_") + toQString(lesson.name));
        action->setToolTip(translated(lesson.about));
        connect(action, &QAction::triggered, this, [this, name = toQString(lesson.name)] { emit lessonRequested(name); });
    }
    menu->addSeparator();
    menu->addAction(openLesson);
    menu->setToolTipsVisible(true);
}

void WindowActions::fillAppearance(QMenu *menu)
{
    auto *group = new QActionGroup(this);
    const std::pair<QString, Theme::Mode> modes[] = {
        {tr("&System"), Theme::Mode::system}, {tr("&Light"), Theme::Mode::light}, {tr("&Dark"), Theme::Mode::dark}};
    for (const auto &[text, mode] : modes) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(Theme::instance().mode() == mode);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [mode = mode] {
            preferences::setAppearance(mode);
            Theme::instance().setMode(mode);
        });
    }
}

void WindowActions::fillLanguage(QMenu *menu)
{
    auto *group = new QActionGroup(this);
    // names of languages are written in that language
    const std::pair<QString, QString> languages[] = {
        {tr("&System"), {}}, {QStringLiteral("&English"), QStringLiteral("en")}, {QStringLiteral("S&venska"), QStringLiteral("sv")}};
    for (const auto &[text, code] : languages) {
        QAction *action = menu->addAction(text);
        action->setObjectName(QStringLiteral("languageAction_") + code);
        action->setCheckable(true);
        action->setChecked(preferences::language() == code);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, code = code] { emit languageRequested(code); });
    }
}

} // namespace fairloom::ui
