#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fairloom {

/// The characters that a file writes numbers with.
struct NumberMarks {
    char decimal = '.';         ///< '.' or ','
    std::string thousands;      ///< between groups of three digits before the decimal mark: ",", ".", "'", a blank; empty = none
    bool operator==(const NumberMarks &) const = default;
    bool plain() const { return decimal == '.' && thousands.empty(); }
};

/// A number as it was written in a file.
struct WrittenNumber {
    double value = 0;
    int decimals = 0;   ///< digits needed behind the point: "4.00" has 2, "1e5" none, "1.5e-3" four
    bool exact = true;  ///< false if writing the value again would lose something: "007", more than 15 digits of an integer
};

/// Reads a decimal number with '.' as decimal point and an optional exponent; the whole text must be one. "inf", "nan" and
/// hexadecimal numbers are none.
std::optional<WrittenNumber> read_number(std::string_view text);
/// The same with other marks: groups have to have three digits, the first one to three.
std::optional<WrittenNumber> read_number(std::string_view text, const NumberMarks &marks);

/// The shortest text with at most `decimals` decimals, or exactly so many if `fixed`. Never in exponent form.
std::string write_number(double value, int decimals, bool fixed);
void append_number(std::string &out, double value, int decimals, bool fixed);
std::string write_number(double value, int decimals, bool fixed, const NumberMarks &marks);

/// 1836 as "1,836".
std::string count_text(std::size_t count);

} // namespace fairloom
