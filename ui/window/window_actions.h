#pragma once

#include "ui/window/preferences.h"
#include "ui/workers/project_places.h"

#include <QAction>
#include <QList>
#include <QObject>

#include <vector>

class QMenu;
class QMenuBar;
class QUndoStack;
class QWidget;

namespace fairloom::ui {

class Session;

/// The window's actions, each with one text, one shortcut and one state wherever it is shown, and the menus made of them.
class WindowActions final : public QObject {
    Q_OBJECT
public:
    /// `window` gets the shortcuts.
    WindowActions(Session &session, QUndoStack &undo, QWidget *window);

    QAction *newProject, *openProject, *saveProjectAs;
    QAction *open, *judgeRows, *exportRows, *exportModel, *exportReport, *quit;
    QAction *undo, *redo, *copy, *copyPicture, *resetSettings;
    QAction *train, *pause, *oneEpoch, *stop, *runStudy;
    QAction *tour, *openLesson, *manual, *keys, *about;
    QAction *present; ///< checkable
    QList<QAction *> views; ///< in the order of the navigation

    /// `docks`: the toggle actions of the docks.
    void fillMenuBar(QMenuBar *bar, const QList<QAction *> &docks);
    void update();
    void setLeftProjects(const std::vector<LeftProject> &left) { left_ = left; } ///< offered among the recent ones

signals:
    void sampleRequested(const QString &source);
    void recentRequested(const fairloom::ui::RecentFile &file);
    void projectRequested(const QString &folder);
    void viewRequested(int index);
    void resetLayoutRequested();
    void languageRequested(const QString &language);
    void lessonRequested(const QString &name);

private:
    QAction *add(const char *name, const QString &text, const QString &icon, const QKeySequence &shortcut = {});
    void fillSamples(QMenu *menu);
    void fillRecent(QMenu *menu);
    void fillRecentProjects(QMenu *menu);
    void fillAppearance(QMenu *menu);
    void fillLanguage(QMenu *menu);
    void fillLessons(QMenu *menu);

    Session &session_;
    QWidget *window_;
    std::vector<LeftProject> left_;
};

} // namespace fairloom::ui
