#pragma once

#include "ui/workers/async_value.h"
#include "ui/workers/project_places.h"

#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <functional>
#include <vector>

class QWidget;

namespace fairloom::ui {

class Session;

/// What the window does about projects: one is always open, others are asked for and opened, and the window is found as it was left with each.
class ProjectControl final : public QObject {
    Q_OBJECT
public:
    /// How the window is seen and arranged, to be kept with the project, and to be restored from what was kept.
    struct View {
        std::function<QJsonObject()> save;
        std::function<void(const QJsonObject &)> restore;
    };

    ProjectControl(Session &session, View view, QWidget *window);

    /// Begins with the project that the source names, or with an untitled one, in which the source is then opened.
    void start(const QString &source);
    void newProject();
    void askOpen();
    void askSaveAs();
    void open(const QString &folder);
    void saveView();                                       ///< now
    QString title() const;                                 ///< of the window
    const std::vector<LeftProject> &left() const { return left_; }

signals:
    void opened();                                         ///< another project than before
    void titleChanged();
    void sourceRequested(const QString &source);           ///< what was given at the start, now that there is a project
    void leftChanged();
    void interruptedFound(const fairloom::ui::LeftProject &project); ///< one whose window did not come to close it
    void saved(const QString &sentence);

private:
    void showProject();
    void showFailure();
    void lookForLeft();

    Session &session_;
    View view_;
    QWidget *window_;
    QTimer watch_;
    QString source_;          ///< to be opened once there is a project
    QString folder_;          ///< of the project that is shown
    bool isSaving_ = false;   ///< the next change is another place for the same project
    bool triedUntitled_ = false;
    QStringList told_;        ///< interrupted projects that were offered
    std::vector<LeftProject> left_;
    AsyncValue<std::vector<LeftProject>> looking_;
};

} // namespace fairloom::ui
