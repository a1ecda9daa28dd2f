#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/data/readers/raw_table.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <functional>

namespace fairloom::test {

/// What the function complains about, or a text that no error has.
inline QString fault_of(const std::function<void()> &function)
{
    try {
        function();
    } catch (const InputError &error) {
        return QString::fromUtf8(error.what());
    }
    return QStringLiteral("(no error)");
}

/// Column names, "a|b".
inline QString names(const RawTable &table)
{
    QString out;
    for (const RawColumn &column : table.columns)
        out += (out.isEmpty() ? "" : "|") + QString::fromStdString(column.name);
    return out;
}

/// The table row by row, "a|b;c|d"; a row's missing value is "-".
inline QString spelled(const RawTable &table)
{
    QString out;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            const RawColumn &column = table.columns[c];
            const QString cell = column.codes[row] < 0 ? QStringLiteral("-")
                                                       : QString::fromStdString(column.values[static_cast<std::size_t>(column.codes[row])]);
            out += (c > 0 ? "|" : "") + cell;
        }
        out += ";";
    }
    return out;
}

/// Declared types, a letter a column: Number, Category, Text, Date, - for none.
inline QString declared(const RawTable &table)
{
    QString out;
    for (const RawColumn &column : table.columns)
        out += QString("-NCTD").at(static_cast<int>(column.declared));
    return out;
}

/// Lines that were passed over, "3 (2/4) 7 (0/0)": number, fields, expected fields.
inline QString bad_lines(const RawTable &table)
{
    QString out;
    for (const BadLine &bad : table.first_bad)
        out += (out.isEmpty() ? "" : " ") + QString("%1 (%2/%3)").arg(bad.line).arg(bad.fields).arg(bad.expected);
    return out;
}

inline void write_file(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

} // namespace fairloom::test
