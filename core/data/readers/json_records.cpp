#include "core/data/readers/json_records.h"

#include "core/base/error.h"

#include <algorithm>

namespace fairloom {

namespace {

constexpr std::string_view blanks = " \t\r\n";

/// Behind the string that begins at `at`; npos if it has no end on its line.
std::size_t end_of_string(std::string_view text, std::size_t at)
{
    for (++at;;) {
        while (at < text.size() && text[at] != '"' && text[at] != '\\' && text[at] != '\n')
            ++at;
        if (at >= text.size() || text[at] == '\n')
            return std::string_view::npos;
        if (text[at] == '"')
            return at + 1;
        at += 2;
    }
}

/// Behind the object or array that begins at `at`; npos if it has no end.
std::size_t end_of_brackets(std::string_view text, std::size_t at)
{
    std::size_t depth = 0;
    while (at < text.size()) {
        const char c = text[at];
        if (c == '"') {
            at = end_of_string(text, at);
            continue;
        }
        ++at;
        if (c == '{' || c == '[')
            ++depth;
        else if ((c == '}' || c == ']') && --depth == 0)
            return at;
    }
    return std::string_view::npos;
}

bool is_bracket(char c) { return c == '{' || c == '['; }

} // namespace

JsonRecords::JsonRecords(std::string_view text, const std::string &file) : text_(text), file_(file)
{
    const std::size_t begin = std::min(text.find_first_not_of(blanks), text.size());
    if (begin == text.size() || !is_bracket(text[begin]))
        return;
    const std::size_t line_end = std::min(text.find('\n', begin), text.size());
    const std::size_t end = end_of_brackets(text, begin);
    if (text[begin] == '[') {
        const std::size_t inside = text.find_first_not_of(blanks, begin + 1);
        // [[1,2],[3,4]] alone is a table, followed by a line of its kind it is a row.
        const bool whole = end == std::string_view::npos || text.find_first_not_of(blanks, end) == std::string_view::npos;
        const bool empty = inside != std::string_view::npos && text[inside] == ']';
        if (whole && inside != std::string_view::npos && (is_bracket(text[inside]) || empty || (end > line_end))) {
            skip_blanks();
            ++at_;
            layout_ = Layout::array;
            return;
        }
    }
    if (end != std::string_view::npos && end > line_end)
        layout_ = Layout::values;
}

bool JsonRecords::next(JsonRecord &record)
{
    return layout_ == Layout::lines ? next_line(record) : next_value(record);
}

bool JsonRecords::next_line(JsonRecord &record)
{
    while (at_ < text_.size()) {
        const std::size_t end = std::min(text_.find('\n', at_), text_.size());
        record = {text_.substr(at_, end - at_), line_++};
        at_ = end + 1;
        if (record.text.find_first_not_of(blanks) != std::string_view::npos)
            return true;
    }
    return false;
}

bool JsonRecords::next_value(JsonRecord &record)
{
    skip_blanks();
    const bool array = layout_ == Layout::array;
    const auto stray = [&] {
        return InputError(FAIRLOOM_TEXT("Something stands between two values that does not belong there"), place(),
                          FAIRLOOM_TEXT("Correct the line or remove it"));
    };
    const auto endless = [&] {
        return InputError(FAIRLOOM_TEXT("A value or the table itself has no end from here on"), place(),
                          FAIRLOOM_TEXT("Complete it, or fetch the file again"));
    };
    if (array && at_ < text_.size() && text_[at_] == ']') {
        ++at_;
        skip_blanks();
        if (at_ < text_.size())
            throw stray();
        layout_ = Layout::values; // which has come to its end
        return false;
    }
    if (at_ >= text_.size()) {
        if (array)
            throw endless();
        return false;
    }
    if (array && !first_) {
        if (text_[at_] != ',')
            throw stray();
        ++at_;
        skip_blanks();
    }
    first_ = false;
    if (at_ >= text_.size())
        throw endless();
    std::size_t end = 0;
    if (is_bracket(text_[at_]))
        end = end_of_brackets(text_, at_);
    else if (text_[at_] == '"')
        end = end_of_string(text_, at_);
    else
        end = std::min(text_.find_first_of(",] \t\r\n", at_), text_.size());
    if (end == std::string_view::npos)
        throw endless();
    if (end == at_)
        throw stray();
    record = {text_.substr(at_, end - at_), line_};
    line_ += static_cast<std::size_t>(std::count(record.text.begin(), record.text.end(), '\n'));
    at_ = end;
    return true;
}

void JsonRecords::skip_blanks()
{
    for (; at_ < text_.size() && blanks.find(text_[at_]) != std::string_view::npos; ++at_)
        line_ += text_[at_] == '\n';
}

std::string JsonRecords::place() const
{
    return file_ + ", line " + std::to_string(line_);
}

} // namespace fairloom
