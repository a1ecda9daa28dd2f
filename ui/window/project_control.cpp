#include "ui/window/project_control.h"

#include "ui/window/preferences.h"
#include "ui/workers/session.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QJsonDocument>
#include <QStandardPaths>

#include <algorithm>
#include <utility>

namespace fairloom::ui {

namespace {

constexpr int look_at_view_every = 2000; ///< milliseconds; a dock that is being dragged says nothing by itself

QString placeForProjects()
{
    const QStringList recent = preferences::recentProjects();
    return recent.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) : QFileInfo(recent.first()).absolutePath();
}

} // namespace

ProjectControl::ProjectControl(Session &session, View view, QWidget *window)
    : QObject(window), session_(session), view_(std::move(view)), window_(window), looking_([this](std::vector<LeftProject> &left) {
          left_ = left;
          emit leftChanged();
          const auto interrupted = std::find_if(left_.begin(), left_.end(), [this](const LeftProject &project) {
              return project.wasInterrupted && !told_.contains(project.folder);
          });
          if (interrupted == left_.end())
              return;
          told_ << interrupted->folder;
          emit interruptedFound(*interrupted);
      })
{
    watch_.setInterval(look_at_view_every);
    connect(&watch_, &QTimer::timeout, this, &ProjectControl::saveView);
    connect(&session_, &Session::projectChanged, this, &ProjectControl::showProject);
    connect(&session_, &Session::projectFailed, this, &ProjectControl::showFailure);
    connect(&session_, &Session::projectProgressed, this, [this] {
        if (!session_.isProjectBusy() && session_.projectFolder() == folder_)
            isSaving_ = false; // it was stopped
    });
}

void ProjectControl::start(const QString &source)
{
    if (const QString folder = source.isEmpty() || source.startsWith(u"sample:") ? QString() : projectFolderOf(source); !folder.isEmpty())
        return session_.openProject(folder);
    source_ = source;
    newProject();
}

void ProjectControl::newProject()
{
    triedUntitled_ = true;
    session_.newProject();
}

void ProjectControl::open(const QString &folder)
{
    saveView();
    session_.openProject(folder);
}

void ProjectControl::askOpen()
{
    const QString folder = QFileDialog::getExistingDirectory(window_, tr("Open project"), placeForProjects());
    if (!folder.isEmpty())
        open(folder);
}

void ProjectControl::askSaveAs()
{
    const QString name = session_.isProjectUntitled() ? tr("fairness study", "proposed name of a project's folder") : session_.projectTitle();
    const QString folder = QFileDialog::getSaveFileName(window_, tr("Save project as a folder"), QDir(placeForProjects()).filePath(name));
    if (folder.isEmpty())
        return;
    saveView();
    isSaving_ = true;
    session_.saveProjectAs(folder);
}

void ProjectControl::showProject()
{
    const QString folder = session_.projectFolder();
    const bool isOther = folder != folder_ && !isSaving_;
    const bool wasSaved = std::exchange(isSaving_, false) && folder != folder_;
    folder_ = folder;
    if (!session_.isProjectUntitled())
        preferences::addRecentProject(folder);
    emit titleChanged();
    if (isOther) {
        const QJsonObject state = QJsonDocument::fromJson(session_.windowState().toUtf8()).object();
        if (!state.isEmpty())
            view_.restore(state);
        emit opened();
    }
    watch_.start();
    lookForLeft();
    if (wasSaved)
        emit saved(tr("The project was saved as %1.").arg(QDir::toNativeSeparators(folder)));
    if (const QString source = std::exchange(source_, {}); !source.isEmpty())
        emit sourceRequested(source);
}

void ProjectControl::showFailure()
{
    isSaving_ = false;
    if (!session_.hasProject() && !triedUntitled_)
        return newProject();
    if (const QString source = std::exchange(source_, {}); !source.isEmpty()) // without a project, in memory alone
        emit sourceRequested(source);
}

void ProjectControl::lookForLeft()
{
    looking_.start([named = preferences::recentProjects()](std::stop_token stop) { return leftProjects(named, stop); });
}

void ProjectControl::saveView()
{
    if (session_.hasProject() && !session_.isProjectBusy())
        session_.setWindowState(QString::fromUtf8(QJsonDocument(view_.save()).toJson(QJsonDocument::Compact)));
}

QString ProjectControl::title() const
{
    return session_.hasProject() ? tr("%1 – Fairloom", "title of the window, with the project's name").arg(session_.projectTitle()) : tr("Fairloom");
}

} // namespace fairloom::ui
