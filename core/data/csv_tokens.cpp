#include "core/data/csv_tokens.h"

#include "core/base/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

namespace fairloom {

CsvTokens::CsvTokens(std::string_view text, std::string name, const CsvDialect &dialect, CsvStart start)
    : text_(text), name_(std::move(name)), comment_(dialect.comment_prefix), separator_(dialect.separator), quote_(dialect.quote),
      escape_(dialect.escape), at_(start.position), line_(start.line)
{
    if (at_ > 0)
        return;
    if (text_.starts_with("\xef\xbb\xbf"))
        at_ = 3;
    for (std::size_t i = 0; i < dialect.preamble_lines && at_ < text_.size(); ++i) {
        at_ = std::min(text_.find_first_of("\r\n", at_), text_.size());
        skip_line_end();
    }
}

void CsvTokens::skip_line()
{
    at_ = std::min(text_.find_first_of("\r\n", record_begin_), text_.size());
    line_ = record_line_;
    skip_line_end();
}

void CsvTokens::skip_line_end()
{
    if (at_ >= text_.size())
        return;
    if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n')
        ++at_;
    ++at_;
    ++line_;
}

bool CsvTokens::skip_to_record()
{
    while (at_ < text_.size()) {
        std::size_t p = at_;
        if (!comment_.empty() && text_.substr(p).starts_with(comment_)) {
            p = std::min(text_.find_first_of("\r\n", p), text_.size());
        } else {
            while (p < text_.size() && (text_[p] == ' ' || is_blank(text_[p])))
                ++p;
            if (p < text_.size() && text_[p] != '\r' && text_[p] != '\n')
                return true;
        }
        at_ = p;
        skip_line_end();
    }
    return false;
}

bool CsvTokens::next(std::vector<Field> &fields)
{
    if (!skip_to_record())
        return false;
    record_line_ = line_;
    record_begin_ = at_;
    for (;;) {
        while (at_ < text_.size() && (is_blank(text_[at_]) || (separator_ == ' ' && text_[at_] == ' ')))
            ++at_;
        const bool at_end = at_ >= text_.size() || text_[at_] == '\r' || text_[at_] == '\n';
        if (separator_ == ' ' && at_end)
            break; // blanks at the end of a line are no field
        if (!at_end && quote_ != '\0' && text_[at_] == quote_)
            quoted(fields);
        else
            unquoted(fields);
        if (at_ >= text_.size() || text_[at_] != separator_)
            break;
        ++at_;
    }
    skip_line_end();
    return true;
}

void CsvTokens::unquoted(std::vector<Field> &fields)
{
    const std::size_t begin = at_;
    const char *p = text_.data() + at_;
    const char *const end = text_.data() + text_.size();
    const char separator = separator_;
    while (p < end && *p != separator && *p != '\n' && *p != '\r')
        ++p;
    at_ = static_cast<std::size_t>(p - text_.data());
    std::size_t last = at_;
    while (last > begin && is_blank(text_[last - 1]))
        --last;
    add(fields, begin, last, false);
}

/// Where the next quote is that no escape stands before, or the text's end.
std::size_t CsvTokens::closing_quote(std::size_t from) const
{
    if (escape_ == '\0') {
        const void *found = from < text_.size() ? std::memchr(text_.data() + from, quote_, text_.size() - from) : nullptr;
        return found ? static_cast<std::size_t>(static_cast<const char *>(found) - text_.data()) : text_.size();
    }
    while (from < text_.size() && text_[from] != quote_)
        from += text_[from] == escape_ ? 2 : 1;
    return std::min(from, text_.size());
}

void CsvTokens::quoted(std::vector<Field> &fields)
{
    const std::uint32_t opened = line_;
    const std::size_t begin = ++at_;
    bool doubled = false;
    for (;;) {
        const std::size_t end = closing_quote(at_);
        if (end >= text_.size())
            throw InputError(FAIRLOOM_TEXT("A quote is opened here and never closed"), fmt::format("{}, line {}", name_, opened),
                             FAIRLOOM_TEXT("Close the quote, or double it if it belongs to the text"));
        for (std::size_t i = at_; i < end; ++i) {
            if (text_[i] == '\n' || (text_[i] == '\r' && text_[i + 1] != '\n'))
                ++line_;
            doubled = doubled || (escape_ != '\0' && text_[i] == escape_);
        }
        at_ = end + 1;
        if (at_ < text_.size() && text_[at_] == quote_) {
            doubled = true;
            ++at_;
            continue;
        }
        add(fields, begin, end, doubled);
        break;
    }
    while (at_ < text_.size() && is_blank(text_[at_]))
        ++at_;
    if (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\r' && text_[at_] != '\n')
        throw InputError(FAIRLOOM_TEXT("There is text behind the closing quote of a field"),
                         fmt::format("{}, line {}", name_, line_), FAIRLOOM_TEXT("Double quotes that belong to the text"));
}

void CsvTokens::add(std::vector<Field> &fields, std::size_t begin, std::size_t end, bool doubled) const
{
    if (end - begin > Field::longest)
        throw InputError(FAIRLOOM_TEXT("A field is longer than 8 million characters"),
                         fmt::format("{}, line {}", name_, record_line_), FAIRLOOM_TEXT("Look for a quote that is not closed"));
    fields.emplace_back(begin, end - begin, doubled);
}

std::string_view CsvTokens::value(Field field, std::string &scratch) const
{
    const std::string_view raw = text_.substr(field.offset(), field.length());
    if (!field.doubled())
        return raw;
    scratch.clear();
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (escape_ != '\0' && raw[i] == escape_ && i + 1 < raw.size()) {
            scratch += raw[++i];
            continue;
        }
        scratch += raw[i];
        if (raw[i] == quote_)
            ++i;
    }
    return scratch;
}

} // namespace fairloom
