#include "core/data/column_mapping.h"

#include "core/base/error.h"
#include "core/data/name_list.h"
#include "core/data/number_text.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>

namespace fairloom {

namespace {

constexpr std::size_t most_values = 20;

std::vector<double> distinct(const Column &column)
{
    std::vector<double> values;
    for (const double value : column.numbers)
        if (!std::isnan(value))
            values.push_back(value);
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
}

/// `values` ascending; a number that is not among them cannot occur.
void to_categories(Column &column, const std::vector<double> &values, const Column &format, bool with_missing)
{
    column.type = ColumnType::category;
    column.categories.clear();
    for (const double value : values)
        column.categories.push_back(format.spell(value));
    column.missing_code = -1;
    if (with_missing) {
        column.missing_code = static_cast<std::int32_t>(column.categories.size());
        column.categories.push_back(format.missing_spelling);
    }
    column.codes.clear();
    for (const double number : column.numbers)
        column.codes.push_back(std::isnan(number) ? column.missing_code
                                                  : static_cast<std::int32_t>(std::lower_bound(values.begin(), values.end(), number) -
                                                                              values.begin()));
    column.numbers.clear();
}

Column numbers_from_categories(Column column, const Column &like, bool strict, const std::string &where)
{
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    std::vector<double> values;
    std::vector<std::uint8_t> wrong;
    for (std::size_t code = 0; code < column.categories.size(); ++code) {
        const std::string &text = column.categories[code];
        const std::optional<double> number = like.read_value(text);
        const bool missing = static_cast<std::int32_t>(code) == column.missing_code || text == like.missing_spelling;
        values.push_back(number && !missing ? *number : none);
        wrong.push_back(!number && !missing);
    }
    column.numbers.clear();
    for (std::size_t row = 0; row < column.codes.size(); ++row) {
        const std::int32_t code = column.codes[row];
        if (code >= 0 && strict && wrong[static_cast<std::size_t>(code)])
            throw InputError(Message(FAIRLOOM_TEXT("\"%1\" in column %2 is not a number"),
                                     {column.categories[static_cast<std::size_t>(code)], column.name}),
                             where + ", row " + std::to_string(row + 1), FAIRLOOM_TEXT("Correct the value"));
        column.numbers.push_back(code < 0 ? none : values[static_cast<std::size_t>(code)]);
    }
    return column;
}

} // namespace

std::vector<std::int32_t> category_mapping(const std::vector<std::string> &from, const std::vector<std::string> &to)
{
    std::unordered_map<std::string_view, std::int32_t> places;
    for (std::size_t i = 0; i < to.size(); ++i)
        places.emplace(to[i], static_cast<std::int32_t>(i));
    std::vector<std::int32_t> out;
    out.reserve(from.size());
    for (const std::string &name : from) {
        const auto found = places.find(name);
        out.push_back(found == places.end() ? -1 : found->second);
    }
    return out;
}

void numbers_to_categories(Column &train, Column *test, const std::string &where)
{
    if (train.type == ColumnType::category)
        return;
    std::vector<double> values = distinct(train);
    if (values.size() > most_values)
        throw InputError(Message(FAIRLOOM_TEXT("Column %1 is a number with %2 different values"),
                                 {train.name, count_text(values.size())}),
                         where, Message(FAIRLOOM_TEXT("Choose a column with at most %1 values, or cut the numbers into ranges first"),
                                        {std::to_string(most_values)}));
    bool missing = train.missing_count() > 0;
    if (test) {
        missing = missing || test->missing_count() > 0;
        const std::vector<double> more = distinct(*test);
        values.insert(values.end(), more.begin(), more.end());
        std::sort(values.begin(), values.end());
        values.erase(std::unique(values.begin(), values.end()), values.end());
    }
    Column format;
    format.decimals = train.decimals;
    format.fixed_decimals = train.fixed_decimals;
    format.marks = train.marks;
    format.kind = train.kind;
    format.date = train.date;
    format.missing_spelling = train.missing_spelling;
    if (test && test->decimals > train.decimals) { // else different test values could be spelled alike
        format.decimals = test->decimals;
        format.fixed_decimals = false;
    }
    if (test)
        to_categories(*test, values, format, missing);
    to_categories(train, values, format, missing);
}

Column map_column(Column column, const Column &like, bool strict, const std::string &where)
{
    if (like.pictures) { // every table has its own
        if (strict && !column.pictures)
            throw InputError(Message(FAIRLOOM_TEXT("Column %1 holds no pictures"), {like.name}), where, FAIRLOOM_TEXT("Choose a folder with pictures"));
        column.name = like.name;
        column.role = like.role;
        return column;
    }
    if (like.type == ColumnType::number) {
        if (column.type == ColumnType::category)
            column = numbers_from_categories(std::move(column), like, strict, where);
        Column out;
        out.name = like.name;
        out.type = like.type;
        out.role = like.role;
        out.decimals = like.decimals;
        out.fixed_decimals = like.fixed_decimals;
        out.missing_spelling = like.missing_spelling;
        out.numbers = std::move(column.numbers);
        return out;
    }
    Column out;
    out.name = like.name;
    out.type = like.type;
    out.role = like.role;
    out.categories = like.categories;
    out.missing_code = like.missing_code;
    out.missing_spelling = like.missing_spelling;
    std::unordered_map<std::string, std::int32_t> places;
    for (std::size_t i = 0; i < like.categories.size(); ++i)
        places.emplace(like.categories[i], static_cast<std::int32_t>(i));
    const auto code_of = [&](const std::string &text, bool missing) {
        if (missing && out.missing_code >= 0)
            return out.missing_code;
        const auto [place, added] = places.emplace(text, static_cast<std::int32_t>(out.categories.size()));
        if (added) {
            out.categories.push_back(text);
            if (missing)
                out.missing_code = place->second;
        }
        return place->second;
    };
    out.codes.reserve(column.rows());
    if (column.type == ColumnType::number) {
        std::unordered_map<double, std::int32_t> seen;
        for (std::size_t row = 0; row < column.rows(); ++row) {
            const double number = column.numbers[row];
            if (std::isnan(number)) {
                out.codes.push_back(code_of(column.missing_spelling, true));
                continue;
            }
            const auto [place, added] = seen.emplace(number, 0);
            if (added)
                place->second = code_of(column.text(row), false);
            out.codes.push_back(place->second);
        }
        return out;
    }
    std::vector<std::int32_t> renamed(column.categories.size(), -1);
    for (const std::int32_t code : column.codes) {
        if (code < 0) {
            out.codes.push_back(code_of(column.missing_spelling, true));
            continue;
        }
        std::int32_t &to = renamed[static_cast<std::size_t>(code)];
        if (to < 0)
            to = code_of(column.categories[static_cast<std::size_t>(code)], code == column.missing_code);
        out.codes.push_back(to);
    }
    return out;
}

void refuse_new_values(const Column &column, const Column &like, const std::string &where)
{
    for (std::size_t row = 0; row < column.rows(); ++row)
        if (static_cast<std::size_t>(column.codes[row]) >= like.categories.size()) {
            const std::string value = column.text(row);
            throw InputError(column.is_missing(row)
                                 ? Message(FAIRLOOM_TEXT("The value of column %1 is missing"), {column.name})
                                 : Message(FAIRLOOM_TEXT("\"%1\" is no value of column %2"), {value, column.name}),
                             where + ", row " + std::to_string(row + 1),
                             Message(FAIRLOOM_TEXT("Its values are %1"), {join_names(like.categories)}));
        }
}

} // namespace fairloom
