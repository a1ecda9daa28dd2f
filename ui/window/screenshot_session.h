#pragma once

#include "core/data/problem.h"
#include "ui/window/main_window.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSize>
#include <QString>
#include <QTemporaryDir>
#include <QTimer>

#include <deque>
#include <functional>

namespace fairloom::ui {

/// Drives the real window, from a file that cannot be read through a whole session on a built-in table and one on a built-in image
/// set, with real trainings at default settings, and leaves a picture of each view in a folder, light and dark. Ends the application with status 0, or with 1 and a
/// sentence if something took too long or could not be saved.
class ScreenshotSession final : public QObject {
    Q_OBJECT
public:
    /// size: of the window, as far as the screen has room.
    ScreenshotSession(MainWindow &window, Session &session, const QString &folder, QSize size);

    void start();

private:
    struct Step {
        std::function<bool()> ready; ///< looked at until true
        std::function<void()> act;
    };

    void waitFor(std::function<bool()> ready);
    void waitMilliseconds(int milliseconds);
    void then(std::function<void()> act);
    void picture(const QString &name);               ///< light and dark, of what is shown
    void picture(MainWindow::View view, const QString &name);
    void lookIntoEmptyViews();                       ///< before any run
    void lookIntoAnError();                          ///< a file that is none of ours
    void lookIntoData();                             ///< associations, subgroups, the editor of a file's schema
    void lookIntoALesson();
    void lookIntoDialogs();                          ///< opening, judging rows from elsewhere, and what comes of it
    std::function<bool()> teacherShare(double share); ///< the teacher has trained for that part of its epochs
    void trainPictures();                            ///< the image set, from the open dialog to the audit
    void next();
    void save(const QString &name);
    void fail(const QString &sentence);

    MainWindow &window_;
    Session &session_;
    QString folder_;
    QTemporaryDir files_;
    Task task_;
    std::deque<Step> steps_;
    QTimer timer_;
    QElapsedTimer stepTime_;
};

} // namespace fairloom::ui
