#pragma once

#include <QList>
#include <QRegularExpression>
#include <QString>
#include <QXmlStreamReader>

#include <string>

namespace fairloom {

/// A report as its reader meets it.
struct ReadCell {
    QString text, guide; ///< the figure whose definition it leads to
};
struct ReadTable {
    QString section;     ///< id of the h2 before it
    QString part;        ///< text of the h3 before it, if there is one in the section
    QString caption;
    QList<ReadCell> head;
    QList<QList<ReadCell>> rows;

    QString label() const { return section + QStringLiteral(", ") + caption; }
};
struct ReadReport {
    QString fault;       ///< what makes it no well-formed XML; empty if nothing
    QList<ReadTable> tables;
    QStringList headings; ///< "h1 Audit report", "h2 ..."
    QStringList ids, links;
    int plots = 0;

    const ReadTable *table(const QString &caption) const
    {
        for (const ReadTable &table : tables)
            if (table.caption.contains(caption))
                return &table;
        return nullptr;
    }
};

/// The report is also well-formed XML but for its document type and void elements.
inline QString report_as_xml(const std::string &html)
{
    QString text = QString::fromStdString(html);
    text.remove(QStringLiteral("<!DOCTYPE html>"));
    text.replace(QRegularExpression(QStringLiteral("<meta ([^>]*)>")), QStringLiteral("<meta \\1/>"));
    return text;
}

class ReportReader {
public:
    static ReadReport read(const std::string &html)
    {
        ReportReader reader(html);
        while (!reader.xml_.atEnd())
            reader.step();
        if (reader.xml_.hasError())
            reader.out_.fault = reader.xml_.errorString() + QStringLiteral(", line %1").arg(reader.xml_.lineNumber());
        return reader.out_;
    }

private:
    explicit ReportReader(const std::string &html) : xml_(report_as_xml(html)) {}

    void step()
    {
        if (xml_.readNext() == QXmlStreamReader::Characters)
            text_ += xml_.text();
        else if (xml_.isStartElement())
            begin(xml_.name().toString());
        else if (xml_.isEndElement())
            end(xml_.name().toString());
    }

    void begin(const QString &name)
    {
        const auto attributes = xml_.attributes();
        if (attributes.hasAttribute(QStringLiteral("id")))
            out_.ids << attributes.value(QStringLiteral("id")).toString();
        if (name == QStringLiteral("h2")) {
            section_ = attributes.value(QStringLiteral("id")).toString();
            part_.clear();
        }
        if (name == QStringLiteral("a")) {
            out_.links << attributes.value(QStringLiteral("href")).toString();
            guide_ = out_.links.last().mid(QStringLiteral("#figure-").size());
            return; // its text is the cell's
        }
        if (name == QStringLiteral("svg"))
            ++out_.plots;
        if (name == QStringLiteral("table"))
            out_.tables.append(ReadTable{section_, part_, {}, {}, {}});
        if (name == QStringLiteral("tbody"))
            in_body_ = true;
        if (name == QStringLiteral("tr"))
            row_.clear();
        text_.clear();
        if (name == QStringLiteral("th") || name == QStringLiteral("td"))
            guide_.clear();
    }

    void end(const QString &name)
    {
        if (name.size() == 2 && name[0] == QLatin1Char('h') && name[1].isDigit()) {
            out_.headings << name + QLatin1Char(' ') + text_;
            if (name == QStringLiteral("h3"))
                part_ = text_;
        }
        if (name == QStringLiteral("caption"))
            out_.tables.last().caption = text_;
        if (name == QStringLiteral("th") || name == QStringLiteral("td"))
            row_.append({text_, guide_});
        if (name == QStringLiteral("thead"))
            out_.tables.last().head = row_;
        if (name == QStringLiteral("tbody"))
            in_body_ = false;
        if (name == QStringLiteral("tr") && in_body_)
            out_.tables.last().rows.append(row_);
    }

    QXmlStreamReader xml_;
    ReadReport out_;
    QString section_, part_, text_, guide_;
    QList<ReadCell> row_;
    bool in_body_ = false;
};

} // namespace fairloom
