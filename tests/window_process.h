#pragma once

#include <QDir>
#include <QProcessEnvironment>
#include <QString>

/// For the window as a process of its own: no screen, and the preferences and projects of a home in `folder` in place of the user's.
inline QProcessEnvironment window_environment(const QString &folder)
{
    QProcessEnvironment out = QProcessEnvironment::systemEnvironment();
    out.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    out.insert(QStringLiteral("XDG_CONFIG_HOME"), QDir(folder).filePath(QStringLiteral("config")));
    out.insert(QStringLiteral("XDG_DATA_HOME"), QDir(folder).filePath(QStringLiteral("data")));
    return out;
}

inline QString window_program() { return QStringLiteral(FAIRLOOM_BINARY_DIR "/bin/fairloom"); }
