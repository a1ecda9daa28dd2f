#include "ui/workers/project_places.h"

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/study/store/project_file.h"
#include "core/study/store/project_paths.h"
#include "ui/text.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QStandardPaths>

#include <algorithm>
#include <optional>
#include <system_error>

namespace fairloom::ui {

namespace fs = std::filesystem;

namespace {

const QString name_begin = QStringLiteral("untitled-");

struct PlaceWords {
    Q_DECLARE_TR_FUNCTIONS(ProjectPlaces)
};

QString lockFileOf(const QString &folder)
{
    return QDir(folder).filePath(QStringLiteral("window.lock"));
}

/// Nothing if a window has it open.
std::optional<LeftProject> look(const QString &folder)
{
    const QString lockFile = lockFileOf(folder);
    LeftProject out;
    out.folder = folder;
    out.title = projectTitle(toPath(folder));
    out.wasInterrupted = QFileInfo::exists(lockFile);
    if (out.wasInterrupted) { // unless its window is still there
        QLockFile lock(lockFile);
        lock.setStaleLockTime(0);
        if (!lock.tryLock(0) && lock.error() == QLockFile::LockFailedError)
            return std::nullopt;
    }
    out.runs = static_cast<int>(QDir(QDir(out.folder).filePath(QStringLiteral("runs"))).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size());
    const QFileInfo index(QDir(out.folder).filePath(QStringLiteral("index.sqlite")));
    out.changed = index.exists() ? index.lastModified() : QFileInfo(folder).lastModified();
    try {
        out.dataName = QFileInfo(displayName(read_project(toPath(out.folder)).data)).fileName();
    } catch (const InputError &) {
        // without a name of its data it can be opened all the same
    }
    return out;
}

bool isWorthKeeping(const LeftProject &project)
{
    return project.runs > 0 || (project.wasInterrupted && !project.dataName.isEmpty());
}

void removeOld(const LeftProject &out)
{
    if (out.changed.secsTo(QDateTime::currentDateTime()) > 60) // else a window may just be beginning with it
        QDir(out.folder).removeRecursively();
}

} // namespace

bool isProjectFolder(const fs::path &folder)
{
    std::error_code error;
    if (!fs::is_directory(folder, error))
        return false;
    if (is_project(folder) || fs::is_regular_file(index_file(folder), error))
        return true;
    // what a sweep of before there was an index has left
    for (fs::directory_iterator run(runs_folder(folder), error), end; !error && run != end; run.increment(error))
        if (std::error_code one; fs::is_regular_file(run->path() / "run.json", one))
            return true;
    return false;
}

QString projectFolderOf(const QString &path)
{
    const QFileInfo info(path);
    const bool isFile = info.isFile() && info.fileName() == QLatin1StringView(project_file({}).filename().c_str());
    const QString folder = QDir::cleanPath(isFile ? info.absolutePath() : info.absoluteFilePath());
    return isProjectFolder(toPath(folder)) ? folder : QString();
}

fs::path untitledRoot()
{
    return toPath(QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)).filePath(QStringLiteral("projects")));
}

bool isUntitled(const fs::path &project)
{
    return project.parent_path() == untitledRoot() && toQString(project.filename().string()).startsWith(name_begin);
}

QString projectTitle(const fs::path &project)
{
    const fs::path folder = project.has_filename() ? project : project.parent_path(); // with a slash behind it
    const QString name = toQString(folder.filename().string());
    return isUntitled(folder) ? PlaceWords::tr("Untitled %1").arg(name.mid(name_begin.size())) : name;
}

fs::path makeUntitledFolder()
{
    const fs::path root = untitledRoot();
    std::error_code error;
    fs::create_directories(root, error);
    for (int number = 1; !error; ++number) {
        const fs::path folder = root / (name_begin.toStdString() + std::to_string(number));
        if (fs::create_directory(folder, error)) // only one of several windows makes it
            return folder;
    }
    throw InputError(Message(FAIRLOOM_TEXT("No project can be kept there (%1)"), {error.message()}), root.string(),
                     FAIRLOOM_TEXT("Make room and check the permissions; until then runs are kept in memory alone"));
}

std::vector<LeftProject> leftProjects(const QStringList &named, const std::stop_token &stop)
{
    std::vector<LeftProject> out;
    for (const QString &folder : named)
        if (!isUntitled(toPath(folder)) && QFileInfo::exists(lockFileOf(folder)))
            if (const auto left = look(folder))
                out.push_back(*left);
    const QDir root(toQString(untitledRoot().string()));
    for (const QFileInfo &folder : root.entryInfoList({name_begin + u'*'}, QDir::Dirs | QDir::NoDotAndDotDot)) {
        throw_if_stopped(stop);
        const auto left = look(folder.absoluteFilePath());
        if (left && isWorthKeeping(*left))
            out.push_back(*left);
        else if (left)
            removeOld(*left);
    }
    std::sort(out.begin(), out.end(), [](const LeftProject &a, const LeftProject &b) { return a.changed > b.changed; });
    return out;
}

} // namespace fairloom::ui
