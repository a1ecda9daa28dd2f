#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace fairloom {

/// Dates as files write them. Values are days since 1970-01-01 (proleptic Gregorian calendar); with a time, fractions of a day in
/// whole seconds. `pattern`: "yyyy-mm-dd", "dd.mm.yyyy", "mm/dd/yyyy" ..., with " hh:mm" or " hh:mm:ss" behind it where there is a time
/// ("T" in place of the blank as in ISO 8601).
struct DateFormat {
    std::string pattern;
    bool operator==(const DateFormat &) const = default;
};

/// The value of a date in that format; nothing if the text is none, or no day of the calendar.
std::optional<double> read_date(std::string_view text, const DateFormat &format);
std::string write_date(double days, const DateFormat &format);

/// The format in which all of the texts are dates. Where day and month cannot be told apart, a slash means month first (as in the
/// United States), and a point or hyphen day first; `ambiguous` says so.
std::optional<DateFormat> find_date_format(std::span<const std::string_view> texts, bool &ambiguous);

} // namespace fairloom
