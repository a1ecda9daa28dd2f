#pragma once

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTextStream>

/// A table with everything a schema is for: an identifier, codes for missing values, many small categories, an order, a leak of the
/// target; the same in every run.
inline QString writeSchemaFile(const QTemporaryDir &folder, const QString &name = QStringLiteral("loans.csv"), int rows = 400)
{
    const QString path = QDir(folder.path()).filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return {};
    QTextStream out(&file);
    out << "case_id,sex,age,region,school,granted,payout\n";
    unsigned state = 11;
    const auto draw = [&state](unsigned below) {
        state = state * 1664525u + 1013904223u;
        return (state >> 16) % below;
    };
    const char *const regions[] = {"north", "south", "east", "west"};
    const char *const schools[] = {"low", "middle", "high"};
    for (int i = 0; i < rows; ++i) {
        const bool woman = draw(2) == 0;
        const unsigned age = 18 + draw(60), school = draw(3);
        const bool granted = draw(100) < (woman ? 30u : 45u) + 10 * school;
        out << 1000 + i << ',' << (woman ? "f" : "m") << ',';
        if (i % 20 == 3)
            out << "-9";
        else
            out << age;
        out << ',' << regions[draw(4)] << ',' << schools[school] << ',' << (granted ? "yes" : "no") << ','
            << (granted ? 100 + draw(900) : 0) << '\n';
    }
    return path;
}
