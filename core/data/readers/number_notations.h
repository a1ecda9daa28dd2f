#pragma once

#include "core/data/number_text.h"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace fairloom {

bool is_digits(std::string_view text);

/// Digits with marks between them, such as a number in any notation, a date or a time.
bool is_figure(std::string_view text);

/// "8:30", "08:30:15"
bool is_time(std::string_view text);

/// Counts in which notations a file's fields are numbers, to find the marks that make most of them so.
class NumberNotations {
public:
    /// A field that is no figure is passed over.
    void see(std::string_view field);

    /// Plain marks where the fields contradict each other. "1,234" alone is a number with a decimal comma in a file that is separated by
    /// semicolons, and one with a thousands mark elsewhere.
    NumberMarks marks(char separator) const;

private:
    static constexpr std::size_t group_mark_count = 5;

    std::string most_frequent_mark() const;

    std::size_t comma_decimal_ = 0, point_decimal_ = 0, comma_groups_ = 0, point_groups_ = 0;
    std::size_t comma_once_ = 0;                         ///< "1,234": either
    std::array<std::size_t, group_mark_count> groups_{}; ///< blanks and apostrophes between groups of three digits
};

} // namespace fairloom
