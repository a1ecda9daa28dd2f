#include "core/data/number_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace fairloom {

namespace {

constexpr int most_decimals = 17; // a double has no more to tell

bool is_digit(char c) { return c >= '0' && c <= '9'; }

} // namespace

std::optional<WrittenNumber> read_number(std::string_view text)
{
    const char *p = text.data();
    const char *const end = p + text.size();
    const bool plus = p != end && *p == '+';
    if (plus)
        ++p;
    const char *const start = p; // from_chars knows no plus sign
    if (p != end && *p == '-' && !plus)
        ++p;
    const char *const digits = p;
    while (p != end && is_digit(*p))
        ++p;
    const auto whole = p - digits;
    long fraction = 0;
    bool pointed = false;
    if (p != end && *p == '.') {
        pointed = true;
        const char *const behind = ++p;
        while (p != end && is_digit(*p))
            ++p;
        fraction = p - behind;
    }
    if (whole == 0 && fraction == 0)
        return std::nullopt;

    WrittenNumber number;
    long exponent = 0;
    if (p != end && (*p == 'e' || *p == 'E')) {
        ++p;
        if (p != end && *p == '+')
            ++p;
        const auto result = std::from_chars(p, end, exponent);
        if (result.ec != std::errc() || result.ptr != end)
            return std::nullopt;
        p = end;
    }
    if (p != end)
        return std::nullopt;
    const auto result = std::from_chars(start, end, number.value);
    if (result.ec == std::errc::result_out_of_range || result.ptr != end || !std::isfinite(number.value))
        return std::nullopt;
    number.decimals = static_cast<int>(std::clamp(fraction - exponent, 0L, static_cast<long>(most_decimals)));
    number.exact = !(whole > 1 && *digits == '0') && !(whole > 15 && !pointed && exponent == 0);
    return number;
}

std::optional<WrittenNumber> read_number(std::string_view text, const NumberMarks &marks)
{
    if (marks.plain())
        return read_number(text);
    std::string plain;
    plain.reserve(text.size());
    std::size_t at = 0;
    if (at < text.size() && (text[at] == '+' || text[at] == '-'))
        plain += text[at++];
    std::size_t group = 0; // digits since the last mark
    bool grouped = false;
    for (; at < text.size(); ++at) {
        if (is_digit(text[at])) {
            plain += text[at];
            ++group;
        } else if (!marks.thousands.empty() && text.substr(at).starts_with(marks.thousands)) {
            if (group == 0 || group > 3 || (grouped && group != 3))
                return std::nullopt;
            grouped = true;
            group = 0;
            at += marks.thousands.size() - 1;
        } else {
            break;
        }
    }
    if (grouped && group != 3)
        return std::nullopt;
    if (at < text.size() && text[at] == marks.decimal) {
        plain += '.';
        ++at;
    } else if (at < text.size() && text[at] == '.') {
        return std::nullopt;
    }
    return read_number(plain.append(text.substr(at)));
}

void append_number(std::string &out, double value, int decimals, bool fixed)
{
    char buffer[512]; // the longest fixed notation of a double has 309 digits before the point
    const bool integer = value == std::floor(value);
    if (integer && std::fabs(value) < 1e15) {
        const auto result = std::to_chars(buffer, buffer + sizeof buffer, static_cast<long long>(value));
        out.append(buffer, result.ptr);
        if (fixed && decimals > 0) {
            out += '.';
            out.append(static_cast<std::size_t>(decimals), '0');
        }
        return;
    }
    const auto result = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed);
    std::string_view text(buffer, static_cast<std::size_t>(result.ptr - buffer));
    const std::size_t point = text.find('.');
    const int written = point == std::string_view::npos ? 0 : static_cast<int>(text.size() - point - 1);
    if (written <= decimals) {
        out += text;
        if (fixed && written < decimals) {
            if (point == std::string_view::npos)
                out += '.';
            out.append(static_cast<std::size_t>(decimals - written), '0');
        }
        return;
    }
    std::string rounded = fmt::format("{:.{}f}", value, decimals);
    if (!fixed && rounded.find('.') != std::string::npos) {
        while (rounded.back() == '0')
            rounded.pop_back();
        if (rounded.back() == '.')
            rounded.pop_back();
    }
    if (rounded.find_first_not_of("-0.") == std::string::npos && rounded.front() == '-')
        rounded.erase(0, 1);
    out += rounded;
}

std::string write_number(double value, int decimals, bool fixed)
{
    std::string out;
    append_number(out, value, decimals, fixed);
    return out;
}

std::string write_number(double value, int decimals, bool fixed, const NumberMarks &marks)
{
    std::string out = write_number(value, decimals, fixed);
    if (marks.plain())
        return out;
    std::size_t whole = out.find('.');
    if (whole == std::string::npos)
        whole = out.size();
    else
        out[whole] = marks.decimal;
    const std::size_t first = out.front() == '-' ? 1 : 0;
    if (!marks.thousands.empty())
        for (std::size_t at = whole; at > first + 3;)
            out.insert(at -= 3, marks.thousands);
    return out;
}

std::string count_text(std::size_t count)
{
    std::string text = std::to_string(count);
    for (std::ptrdiff_t at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3)
        text.insert(static_cast<std::size_t>(at), 1, ',');
    return text;
}

} // namespace fairloom
