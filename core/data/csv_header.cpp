#include "core/data/csv_header.h"

#include "core/base/error.h"
#include "core/data/csv_tokens.h"
#include "core/data/number_text.h"

#include <algorithm>
#include <set>

namespace fairloom {

namespace {

using Record = std::vector<std::string>;

/// Names without repeats: "_2", "_3" ... behind those that occurred before.
Record distinct_names(const Record &fields)
{
    Record names;
    std::set<std::string> taken(fields.begin(), fields.end());
    std::set<std::string> used;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        std::string name = fields[i].empty() ? "column_" + std::to_string(i + 1) : fields[i];
        if (used.contains(name)) {
            int number = 2;
            while (taken.contains(name + "_" + std::to_string(number)))
                ++number;
            name += "_" + std::to_string(number);
        }
        taken.insert(name);
        used.insert(name);
        names.push_back(std::move(name));
    }
    return names;
}

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

bool is_one_of(const std::string &text, const std::vector<std::string> &list)
{
    return std::find(list.begin(), list.end(), text) != list.end();
}

bool looks_like_header(const std::vector<Record> &records, const CsvDialect &dialect)
{
    const Record &first = records.front();
    for (const std::string &field : first)
        if (read_number(field))
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
            all = all && read_number(value).has_value();
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
    while (records.size() < enough_records && tokens.next(fields)) {
        Record &record = records.emplace_back();
        for (const CsvTokens::Field field : fields)
            record.emplace_back(tokens.value(field, scratch));
        fields.clear();
    }
    if (records.empty())
        throw InputError(FAIRLOOM_TEXT("The file has no rows"), file, FAIRLOOM_TEXT("Choose another file"));

    CsvHeader header;
    header.row_names = records.size() > 2 && std::all_of(records.begin() + 1, records.end(), [&](const Record &record) {
        return record.size() == records.front().size() + 1;
    });
    if (header.row_names)
        records.front().insert(records.front().begin(), std::string());
    const Record names = distinct_names(records.front());
    if (header.row_names || consists_of(records.front(), known) || (like && holds_all(names, *like)))
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
