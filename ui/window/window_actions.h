#pragma once

#include "ui/window/preferences.h"

#include <QAction>
#include <QList>
#include <QObject>

class QMenu;
class QMenuBar;
class QWidget;

namespace fairloom::ui {

class Session;

/// The window's actions, each with one text, one shortcut and one state wherever it is shown, and the menus made of them.
class WindowActions final : public QObject {
    Q_OBJECT
public:
    /// `window` gets the shortcuts.
    WindowActions(Session &session, QWidget *window);

    QAction *open, *judgeRows, *exportRows, *exportModel, *exportReport, *quit;
    QAction *copy, *copyPicture, *resetSettings;
    QAction *train, *pause, *stop;
    QAction *about;
    QList<QAction *> views; ///< in the order of the navigation

    /// `docks`: the toggle actions of the docks.
    void fillMenuBar(QMenuBar *bar, const QList<QAction *> &docks);
    void update();

signals:
    void sampleRequested(const QString &source);
    void recentRequested(const fairloom::ui::RecentFile &file);
    void viewRequested(int index);
    void resetLayoutRequested();
    void languageRequested(const QString &language);

private:
    QAction *add(const char *name, const QString &text, const QString &icon, const QKeySequence &shortcut = {});
    void fillSamples(QMenu *menu);
    void fillRecent(QMenu *menu);
    void fillAppearance(QMenu *menu);
    void fillLanguage(QMenu *menu);

    Session &session_;
    QWidget *window_;
};

} // namespace fairloom::ui
