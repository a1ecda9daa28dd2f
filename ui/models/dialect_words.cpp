#include "ui/models/dialect_words.h"

#include "ui/text.h"

#include <QCoreApplication>
#include <QStringList>

namespace fairloom::ui {

namespace {

struct DialectWords {
    Q_DECLARE_TR_FUNCTIONS(Dialect)
};

} // namespace

QString separatorName(char separator)
{
    switch (separator) {
    case ',': return DialectWords::tr("comma");
    case ';': return DialectWords::tr("semicolon");
    case '\t': return DialectWords::tr("tab");
    case ' ': return DialectWords::tr("blanks");
    case '|': return DialectWords::tr("bar |");
    case ':': return DialectWords::tr("colon");
    default: return QString(QLatin1Char(separator));
    }
}

QString describeDialect(const DialectRule &dialect)
{
    QStringList out;
    if (dialect.separator)
        out << separatorName(*dialect.separator);
    if (dialect.quote)
        out << (*dialect.quote == '\0' ? DialectWords::tr("no quotes") : DialectWords::tr("quotes %1").arg(QLatin1Char(*dialect.quote)));
    if (dialect.decimal_mark)
        out << (*dialect.decimal_mark == ',' ? DialectWords::tr("decimal comma") : DialectWords::tr("decimal point"));
    if (dialect.header)
        out << (*dialect.header ? DialectWords::tr("header") : DialectWords::tr("no header"));
    if (dialect.preamble_lines.value_or(0) > 0)
        out << DialectWords::tr("%n line(s) above the table", nullptr, static_cast<int>(*dialect.preamble_lines));
    if (!dialect.comment_prefix.value_or("").empty())
        out << DialectWords::tr("comments after %1").arg(toQString(*dialect.comment_prefix));
    if (dialect.encoding && *dialect.encoding != "utf-8")
        out << toQString(*dialect.encoding);
    return out.join(QStringLiteral(", "));
}

} // namespace fairloom::ui
