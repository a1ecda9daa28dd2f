#pragma once

#include <string>
#include <vector>

/// Marks an English text of core for Qt Linguist and leaves it as it is. lupdate knows the macro as an alias of
/// QT_TRANSLATE_NOOP; the context is always "core". Places for arguments are %1 .. %9, as in QString::arg.
#define FAIRLOOM_TEXT(text) text

namespace fairloom {

/// A text for people that can still be translated: core knows no Qt, so it hands out the English template, which is
/// also the id, together with its arguments; ui and the command line translate it.
struct Message {
    std::string text;                ///< English template, marked by FAIRLOOM_TEXT where it is written
    std::vector<std::string> args;   ///< replaces %1, %2, ... (not translated: names, numbers, file names)

    Message() = default;
    Message(const char *text_, std::vector<std::string> args_ = {}) : text(text_), args(std::move(args_)) {}

    bool empty() const { return text.empty(); }
    bool operator==(const Message &) const = default;

    /// The template with its arguments put in. `translated` may replace the English template.
    std::string format(const std::string &translated = {}) const;
    std::string english() const { return format(); }
};

/// A number as people read it: at most `decimals` decimals, no trailing zeros, "1234567" without separators.
std::string to_text(double value, int decimals = 3);

} // namespace fairloom
