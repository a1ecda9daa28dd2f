#include "core/data/dialect.h"

namespace fairloom {

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
