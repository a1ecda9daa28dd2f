#include "core/data/pictures/attribute_list.h"

#include "core/base/error.h"
#include "core/data/number_text.h"
#include "core/data/readers/column_names.h"
#include "core/data/readers/raw_column_builder.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

namespace fairloom {

namespace {

constexpr std::string_view blanks = " \t\r";

std::string_view take_line(std::string_view &text)
{
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

void split(std::string_view line, std::vector<std::string_view> &words)
{
    words.clear();
    for (std::size_t at = line.find_first_not_of(blanks); at != std::string_view::npos; at = line.find_first_not_of(blanks, at)) {
        const std::size_t end = std::min(line.find_first_of(blanks, at), line.size());
        words.push_back(line.substr(at, end - at));
        at = end;
    }
}

std::optional<std::size_t> whole_number(const std::vector<std::string_view> &words)
{
    std::size_t value = 0;
    if (words.size() != 1)
        return std::nullopt;
    const char *const end = words.front().data() + words.front().size();
    const auto [stopped, error] = std::from_chars(words.front().data(), end, value);
    return error == std::errc() && stopped == end ? std::optional(value) : std::nullopt;
}

} // namespace

bool is_attribute_list(std::string_view text)
{
    std::vector<std::string_view> first, names, row;
    split(take_line(text), first);
    split(take_line(text), names);
    split(take_line(text), row);
    return whole_number(first) && !names.empty() && row.size() == names.size() + 1;
}

RawTable read_attribute_list(std::string_view text, const std::string &name)
{
    const std::vector<std::string> no_missing;
    std::vector<std::string_view> words;
    split(take_line(text), words);
    const std::size_t announced = whole_number(words).value_or(0);
    split(take_line(text), words);
    std::vector<std::string> names = {"file"};
    names.insert(names.end(), words.begin(), words.end());
    names = distinct_names(names);
    std::vector<RawColumnBuilder> columns;
    for (std::size_t c = 0; c < names.size(); ++c)
        columns.emplace_back(no_missing);

    std::size_t line = 2, rows = 0;
    while (!text.empty()) {
        ++line;
        split(take_line(text), words);
        if (words.empty())
            continue;
        if (words.size() != names.size())
            throw InputError(Message(FAIRLOOM_TEXT("%1 values where the list has %2 attributes"),
                                     {std::to_string(words.size() - 1), std::to_string(names.size() - 1)}),
                             name + ", line " + std::to_string(line), FAIRLOOM_TEXT("Correct the line or remove it"));
        for (std::size_t c = 0; c < words.size(); ++c)
            columns[c].add(words[c]);
        ++rows;
    }
    if (rows != announced)
        throw InputError(Message(FAIRLOOM_TEXT("The first line announces %1 pictures and %2 lines follow"), {count_text(announced), count_text(rows)}),
                         name, FAIRLOOM_TEXT("The list may be cut short: get it again, or correct its first line"));
    RawTable table;
    table.name = name;
    for (std::size_t c = 0; c < names.size(); ++c)
        table.columns.push_back(columns[c].take(names[c]));
    return table;
}

} // namespace fairloom
