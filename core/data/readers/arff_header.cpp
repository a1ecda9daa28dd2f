#include "core/data/readers/arff_header.h"

#include "core/base/error.h"

#include <algorithm>
#include <cctype>

namespace fairloom {

namespace {

std::string lower(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

/// The first word, in small letters; `rest` stands behind it.
std::string take_word(std::string_view &rest)
{
    const std::size_t end = std::min(rest.find_first_of(" \t"), rest.size());
    std::string word = lower(rest.substr(0, end));
    rest = skip_blanks(rest.substr(end));
    return word;
}

class HeaderReader {
public:
    HeaderReader(ArffLines &lines, const std::string &name) : lines_(lines), name_(name) {}

    ArffAttribute attribute(std::string_view rest)
    {
        ArffAttribute attribute;
        attribute.name = take(rest, " \t{");
        rest = skip_blanks(rest);
        if (rest.starts_with('{')) {
            attribute.type = DeclaredType::category;
            attribute.values = nominal_values(rest.substr(1));
            return attribute;
        }
        const std::string type = take_word(rest);
        if (type == "numeric" || type == "real" || type == "integer")
            attribute.type = DeclaredType::number;
        else if (type == "string")
            attribute.type = DeclaredType::text;
        else if (type == "date")
            attribute.type = DeclaredType::date;
        else if (type == "relational")
            throw InputError(Message(FAIRLOOM_TEXT("The attribute %1 is relational: a table inside a cell"), {attribute.name}), place(),
                             FAIRLOOM_TEXT("Save the table without it"));
        else
            throw InputError(Message(FAIRLOOM_TEXT("The attribute %1 has no type that ARFF knows"), {attribute.name}), place(),
                             FAIRLOOM_TEXT("Write numeric, string, date or a list in braces"));
        return attribute;
    }

    std::string place() const { return name_ + ", line " + std::to_string(lines_.number()); }

private:
    std::string take(std::string_view &rest, std::string_view stops)
    {
        ArffTokens::Token token;
        if (tokens_.take(rest, stops, token) != ArffFault::none)
            throw InputError(FAIRLOOM_TEXT("A quote is opened here and never closed"), place(),
                             FAIRLOOM_TEXT("Close the quote, or put a backslash before it if it belongs to the text"));
        return std::string(token.text);
    }

    /// Up to the closing brace, which may stand on a later line.
    std::vector<std::string> nominal_values(std::string_view rest)
    {
        std::vector<std::string> values;
        for (;;) {
            rest = skip_blanks(rest);
            while (rest.empty() || rest.starts_with('%')) {
                if (!lines_.next(rest) || rest.starts_with('@'))
                    throw InputError(FAIRLOOM_TEXT("The list of values has no closing brace"), place(),
                                     FAIRLOOM_TEXT("Write } behind its last value"));
            }
            if (rest.front() == '}')
                return values;
            if (rest.front() == ',') {
                rest.remove_prefix(1);
                continue;
            }
            values.push_back(take(rest, ",}"));
        }
    }

    ArffLines &lines_;
    const std::string &name_;
    ArffTokens tokens_;
};

} // namespace

std::vector<ArffAttribute> read_arff_header(ArffLines &lines, const std::string &name)
{
    std::vector<ArffAttribute> attributes;
    HeaderReader reader(lines, name);
    std::string_view line;
    while (lines.next(line)) {
        if (line.empty() || line.front() == '%')
            continue;
        const std::string word = take_word(line);
        if (word == "@attribute") {
            attributes.push_back(reader.attribute(line));
        } else if (word == "@data") {
            if (attributes.empty())
                throw InputError(FAIRLOOM_TEXT("The file declares no attribute"), reader.place(), FAIRLOOM_TEXT("Choose another file"));
            return attributes;
        } else if (word != "@relation") {
            throw InputError(FAIRLOOM_TEXT("The line belongs to no ARFF header"), reader.place(),
                             FAIRLOOM_TEXT("Write @data on a line before the first row"));
        }
    }
    throw InputError(FAIRLOOM_TEXT("The file has no line @data"), name, FAIRLOOM_TEXT("Write @data on a line before the first row"));
}

} // namespace fairloom
