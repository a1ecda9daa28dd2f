#pragma once

#include "core/data/dialect.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fairloom {

/// Where to begin reading: the first character of a line, and that line's number.
struct CsvStart {
    std::size_t position = 0;
    std::uint32_t line = 1;
};

/// Cuts delimited text into records of fields without copying them. RFC 4180 quotes with separators, line ends and
/// doubled quotes inside; LF, CRLF or CR; a UTF-8 byte-order mark, comment lines and blank lines are passed over;
/// blanks around fields do not count. A blank as separator stands for any number of them. From the beginning of the text on, the
/// dialect's preamble is passed over.
class CsvTokens {
public:
    /// Where a field lies in the text, in 8 bytes: a big file has many.
    class Field {
    public:
        Field(std::size_t offset, std::size_t length, bool doubled)
            : bits_(static_cast<std::uint64_t>(offset) << 24 | static_cast<std::uint64_t>(length) << 1 | (doubled ? 1 : 0))
        {
        }
        static constexpr std::size_t longest = (std::size_t{1} << 23) - 1;
        std::size_t offset() const { return static_cast<std::size_t>(bits_ >> 24); }
        std::size_t length() const { return static_cast<std::size_t>(bits_ >> 1) & longest; }
        bool doubled() const { return (bits_ & 1) != 0; } ///< has doubled quotes that stand for one, or escaped characters

    private:
        std::uint64_t bits_;
    };

    /// `text` must outlive the object; `name` is the file's, for errors.
    CsvTokens(std::string_view text, std::string name, const CsvDialect &dialect, CsvStart start = {});

    /// Appends the fields of the next record; false at the end. Throws InputError with the line number.
    bool next(std::vector<Field> &fields);
    /// After next() threw: goes on behind the line on which the record began.
    void skip_line();
    /// Line on which the record that next() returned last begins, from 1.
    std::uint32_t line() const { return record_line_; }
    std::uint32_t next_line() const { return line_; }
    std::size_t position() const { return at_; }

    /// The field's text; `scratch` is used if doubled quotes have to go.
    std::string_view value(Field field, std::string &scratch) const;

private:
    bool skip_to_record();
    bool is_blank(char c) const { return (c == ' ' || c == '\t') && c != separator_; }
    void skip_line_end();
    std::size_t closing_quote(std::size_t from) const;
    void quoted(std::vector<Field> &fields);
    void unquoted(std::vector<Field> &fields);
    void add(std::vector<Field> &fields, std::size_t begin, std::size_t end, bool doubled) const;

    std::string_view text_;
    std::string name_;
    std::string comment_;
    char separator_;
    char quote_;
    char escape_;
    std::size_t at_;
    std::uint32_t line_;
    std::size_t record_begin_ = 0;
    std::uint32_t record_line_ = 1;
};

} // namespace fairloom
