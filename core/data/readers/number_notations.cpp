#include "core/data/readers/number_notations.h"

#include <algorithm>
#include <cctype>

namespace fairloom {

namespace {

// Plain, hard and narrow blanks, straight and curved apostrophes.
constexpr std::array<const char *, 5> group_marks{" ", "\xc2\xa0", "\xe2\x80\xaf", "'", "\xe2\x80\x99"};

} // namespace

bool is_digits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

bool is_figure(std::string_view text)
{
    bool digit = false;
    while (!text.empty()) {
        const auto mark =
            std::find_if(group_marks.begin(), group_marks.end(), [&](const char *m) { return text.starts_with(m); });
        if (mark != group_marks.end()) {
            text.remove_prefix(std::string_view(*mark).size());
            continue;
        }
        const auto c = static_cast<unsigned char>(text.front());
        digit = digit || std::isdigit(c);
        if (!std::isdigit(c) && std::string_view("+-.,:/eE%").find(text.front()) == std::string_view::npos)
            return false;
        text.remove_prefix(1);
    }
    return digit;
}

bool is_time(std::string_view text)
{
    std::size_t parts = 0;
    for (;; ++parts) {
        const std::size_t end = std::min(text.find(':'), text.size());
        if (!is_digits(text.substr(0, end)) || end > 2 || (parts > 0 && end != 2))
            return false;
        if (end == text.size())
            return parts == 1 || parts == 2;
        text.remove_prefix(end + 1);
    }
}

void NumberNotations::see(std::string_view field)
{
    if (!is_figure(field))
        return;
    std::string_view text = field;
    if (!text.empty() && (text.front() == '-' || text.front() == '+'))
        text.remove_prefix(1);
    const auto reads = [&](char decimal, const char *thousands) {
        return read_number(text, {decimal, thousands}).has_value();
    };
    if (read_number(text)) {
        point_decimal_ += text.find('.') != std::string_view::npos && !reads(',', "."); // "1.234" says nothing
        return;
    }
    const bool comma = text.find(',') != std::string_view::npos;
    if (comma && reads(',', "") && reads('.', ","))
        text.front() == '0' ? ++comma_decimal_ : ++comma_once_;
    else if (comma && reads(',', ""))
        ++comma_decimal_;
    else if (comma && reads(',', "."))
        ++comma_decimal_, ++point_groups_;
    else if (comma && reads('.', ","))
        ++comma_groups_;
    else if (reads(',', "."))
        ++point_groups_;
    else
        for (std::size_t i = 0; i < group_marks.size(); ++i)
            if (reads('.', group_marks[i])) {
                ++groups_[i];
            } else if (reads(',', group_marks[i])) {
                ++groups_[i];
                ++comma_decimal_;
            }
}

std::string NumberNotations::most_frequent_mark() const
{
    const auto most = std::max_element(groups_.begin(), groups_.end());
    return *most > 0 ? group_marks[static_cast<std::size_t>(most - groups_.begin())] : "";
}

NumberMarks NumberNotations::marks(char separator) const
{
    if (comma_decimal_ > 0 && point_decimal_ == 0 && comma_groups_ == 0)
        return {',', point_groups_ > 0 ? std::string(".") : most_frequent_mark()};
    if (comma_decimal_ > 0)
        return {}; // both notations: a decimal comma in some fields is a list or a text there
    if (comma_groups_ + comma_once_ > 0) {
        const bool decimal = comma_groups_ == 0 && point_decimal_ == 0 && separator == ';';
        return decimal ? NumberMarks{',', ""} : NumberMarks{'.', ","};
    }
    if (point_groups_ > 0 && point_decimal_ == 0)
        return {',', "."};
    return {'.', most_frequent_mark()};
}

} // namespace fairloom
