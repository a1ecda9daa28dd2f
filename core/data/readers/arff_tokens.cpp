#include "core/data/readers/arff_tokens.h"

#include <algorithm>
#include <charconv>

namespace fairloom {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

std::string_view without_blanks_behind(std::string_view text)
{
    while (!text.empty() && is_blank(text.back()))
        text.remove_suffix(1);
    return text;
}

void append_character(std::string &out, unsigned code)
{
    if (code < 0x80) {
        out += static_cast<char>(code);
        return;
    }
    if (code < 0x800) {
        out += static_cast<char>(0xc0 | code >> 6);
    } else {
        out += static_cast<char>(0xe0 | code >> 12);
        out += static_cast<char>(0x80 | (code >> 6 & 0x3f));
    }
    out += static_cast<char>(0x80 | (code & 0x3f));
}

/// Appends what the escape at `at`, a backslash, stands for; returns where the text goes on.
std::size_t append_escaped(std::string &out, std::string_view text, std::size_t at)
{
    const char c = at + 1 < text.size() ? text[at + 1] : '\\';
    if (c == 'u' && at + 6 <= text.size()) {
        unsigned code = 0;
        const auto [end, error] = std::from_chars(text.data() + at + 2, text.data() + at + 6, code, 16);
        if (error == std::errc() && end == text.data() + at + 6 && (code < 0xd800 || code > 0xdfff)) {
            append_character(out, code);
            return at + 6;
        }
    }
    out += c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c;
    return at + 2;
}

std::string unescaped(std::string_view text, char quote)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '\\') {
            at = append_escaped(out, text, at);
        } else {
            out += text[at];
            at += text[at] == quote ? 2 : 1;
        }
    }
    return out;
}

} // namespace

ArffLines::ArffLines(std::string_view text)
    : text_(text), end_(text.find('\n') == std::string_view::npos && text.find('\r') != std::string_view::npos ? '\r' : '\n')
{
}

bool ArffLines::next(std::string_view &line)
{
    if (at_ >= text_.size())
        return false;
    const std::size_t end = std::min(text_.find(end_, at_), text_.size());
    line = text_.substr(at_, end - at_);
    at_ = end + 1;
    ++number_;
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    line = without_blanks_behind(skip_blanks(line));
    return true;
}

std::string_view skip_blanks(std::string_view text)
{
    while (!text.empty() && is_blank(text.front()))
        text.remove_prefix(1);
    return text;
}

std::string_view without_comment(std::string_view line)
{
    if (line.find('%') == std::string_view::npos)
        return line;
    char quote = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        const bool begins = i == 0 || is_blank(line[i - 1]) || line[i - 1] == ',' || line[i - 1] == '{';
        if (quote != 0) {
            if (c == '\\')
                ++i;
            else if (c == quote)
                quote = 0;
        } else if ((c == '\'' || c == '"') && begins) {
            quote = c;
        } else if (c == '%' && (i == 0 || is_blank(line[i - 1]))) {
            return without_blanks_behind(line.substr(0, i));
        }
    }
    return line;
}

void ArffTokens::clear()
{
    tokens_.clear();
    own_used_ = 0;
}

ArffFault ArffTokens::take(std::string_view &rest, std::string_view stops, Token &token)
{
    const char quote = rest.empty() ? '\0' : rest.front();
    if (quote != '\'' && quote != '"') {
        std::size_t end = 0;
        while (end < rest.size() && stops.find(rest[end]) == std::string_view::npos)
            ++end;
        token = {without_blanks_behind(rest.substr(0, end)), true};
        rest.remove_prefix(end);
        return ArffFault::none;
    }
    bool escapes = false;
    std::size_t end = 1;
    for (;; ++end) {
        if (end >= rest.size())
            return ArffFault::unclosed_quote;
        if (rest[end] == '\\') {
            escapes = true;
            ++end;
        } else if (rest[end] == quote) {
            if (end + 1 >= rest.size() || rest[end + 1] != quote)
                break;
            escapes = true;
            ++end;
        }
    }
    token = {rest.substr(1, end - 1), true};
    rest = rest.substr(end + 1);
    if (escapes) {
        if (own_used_ == own_.size())
            own_.emplace_back();
        std::string &own = own_[own_used_++];
        own = unescaped(token.text, quote);
        token = {own, false};
    }
    return ArffFault::none;
}

ArffFault ArffTokens::cut(std::string_view line)
{
    clear();
    for (std::string_view rest = line;;) {
        rest = skip_blanks(rest);
        Token token;
        if (const ArffFault fault = take(rest, ",", token); fault != ArffFault::none)
            return fault;
        tokens_.push_back(token);
        rest = skip_blanks(rest);
        if (rest.empty())
            return ArffFault::none;
        if (rest.front() != ',')
            return ArffFault::text_behind_quote;
        rest.remove_prefix(1);
    }
}

ArffFault ArffTokens::cut_at_blanks(std::string_view line, bool &commas)
{
    clear();
    commas = false;
    for (std::string_view rest = skip_blanks(line); !rest.empty(); rest = skip_blanks(rest)) {
        Token token;
        if (const ArffFault fault = take(rest, " \t,", token); fault != ArffFault::none)
            return fault;
        tokens_.push_back(token);
        if (!rest.empty() && !is_blank(rest.front())) {
            commas = commas || rest.front() == ',';
            rest.remove_prefix(1);
        }
    }
    return ArffFault::none;
}

} // namespace fairloom
