#include "core/data/dialect.h"

namespace fairloom {

DialectRule DialectRule::of(const CsvDialect &dialect)
{
    DialectRule rule;
    rule.separator = dialect.separator;
    rule.quote = dialect.quote;
    rule.escape = dialect.escape;
    rule.header = dialect.header;
    rule.comment_prefix = dialect.comment_prefix;
    rule.preamble_lines = dialect.preamble_lines;
    rule.decimal_mark = dialect.marks.decimal;
    rule.thousands_mark = dialect.marks.thousands;
    rule.missing = dialect.missing;
    return rule;
}

CsvDialect DialectRule::with_defaults() const
{
    CsvDialect dialect;
    dialect.separator = separator.value_or(dialect.separator);
    dialect.quote = quote.value_or(dialect.quote);
    dialect.escape = escape.value_or(dialect.escape);
    dialect.header = header;
    dialect.comment_prefix = comment_prefix.value_or(dialect.comment_prefix);
    dialect.preamble_lines = preamble_lines.value_or(dialect.preamble_lines);
    dialect.marks.decimal = decimal_mark.value_or(dialect.marks.decimal);
    dialect.marks.thousands = thousands_mark.value_or(dialect.marks.thousands);
    if (missing)
        dialect.missing = *missing;
    return dialect;
}

} // namespace fairloom
