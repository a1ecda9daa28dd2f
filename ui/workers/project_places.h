#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <filesystem>
#include <stop_token>
#include <vector>

namespace fairloom::ui {

/// Whether the folder can be opened as a project: one that was saved, or one that a study has written to.
bool isProjectFolder(const std::filesystem::path &folder);
/// The folder of a project that a person named by it or by its project.json; empty if it is neither.
QString projectFolderOf(const QString &path);

// Projects that were not given a name yet are kept in the user's data folder, so that a crash loses nothing.

/// The folder that they are in: .../projects
std::filesystem::path untitledRoot();
bool isUntitled(const std::filesystem::path &project);
/// "Untitled 2", or the name of the folder.
QString projectTitle(const std::filesystem::path &project);

/// Makes the folder of a new one, with the first number that is free. Throws InputError.
std::filesystem::path makeUntitledFolder();

/// A project of an earlier start.
struct LeftProject {
    QString folder;
    QString title;
    QString dataName;          ///< "adult.data"; empty if nothing was open
    int runs = 0;
    QDateTime changed;
    bool wasInterrupted = false; ///< its window did not come to close it
};

/// Untitled ones, and those of `named` whose window did not come to close them; newest first, without those that a window has open.
/// Untitled ones in which nothing was done are removed. Throws Cancelled.
std::vector<LeftProject> leftProjects(const QStringList &named, const std::stop_token &stop);

} // namespace fairloom::ui
