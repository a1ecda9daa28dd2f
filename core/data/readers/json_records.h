#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fairloom {

/// One value of a JSON file that ought to be a row.
struct JsonRecord {
    std::string_view text;
    std::size_t line = 0; ///< on which it begins, from 1
};

/// Finds the rows of a JSON file without looking into them: one a line, or the elements of one array, or values one after another
/// that run over several lines.
class JsonRecords {
public:
    /// `text` and `file` (for errors) must outlive the object.
    JsonRecords(std::string_view text, const std::string &file);

    /// False at the end. Throws InputError for a value without end, or something that stands between two values.
    bool next(JsonRecord &record);
    std::size_t position() const { return at_; }

private:
    enum class Layout { lines, array, values };

    bool next_line(JsonRecord &record);
    bool next_value(JsonRecord &record);
    void skip_blanks();
    std::string place() const;

    std::string_view text_;
    const std::string &file_;
    Layout layout_ = Layout::lines;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    bool first_ = true;
};

} // namespace fairloom
