#include "ui/models/value_list.h"

#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <functional>

namespace fairloom::ui {

QString joinValues(const std::vector<std::string> &values)
{
    QStringList out;
    for (const std::string &value : values) {
        QString text = QString::fromStdString(value);
        if (text.isEmpty() || text.contains(u',') || text.contains(u'"') || text != text.trimmed())
            text = u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
        out << text;
    }
    return out.join(QStringLiteral(", "));
}

std::vector<std::string> splitValues(const QString &line)
{
    std::vector<std::string> out;
    QString text;
    bool quoted = false, wasQuoted = false;
    const auto put = [&] {
        const QString value = wasQuoted ? text : text.trimmed();
        if ((wasQuoted || !value.isEmpty()) && std::find(out.begin(), out.end(), value.toStdString()) == out.end())
            out.push_back(value.toStdString());
        text.clear();
        wasQuoted = false;
    };
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (quoted && c == u'"' && i + 1 < line.size() && line[i + 1] == u'"') {
            text += c;
            ++i;
        } else if (c == u'"' && (quoted || text.trimmed().isEmpty())) {
            if (!quoted)
                text.clear();
            quoted = !quoted;
            wasQuoted = true;
        } else if (c == u',' && !quoted) {
            put();
        } else if (!wasQuoted || quoted) {
            text += c;
        }
    }
    put();
    return out;
}

std::optional<std::vector<double>> splitNumbers(const QString &line)
{
    static const QRegularExpression between(QStringLiteral("[;\\s]+"));
    std::vector<double> out;
    for (const QString &part : line.split(between, Qt::SkipEmptyParts)) {
        bool is = false;
        double value = QLocale::c().toDouble(part, &is);
        if (!is)
            value = QLocale().toDouble(part, &is);
        if (!is)
            return std::nullopt;
        out.push_back(value);
    }
    if (!std::is_sorted(out.begin(), out.end(), std::less_equal<>()))
        return std::nullopt;
    return out;
}

QString joinNumbers(const std::vector<double> &numbers)
{
    QStringList out;
    for (const double value : numbers)
        out << QString::number(value, 'g', 15);
    return out.join(QStringLiteral("; "));
}

} // namespace fairloom::ui
