#pragma once

#include "core/data/number_text.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace fairloom {

/// How the characters of a delimited file are read.
struct CsvDialect {
    char separator = ',';                     ///< ' ' = any number of blanks and tabs
    char quote = '"';                         ///< '\0' = none
    char escape = '\0';                       ///< inside quotes, the next character stands for itself; '\0' = quotes are doubled
    std::optional<bool> header;               ///< unset = decide from the content
    std::string comment_prefix;               ///< lines that start with it are passed over ("|" in adult.test)
    std::size_t preamble_lines = 0;           ///< lines above the header or the first row: titles, dates of an export
    NumberMarks marks;                        ///< how numbers are written
    std::vector<std::string> missing = {"", "?", "NA", "N/A", "NaN", "nan", "NULL", "null"}; ///< after trimming blanks
    bool operator==(const CsvDialect &) const = default;
};

/// What a recipe, a schema or a person says about a file's dialect; what is unset is found out from the file.
struct DialectRule {
    std::optional<std::string> encoding;      ///< "utf-8", "utf-16le", "utf-16be", "windows-1252"
    std::optional<char> separator, quote, escape;
    std::optional<bool> header;
    std::optional<std::string> comment_prefix;
    std::optional<std::size_t> preamble_lines;
    std::optional<char> decimal_mark;
    std::optional<std::string> thousands_mark; ///< empty = none
    std::optional<std::vector<std::string>> missing;
    bool operator==(const DialectRule &) const = default;

    /// The rule that leaves nothing open but the encoding.
    static DialectRule of(const CsvDialect &dialect);
    /// The rule with a CsvDialect's own defaults where nothing is said.
    CsvDialect with_defaults() const;
    /// The spellings of a missing value that hold.
    std::vector<std::string> missing_spellings() const { return with_defaults().missing; }
};

/// Calls visit(pointer to member) for every part of a rule.
template <typename Visit>
void for_each_part(const Visit &visit)
{
    visit(&DialectRule::encoding);
    visit(&DialectRule::separator);
    visit(&DialectRule::quote);
    visit(&DialectRule::escape);
    visit(&DialectRule::header);
    visit(&DialectRule::comment_prefix);
    visit(&DialectRule::preamble_lines);
    visit(&DialectRule::decimal_mark);
    visit(&DialectRule::thousands_mark);
    visit(&DialectRule::missing);
}

} // namespace fairloom
