#include "core/data/csv_tokens.h"

#include "core/base/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <map>

namespace fairloom {

CsvTokens::CsvTokens(std::string_view text, std::string name, const CsvDialect &dialect)
    : text_(text), name_(std::move(name)), comment_(dialect.comment_prefix), separator_(dialect.separator), quote_(dialect.quote)
{
    if (text_.starts_with("\xef\xbb\xbf"))
        at_ = 3;
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

void CsvTokens::quoted(std::vector<Field> &fields)
{
    const std::uint32_t opened = line_;
    const std::size_t begin = ++at_;
    bool doubled = false;
    for (;;) {
        const void *found = at_ < text_.size() ? std::memchr(text_.data() + at_, quote_, text_.size() - at_) : nullptr;
        if (!found)
            throw InputError(FAIRLOOM_TEXT("A quote is opened here and never closed"), fmt::format("{}, line {}", name_, opened),
                             FAIRLOOM_TEXT("Close the quote, or double it if it belongs to the text"));
        const auto end = static_cast<std::size_t>(static_cast<const char *>(found) - text_.data());
        for (std::size_t i = at_; i < end; ++i)
            if (text_[i] == '\n' || (text_[i] == '\r' && text_[i + 1] != '\n'))
                ++line_;
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
        scratch += raw[i];
        if (raw[i] == quote_)
            ++i;
    }
    return scratch;
}

char sniff_separator(std::string_view text, const CsvDialect &dialect)
{
    constexpr int enough_records = 50;
    char best = ',';
    double best_share = 0;
    std::size_t best_fields = 1;
    for (const char candidate : {',', ';', '\t', '|'}) {
        if (!dialect.comment_prefix.empty() && dialect.comment_prefix.front() == candidate)
            continue;
        CsvDialect tried = dialect;
        tried.separator = candidate;
        CsvTokens tokens(text, "", tried);
        std::map<std::size_t, int> counts;
        std::vector<CsvTokens::Field> fields;
        int records = 0;
        try {
            for (; records < enough_records && tokens.next(fields); ++records) {
                ++counts[fields.size()];
                fields.clear();
            }
        } catch (const InputError &) {
            // Quotes do not fit this separator, or nothing does: then reading says so.
        }
        if (records == 0)
            continue;
        const auto most = std::max_element(counts.begin(), counts.end(),
                                           [](const auto &a, const auto &b) { return a.second < b.second; });
        const double share = static_cast<double>(most->second) / records;
        if (most->first > 1 && (share > best_share || (share == best_share && most->first > best_fields))) {
            best = candidate;
            best_share = share;
            best_fields = most->first;
        }
    }
    return best;
}

} // namespace fairloom
