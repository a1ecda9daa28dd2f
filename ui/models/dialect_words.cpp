#include "ui/models/dialect_words.h"

#include "ui/text.h"

#include <QCoreApplication>
#include <QStringList>

namespace fairloom::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Dialect)
};

} // namespace

QString separatorName(char separator)
{
    switch (separator) {
    case ',': return Words::tr("comma");
    case ';': return Words::tr("semicolon");
    case '\t': return Words::tr("tab");
    case ' ': return Words::tr("blanks");
    case '|': return Words::tr("bar |");
    case ':': return Words::tr("colon");
    default: return QString(QLatin1Char(separator));
    }
}

QString describeDialect(const DialectRule &dialect)
{
    QStringList out;
    if (dialect.separator)
        out << separatorName(*dialect.separator);
    if (dialect.quote)
        out << (*dialect.quote == '\0' ? Words::tr("no quotes") : Words::tr("quotes %1").arg(QLatin1Char(*dialect.quote)));
    if (dialect.decimal_mark)
        out << (*dialect.decimal_mark == ',' ? Words::tr("decimal comma") : Words::tr("decimal point"));
    if (dialect.header)
        out << (*dialect.header ? Words::tr("header") : Words::tr("no header"));
    if (dialect.preamble_lines.value_or(0) > 0)
        out << Words::tr("%n line(s) above the table", nullptr, static_cast<int>(*dialect.preamble_lines));
    if (!dialect.comment_prefix.value_or("").empty())
        out << Words::tr("comments after %1").arg(toQString(*dialect.comment_prefix));
    if (dialect.encoding && *dialect.encoding != "utf-8")
        out << toQString(*dialect.encoding);
    return out.join(QStringLiteral(", "));
}

} // namespace fairloom::ui
