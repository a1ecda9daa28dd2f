#include "core/data/date_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <vector>

namespace fairloom {

namespace {

constexpr double seconds_per_day = 86400;

struct Parts {
    int year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0;
};

std::optional<double> days_of(const Parts &parts)
{
    const std::chrono::year_month_day date{std::chrono::year(parts.year), std::chrono::month(static_cast<unsigned>(parts.month)),
                                           std::chrono::day(static_cast<unsigned>(parts.day))};
    if (!date.ok() || parts.hour > 23 || parts.minute > 59 || parts.second > 59)
        return std::nullopt;
    const auto days = std::chrono::sys_days(date).time_since_epoch().count();
    const int seconds = (parts.hour * 60 + parts.minute) * 60 + parts.second;
    return static_cast<double>(days) + seconds / seconds_per_day;
}

/// The field that a run of one letter stands for; "mm" behind "hh" is minutes.
int *field(Parts &parts, char letter, bool in_time)
{
    switch (letter) {
    case 'y': return &parts.year;
    case 'm': return in_time ? &parts.minute : &parts.month;
    case 'd': return &parts.day;
    case 'h': return &parts.hour;
    case 's': return &parts.second;
    default: return nullptr;
    }
}

const std::vector<std::string> &date_patterns()
{
    // In the order of preference where several fit.
    static const std::vector<std::string> patterns{"yyyy-mm-dd", "yyyy/mm/dd", "yyyy.mm.dd", "dd.mm.yyyy", "mm/dd/yyyy", "dd/mm/yyyy",
                                                   "dd-mm-yyyy", "mm-dd-yyyy", "mm.dd.yyyy"};
    return patterns;
}

/// A single letter stands for one or two digits without a zero in front, as spreadsheets write dates.
const std::vector<std::string> &short_date_patterns()
{
    static const std::vector<std::string> patterns{"yyyy-m-d", "yyyy/m/d", "d.m.yyyy", "m/d/yyyy", "d/m/yyyy", "d-m-yyyy", "m-d-yyyy"};
    return patterns;
}

std::vector<DateFormat> fitting_formats(std::span<const std::string_view> texts, const std::vector<std::string> &dates,
                                        std::initializer_list<const char *> times)
{
    std::vector<DateFormat> fitting;
    for (const std::string &date : dates)
        for (const char *time : times) {
            const DateFormat format{date + time};
            if (std::all_of(texts.begin(), texts.end(), [&](std::string_view text) { return read_date(text, format).has_value(); }))
                fitting.push_back(format);
        }
    return fitting;
}

} // namespace

std::optional<double> read_date(std::string_view text, const DateFormat &format)
{
    Parts parts;
    bool in_time = false;
    std::size_t at = 0;
    const std::string &pattern = format.pattern;
    for (std::size_t p = 0; p < pattern.size();) {
        int *const value = field(parts, pattern[p], in_time);
        if (!value) {
            if (at >= text.size() || text[at] != pattern[p])
                return std::nullopt;
            in_time = in_time || pattern[p] == ' ' || pattern[p] == 'T';
            ++at;
            ++p;
            continue;
        }
        const std::size_t run = pattern.find_first_not_of(pattern[p], p) == std::string::npos ? pattern.size() - p
                                                                                              : pattern.find_first_not_of(pattern[p], p) - p;
        std::size_t digits = 0;
        *value = 0;
        const std::size_t most = std::max<std::size_t>(run, 2);
        if (run == 1 && at + 1 < text.size() && text[at] == '0' && text[at + 1] >= '0' && text[at + 1] <= '9')
            return std::nullopt;
        while (digits < most && at < text.size() && text[at] >= '0' && text[at] <= '9') {
            *value = *value * 10 + (text[at++] - '0');
            ++digits;
        }
        if (digits != run && (run != 1 || digits == 0))
            return std::nullopt;
        p += run;
    }
    return at == text.size() ? days_of(parts) : std::nullopt;
}

std::string write_date(double days, const DateFormat &format)
{
    const auto whole_seconds = static_cast<long long>(std::llround(days * seconds_per_day));
    const auto day = static_cast<int>(std::floor(static_cast<double>(whole_seconds) / seconds_per_day));
    const auto second = static_cast<int>(whole_seconds - static_cast<long long>(day) * 86400);
    const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
    Parts parts{static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
                static_cast<int>(static_cast<unsigned>(date.day())), second / 3600, second / 60 % 60, second % 60};
    std::string out;
    bool in_time = false;
    for (std::size_t p = 0; p < format.pattern.size();) {
        const char letter = format.pattern[p];
        const int *const value = field(parts, letter, in_time);
        if (!value) {
            in_time = in_time || letter == ' ' || letter == 'T';
            out += letter;
            ++p;
            continue;
        }
        std::size_t run = 0;
        while (p < format.pattern.size() && format.pattern[p] == letter)
            ++p, ++run;
        out += fmt::format("{:0{}}", *value, run);
    }
    return out;
}

std::optional<DateFormat> find_date_format(std::span<const std::string_view> texts, bool &ambiguous)
{
    ambiguous = false;
    if (texts.empty() || texts.front().size() < 8)
        return std::nullopt;
    std::vector<DateFormat> fitting = fitting_formats(texts, date_patterns(), {"", " hh:mm", " hh:mm:ss", "Thh:mm:ss", "Thh:mm", "Thh:mm:ssZ"});
    if (fitting.empty())
        fitting = fitting_formats(texts, short_date_patterns(), {"", " h:mm", " hh:mm", " h:mm:ss", " hh:mm:ss"});
    if (fitting.empty())
        return std::nullopt;
    ambiguous = std::any_of(fitting.begin(), fitting.end(), [&](const DateFormat &format) {
        return std::any_of(texts.begin(), texts.end(), [&](std::string_view text) { return read_date(text, format) != read_date(text, fitting.front()); });
    });
    return fitting.front();
}

} // namespace fairloom
