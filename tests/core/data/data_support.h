#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/data/csv_reader.h"
#include "core/data/dataset.h"
#include "core/data/table_file.h"
#include "core/data/table.h"
#include "real_data.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <string>

namespace fairloom::test {

/// real_data() for Qt.
inline QString real_file(const QString &file) { return QString::fromStdString(real_data(file.toStdString()).string()); }

inline Table parse(const std::string &text, const CsvOptions &options = {}, const std::string &name = "t.csv")
{
    NoProgress progress;
    return read_csv(text, name, options, progress, {}).table;
}

inline std::shared_ptr<const Dataset> open(const QString &file, const DatasetOptions &options = {})
{
    NoProgress progress;
    return open_dataset(file.toStdString(), options, progress, {});
}

/// What the function complains about, or a text that no error has.
inline QString complaint(const std::function<void()> &function)
{
    try {
        function();
    } catch (const InputError &error) {
        return QString::fromUtf8(error.what());
    }
    return QStringLiteral("(no error)");
}

/// The table row by row: "a|b;c|d".
inline QString spelled(const Table &table)
{
    QString out;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        for (std::size_t c = 0; c < table.columns.size(); ++c)
            out += (c > 0 ? "|" : "") + QString::fromStdString(table.columns[c].text(row));
        out += ";";
    }
    return out;
}

inline QString names(const Table &table)
{
    QStringList list;
    for (const Column &column : table.columns)
        list += QString::fromStdString(column.name);
    return list.join("|");
}

} // namespace fairloom::test
