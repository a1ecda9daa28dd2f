#include "ui/window/preferences.h"

#include "ui/window/opening.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

namespace fairloom::ui::preferences {

namespace {

constexpr int most_recent = 8;

QList<RecentFile> readRecent()
{
    QSettings settings;
    QList<RecentFile> files;
    const int size = settings.beginReadArray(QStringLiteral("recentFiles"));
    for (int i = 0; i < size; ++i) {
        settings.setArrayIndex(i);
        files << RecentFile{settings.value("source").toString(), settings.value("test").toString(),
                            settings.value("recipe").toString(), settings.value("schema").toString(),
                            settings.value("corrections").toString()};
    }
    settings.endArray();
    return files;
}

void writeRecent(const QList<RecentFile> &files)
{
    QSettings settings;
    settings.remove(QStringLiteral("recentFiles"));
    settings.beginWriteArray(QStringLiteral("recentFiles"), static_cast<int>(files.size()));
    for (int i = 0; i < files.size(); ++i) {
        settings.setArrayIndex(i);
        settings.setValue("source", files[i].source);
        settings.setValue("test", files[i].test);
        settings.setValue("recipe", files[i].recipe);
        settings.setValue("schema", files[i].schema);
        settings.setValue("corrections", files[i].corrections);
    }
    settings.endArray();
}

} // namespace

QList<RecentFile> recentFiles()
{
    QList<RecentFile> files = readRecent();
    files.removeIf([](const RecentFile &file) { return !QFileInfo::exists(fileOf(file.source)); });
    return files;
}

void addRecentFile(const RecentFile &file)
{
    QList<RecentFile> files = readRecent();
    files.removeIf([&](const RecentFile &other) { return other.source == file.source; });
    files.prepend(file);
    if (files.size() > most_recent)
        files.resize(most_recent);
    writeRecent(files);
}

void clearRecentFiles()
{
    writeRecent({});
}

QStringList recentProjects()
{
    QStringList folders = QSettings().value("recentProjects").toStringList();
    folders.removeIf([](const QString &folder) { return !QFileInfo(folder).isDir(); });
    return folders;
}

void addRecentProject(const QString &folder)
{
    QStringList folders = QSettings().value("recentProjects").toStringList();
    folders.removeAll(folder);
    folders.prepend(folder);
    if (folders.size() > most_recent)
        folders.resize(most_recent);
    QSettings().setValue("recentProjects", folders);
}

void clearRecentProjects()
{
    QSettings().remove("recentProjects");
}

QString lastFolder()
{
    return QSettings().value("lastFolder", QDir::homePath()).toString();
}

void setLastFolder(const QString &folder)
{
    QSettings().setValue("lastFolder", folder);
}

QString studyDataFolder()
{
    const QString chosen = QSettings().value("studyDataFolder").toString();
    return chosen.isEmpty() ? qEnvironmentVariable("FAIRLOOM_DATA_DIR") : chosen;
}

void setStudyDataFolder(const QString &folder)
{
    QSettings().setValue("studyDataFolder", folder);
}

QString policyFile()
{
    return QSettings().value("policyFile").toString();
}

void setPolicyFile(const QString &file)
{
    QSettings().setValue("policyFile", file);
}

int lessonStep(const QString &lesson)
{
    return QSettings().value(QStringLiteral("lessons/") + lesson, 0).toInt();
}

void setLessonStep(const QString &lesson, int step)
{
    QSettings().setValue(QStringLiteral("lessons/") + lesson, step);
}

Theme::Mode appearance()
{
    const QString value = QSettings().value("appearance").toString();
    return value == u"light" ? Theme::Mode::light : value == u"dark" ? Theme::Mode::dark : Theme::Mode::system;
}

void setAppearance(Theme::Mode mode)
{
    QSettings().setValue("appearance", mode == Theme::Mode::light  ? QStringLiteral("light")
                                       : mode == Theme::Mode::dark ? QStringLiteral("dark")
                                                                   : QStringLiteral("system"));
}

QString language()
{
    return QSettings().value("language").toString();
}

void setLanguage(const QString &language)
{
    QSettings().setValue("language", language);
}

QByteArray windowGeometry()
{
    return QSettings().value("window/geometry").toByteArray();
}

QByteArray windowState()
{
    return QSettings().value("window/state").toByteArray();
}

void setWindow(const QByteArray &geometry, const QByteArray &state)
{
    QSettings settings;
    settings.setValue("window/geometry", geometry);
    settings.setValue("window/state", state);
}

} // namespace fairloom::ui::preferences
