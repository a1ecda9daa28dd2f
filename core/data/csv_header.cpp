#include "core/data/csv_header.h"

#include "core/base/error.h"
#include "core/data/csv_tokens.h"
#include "core/data/name_list.h"
#include "core/data/number_text.h"
#include "core/data/readers/column_names.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace fairloom {

namespace {

using Record = std::vector<std::string>;

bool consists_of(const Record &fields, const std::vector<std::string> &known)
{
    const std::set<std::string> names(known.begin(), known.end());
    const std::set<std::string> seen(fields.begin(), fields.end());
    return seen.size() == fields.size() && std::includes(names.begin(), names.end(), seen.begin(), seen.end());
}

bool holds_all(const Record &fields, const Table &like)
{
    return std::all_of(like.columns.begin(), like.columns.end(), [&](const Column &column) {
        return std::find(fields.begin(), fields.end(), column.name) != fields.end();
    });
}

/// "country,2019,2020,2021": running years are names, and only where the numbers below are none.
bool names_years(const std::vector<Record> &records, const CsvDialect &dialect)
{
    const Record &first = records.front();
    std::vector<double> years;
    bool others_below = false;
    for (std::size_t column = 0; column < first.size(); ++column) {
        const auto number = read_number(first[column], dialect.marks);
        if (!number)
            continue;
        if (first[column].size() != 4 || number->value < 1800 || number->value > 2200 || number->value != std::floor(number->value) ||
            (!years.empty() && number->value != years.back() + 1))
            return false;
        years.push_back(number->value);
        for (std::size_t row = 1; row < records.size() && !others_below; ++row) {
            const auto below = column < records[row].size() ? read_number(records[row][column], dialect.marks) : std::nullopt;
            others_below = below && (below->decimals > 0 || below->value < 1800 || below->value > 2200);
        }
    }
    return years.size() >= 2 && years.size() < first.size() && others_below;
}

bool looks_like_header(const std::vector<Record> &records, const CsvDialect &dialect)
{
    const Record &first = records.front();
    if (names_years(records, dialect))
        return true;
    for (const std::string &field : first)
        if (read_number(field, dialect.marks))
            return false;
    bool numeric_below = false;
    bool value_repeats = false;
    for (std::size_t column = 0; column < first.size(); ++column) {
        bool some = false;
        bool all = true;
        for (std::size_t row = 1; row < records.size(); ++row) {
            if (column >= records[row].size())
                continue;
            const std::string &value = records[row][column];
            value_repeats = value_repeats || value == first[column];
            if (is_one_of(value, dialect.missing))
                continue;
            some = true;
            all = all && read_number(value, dialect.marks).has_value();
        }
        numeric_below = numeric_below || (some && all);
    }
    const bool named = std::none_of(first.begin(), first.end(), [](const std::string &field) { return field.empty(); });
    const bool distinct = std::set<std::string>(first.begin(), first.end()).size() == first.size();
    // One line of words alone is a header without rows; two such lines may as well be two rows.
    return numeric_below || (named && distinct && !value_repeats && records.size() != 2);
}

} // namespace

CsvHeader find_header(std::string_view text, const std::string &file, const CsvDialect &dialect,
                      const std::vector<std::string> &known, const Table *like)
{
    constexpr std::size_t enough_records = 1000;
    std::vector<Record> records;
    CsvTokens tokens(text, file, dialect);
    std::vector<CsvTokens::Field> fields;
    std::string scratch;
    while (records.size() < enough_records) {
        fields.clear();
        try {
            if (!tokens.next(fields))
                break;
        } catch (const InputError &) {
            if (records.empty())
                throw;
            tokens.skip_line(); // whoever reads the rows reports it, or passes over it
            continue;
        }
        Record &record = records.emplace_back();
        for (const CsvTokens::Field field : fields)
            record.emplace_back(tokens.value(field, scratch));
    }
    if (records.empty())
        throw InputError(FAIRLOOM_TEXT("The file has no rows"), file, FAIRLOOM_TEXT("Choose another file"));

    CsvHeader header;
    const bool one_more = records.size() > 2 && std::all_of(records.begin() + 1, records.end(), [&](const Record &record) {
        return record.size() == records.front().size() + 1;
    });
    // A separator behind every row's last field adds a column without name and values at the end, not one of row names.
    const bool trailing = one_more && std::all_of(records.begin() + 1, records.end(), [](const Record &record) { return record.back().empty(); });
    header.row_names = one_more && !trailing;
    if (one_more)
        records.front().insert(trailing ? records.front().end() : records.front().begin(), std::string());
    const Record names = distinct_names(records.front());
    if (one_more || consists_of(records.front(), known) || (like && holds_all(names, *like)))
        header.present = true;
    else if (dialect.header)
        header.present = *dialect.header;
    else
        header.present = known.empty() && looks_like_header(records, dialect);

    if (header.present) {
        header.names = names;
    } else if (!known.empty()) {
        if (known.size() != names.size())
            throw InputError(Message(FAIRLOOM_TEXT("%1 columns where %2 names are known"),
                                     {std::to_string(names.size()), std::to_string(known.size())}),
                             file, FAIRLOOM_TEXT("Choose the recipe that belongs to the file, or none"));
        header.names = known;
    } else {
        for (std::size_t i = 0; i < names.size(); ++i)
            header.names.push_back("column_" + std::to_string(i + 1));
    }
    return header;
}

} // namespace fairloom
