#include "ui/window/main_window.h"

// The part of the window that is for learning and teaching: the tour, lessons, and how it is presented to a class.

#include "core/base/error.h"
#include "ui/lessons/lesson_control.h"
#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/views/data_view.h"
#include "ui/views/welcome_view.h"
#include "ui/window/navigation.h"
#include "ui/window/project_control.h"
#include "ui/window/window_actions.h"
#include "ui/workers/session.h"

#include <QDockWidget>
#include <QFileDialog>
#include <QStackedWidget>

#include <utility>

namespace fairloom::ui {

namespace {

constexpr double large = 1.35; ///< type in front of a class

}

LessonControl *MainWindow::makeLessonControl()
{
    LessonControl::Stage stage;
    stage.showView = [this](int view) { showView(static_cast<View>(view)); };
    stage.view = [this] { return int(view_); };
    stage.showPage = [this](int page) { pages_->findChild<DataView *>()->showPage(static_cast<DataView::Page>(page)); };
    stage.page = [this] { return int(pages_->findChild<DataView *>()->page()); };
    stage.open = [this](const QString &source) { openSource(source); };
    stage.train = [this] { startRun(); };
    stage.newProject = [this] {
        projects_->saveView();
        projects_->newProject();
    };
    return new LessonControl(session_, *undo_, std::move(stage), this);
}

void MainWindow::connectLessons()
{
    const auto startNamed = [this](const QString &name) {
        for (const Lesson &lesson : builtin_lessons())
            if (toQString(lesson.name) == name)
                return startLesson(lesson);
    };
    connect(actions_, &WindowActions::lessonRequested, parts_, startNamed);
    connect(welcome_, &WelcomeView::lessonRequested, parts_, startNamed);
    connect(actions_->openLesson, &QAction::triggered, parts_, [this] { askForLesson(); });
    connect(lessons_, &LessonControl::changed, parts_, [this] { showLesson(); });
    const bool presented = Theme::instance().scale() > 1; // the window has been built anew meanwhile
    actions_->present->setChecked(presented);
    navigation_->setHidden(presented);
    connect(actions_->present, &QAction::toggled, parts_, [this](bool on) { present(on); });
}

void MainWindow::startLesson(const Lesson &lesson)
{
    if (!lessons_->start(lesson))
        showError(tr("A run is in progress. Wait until it has ended, or stop it, then start the lesson."));
}

void MainWindow::askForLesson()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Open lesson"), preferences::lastFolder(), tr("Lessons (*.json)"));
    if (file.isEmpty())
        return;
    try {
        startLesson(read_lesson(toPath(file)));
    } catch (const InputError &error) {
        showError(translated(error));
    }
}

void MainWindow::showLesson()
{
    const bool shown = lessons_->lesson() != nullptr;
    if (shown == lessonDock_->isVisible())
        return;
    // the list of runs makes room for the lesson
    if (shown) {
        runsHeightBeforeLesson_ = runsDock_->height();
        hideDocks({runsDock_, studiesDock_}, hiddenForLesson_);
    }
    lessonDock_->setVisible(shown);
    if (!shown) {
        for (QDockWidget *dock : std::exchange(hiddenForLesson_, {}))
            if (actions_->present->isChecked())
                hiddenToPresent_ << dock;
            else
                dock->show();
        resizeDocks({runsDock_}, {runsHeightBeforeLesson_}, Qt::Vertical); // the lesson was higher
    }
    giveLessonRoom();
    welcome_->showLessons();
}

void MainWindow::giveLessonRoom()
{
    if (lessonDock_->isVisible())
        resizeDocks({lessonDock_}, {lessonDock_->widget()->sizeHint().height()}, Qt::Vertical);
}

void MainWindow::hideDocks(const QList<QDockWidget *> &docks, QList<QDockWidget *> &hidden)
{
    for (QDockWidget *dock : docks)
        if (!dock->isHidden()) {
            hidden << dock;
            dock->hide();
        }
}

void MainWindow::present(bool presented)
{
    navigation_->setVisible(!presented);
    if (presented) {
        hideDocks({setupDock_, runsDock_, studiesDock_}, hiddenToPresent_);
        Theme::instance().setScale(large);
        setWindowState(windowState() | Qt::WindowFullScreen);
    } else {
        for (QDockWidget *dock : std::exchange(hiddenToPresent_, {}))
            dock->show();
        Theme::instance().setScale(1);
        setWindowState(windowState() & ~Qt::WindowFullScreen); // maximised, if it was
    }
    giveLessonRoom();
}

} // namespace fairloom::ui
