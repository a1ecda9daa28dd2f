#pragma once

#include "ui/style/theme.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace fairloom::ui {

/// A file as it was opened, so that it opens the same way again.
struct RecentFile {
    QString source;         ///< with ":PART" behind it for a file of an archive or a table of a database
    QString test{};
    QString recipe{};
    QString schema{};       ///< path of a schema that says how it is read; empty = none
    QString corrections{};  ///< of what would be found out about the file, as the JSON of a recipe; empty = none
    bool operator==(const RecentFile &) const = default;
};

/// What is remembered from one start to the next, kept by QSettings.
namespace preferences {

QList<RecentFile> recentFiles(); ///< newest first; files that are gone are left out
void addRecentFile(const RecentFile &file);
void clearRecentFiles();

QStringList recentProjects(); ///< folders, newest first; projects that are gone are left out
void addRecentProject(const QString &folder);
void clearRecentProjects();

QString lastFolder();
void setLastFolder(const QString &folder);

QString studyDataFolder(); ///< what $FAIRLOOM_DATA_DIR stands for in studies; the environment's until one is chosen
void setStudyDataFolder(const QString &folder);

QString policyFile(); ///< the limits that runs are held against; empty = none
void setPolicyFile(const QString &file);

int lessonStep(const QString &lesson); ///< at which a tour or lesson was left; 0 = not begun, or ended
void setLessonStep(const QString &lesson, int step);

Theme::Mode appearance();
void setAppearance(Theme::Mode mode);

QString language(); ///< "en", "sv", or empty for the system's
void setLanguage(const QString &language);

QByteArray windowGeometry();
QByteArray windowState();
void setWindow(const QByteArray &geometry, const QByteArray &state);

} // namespace preferences

} // namespace fairloom::ui
