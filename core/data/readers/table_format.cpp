#include "core/data/readers/table_format.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>

namespace fairloom {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view blanks = " \t\r\n";

std::string_view without_blanks(std::string_view text)
{
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    return text;
}

bool starts_with_word(std::string_view text, std::string_view word)
{
    if (text.size() <= word.size() || (text[word.size()] != ' ' && text[word.size()] != '\t'))
        return false;
    return std::equal(word.begin(), word.end(), text.begin(),
                      [](char a, char b) { return a == static_cast<char>(std::tolower(static_cast<unsigned char>(b))); });
}

bool is_arff(std::string_view text)
{
    for (text = without_blanks(text); text.starts_with('%'); text = without_blanks(text)) // comments
        text.remove_prefix(std::min(text.find_first_of("\r\n"), text.size()));
    return starts_with_word(text, "@relation") || starts_with_word(text, "@attribute");
}

/// Looks no farther than the first key, so that a mistake behind it is reported as one in JSON.
bool is_json_object(std::string_view text)
{
    if (!text.starts_with('{'))
        return false;
    text = without_blanks(text.substr(1));
    if (text.starts_with('}') || text.empty())
        return true;
    if (!text.starts_with('"'))
        return false;
    std::size_t at = 1;
    while (at < text.size() && text[at] != '"')
        at += text[at] == '\\' ? 2 : 1;
    return at >= text.size() || without_blanks(text.substr(at + 1)).starts_with(':');
}

/// Accepts any JSON and remembers where it ceases to be some.
struct Syntax final : nlohmann::json_sax<nlohmann::json> {
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t &) override { return true; }
    bool string(string_t &) override { return true; }
    bool binary(binary_t &) override { return true; }
    bool start_object(std::size_t) override { return true; }
    bool key(string_t &) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t position, const std::string &, const nlohmann::json::exception &) override
    {
        fault = position;
        return false;
    }
    std::size_t fault = 0;
};

bool is_json_array(std::string_view text)
{
    if (!text.starts_with('['))
        return false;
    const std::string_view inside = without_blanks(text.substr(1));
    if (inside.starts_with('{'))
        return is_json_object(inside);
    // A row is complete at the end of its line; in an array over several lines all that is there is right so far.
    const std::string_view line = text.substr(0, text.find('\n'));
    Syntax syntax;
    return nlohmann::json::sax_parse(line.begin(), line.end(), &syntax) || syntax.fault > line.size();
}

} // namespace

TableFormat detect_format(std::string_view first_bytes)
{
    if (first_bytes.starts_with("SQLite format 3\0"sv))
        return TableFormat::sqlite;
    if (is_arff(first_bytes))
        return TableFormat::arff;
    const std::string_view text = without_blanks(first_bytes);
    return is_json_object(text) || is_json_array(text) ? TableFormat::json_lines : TableFormat::delimited;
}

} // namespace fairloom
