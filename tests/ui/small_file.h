#pragma once

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTextStream>

/// A small table with a group, a proxy of it, a number and a label that depends on all of them; the same in every run.
inline QString writeSmallFile(const QTemporaryDir &folder, int rows = 600)
{
    const QString path = QDir(folder.path()).filePath(QStringLiteral("small.csv"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return {};
    QTextStream out(&file);
    out << "group,district,income,granted\n";
    unsigned state = 7;
    const auto draw = [&state](unsigned below) {
        state = state * 1664525u + 1013904223u;
        return (state >> 16) % below;
    };
    for (int i = 0; i < rows; ++i) {
        const bool first = draw(2) == 0;
        const bool north = draw(10) < (first ? 7u : 3u);
        const unsigned income = 20 + draw(60);
        const bool granted = draw(100) < income + (north ? 10 : 0) - (first ? 0 : 10);
        out << (first ? "a" : "b") << ',' << (north ? "north" : "south") << ',' << income << ',' << (granted ? "yes" : "no") << '\n';
    }
    return path;
}
