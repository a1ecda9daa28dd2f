#pragma once

#include <QByteArray>
#include <QFile>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

/// A small CSV reader of the test's own, so that what the program wrote is not judged by the program's own reader.
struct CsvFile {
    QStringList header;
    QList<QStringList> rows;

    static CsvFile read(const QString &path)
    {
        CsvFile out;
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return out;
        const QString text = QString::fromUtf8(file.readAll());
        QStringList record;
        QString field;
        bool quoted = false;
        for (qsizetype i = 0; i < text.size(); ++i) {
            const QChar c = text[i];
            if (quoted) {
                if (c != '"')
                    field += c;
                else if (i + 1 < text.size() && text[i + 1] == '"')
                    field += text[i++];
                else
                    quoted = false;
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',') {
                record << field;
                field.clear();
            } else if (c == '\n') {
                record << field;
                field.clear();
                (out.header.isEmpty() ? out.header : out.rows.emplaceBack()) = record;
                record.clear();
            } else if (c != '\r') {
                field += c;
            }
        }
        return out;
    }

    QStringList column(const QString &name) const
    {
        const qsizetype at = header.indexOf(name);
        QStringList out;
        for (const QStringList &row : rows)
            out << row.value(at);
        return out;
    }
};
