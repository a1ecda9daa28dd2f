#include "core/data/csv_reader.h"

#include "core/base/error.h"
#include "core/data/csv_header.h"
#include "core/data/csv_tokens.h"
#include "core/data/file_text.h"
#include "core/data/name_list.h"
#include "core/data/number_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <limits>
#include <unordered_map>

namespace fairloom {

namespace {

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};
using Dictionary = std::unordered_map<std::string, std::int32_t, TextHash, std::equal_to<>>;

/// All records of the file, cut into fields.
struct Records {
    std::vector<CsvTokens::Field> fields; ///< rows x width, the header's included
    std::vector<std::uint32_t> lines;     ///< per record
    std::size_t width = 0;
};

Records cut(CsvTokens &tokens, const std::string &name, std::size_t size, const CsvHeader &header, Progress &progress,
            const std::stop_token &stop)
{
    Records records;
    while (tokens.next(records.fields)) {
        const std::size_t fields = records.fields.size() - records.lines.size() * records.width;
        if (records.width == 0) {
            if (header.row_names)
                records.fields.emplace(records.fields.begin(), 0, 0, false);
            records.width = records.fields.size();
        } else if (fields != records.width) {
            throw InputError(header.present ? Message(FAIRLOOM_TEXT("%1 fields where the header has %2"),
                                              {std::to_string(fields), std::to_string(records.width)})
                                    : Message(FAIRLOOM_TEXT("%1 fields where the first line has %2"),
                                              {std::to_string(fields), std::to_string(records.width)}),
                             fmt::format("{}, line {}", name, tokens.line()),
                             FAIRLOOM_TEXT("Correct the line or remove it"));
        }
        records.lines.push_back(tokens.line());
        if (records.lines.size() % 16384 == 0) {
            throw_if_stopped(stop);
            progress.report(Message(FAIRLOOM_TEXT("Reading %1"), {name}),
                            0.6 * static_cast<double>(tokens.position()) / static_cast<double>(size));
        }
    }
    return records;
}

/// Reads the fields of one column, with its rule applied.
class ColumnReader {
public:
    ColumnReader(const CsvTokens &tokens, const Records &records, std::size_t first_row, std::size_t position,
                 const CsvDialect &dialect, const ColumnRule &rule, const std::string &file, const std::stop_token &stop)
        : tokens_(tokens), records_(records), first_(first_row), position_(position), rule_(rule), file_(file), stop_(stop),
          missing_(dialect.missing.begin(), dialect.missing.end())
    {
        if (const auto other = rule.merge.find("*"); other != rule.merge.end())
            other_ = &other->second;
    }

    /// The column as a number, or false if some value is none or would not survive being written again.
    bool read_numbers(Column &column, bool forced)
    {
        const std::size_t rows = records_.lines.size() - first_;
        column.numbers.reserve(rows);
        int least = std::numeric_limits<int>::max();
        int most = 0;
        for (std::size_t i = 0; i < rows; ++i) {
            checkpoint(i);
            const std::string_view text = value(i);
            if (is_missing(text)) {
                note_missing(column, text);
                column.numbers.push_back(std::numeric_limits<double>::quiet_NaN());
                continue;
            }
            const std::optional<WrittenNumber> number = read_number(text);
            if (!number || (!number->exact && !forced)) {
                if (!forced)
                    return false;
                throw InputError(Message(FAIRLOOM_TEXT("\"%1\" in column %2 is not a number"), {std::string(text), column.name}),
                                 fmt::format("{}, line {}", file_, records_.lines[first_ + i]),
                                 FAIRLOOM_TEXT("Correct the value, or mark it as missing"));
            }
            least = std::min(least, number->decimals);
            most = std::max(most, number->decimals);
            column.numbers.push_back(number->value);
        }
        if (least == std::numeric_limits<int>::max() && !forced)
            return false; // nothing but missing values
        column.type = ColumnType::number;
        column.decimals = most;
        column.fixed_decimals = least >= most;
        return true;
    }

    /// `column.categories` may hold values already (of the training table); new ones are appended.
    void read_categories(Column &column)
    {
        column.type = ColumnType::category;
        missing_noted_ = false;
        Dictionary dictionary;
        for (std::size_t i = 0; i < column.categories.size(); ++i)
            dictionary.emplace(column.categories[i], static_cast<std::int32_t>(i));
        const std::size_t rows = records_.lines.size() - first_;
        column.codes.reserve(rows);
        std::string last;
        std::int32_t last_code = -1;
        for (std::size_t i = 0; i < rows; ++i) {
            checkpoint(i);
            const std::string_view text = value(i);
            if (last_code >= 0 && text == last) { // sorted and lop-sided columns repeat themselves
                column.codes.push_back(last_code);
                continue;
            }
            std::int32_t code;
            if (is_missing(text)) {
                note_missing(column, text);
                if (column.missing_code < 0) {
                    column.missing_code = static_cast<std::int32_t>(column.categories.size());
                    column.categories.emplace_back(text);
                }
                code = column.missing_code;
            } else {
                const auto found = dictionary.find(text);
                if (found != dictionary.end()) {
                    code = found->second;
                } else {
                    code = static_cast<std::int32_t>(column.categories.size());
                    column.categories.emplace_back(text);
                    dictionary.emplace(text, code);
                }
            }
            column.codes.push_back(code);
            last = text;
            last_code = code;
        }
    }

private:
    void checkpoint(std::size_t i) const
    {
        if (i % 65536 == 0)
            throw_if_stopped(stop_);
    }

    bool is_missing(std::string_view text) const
    {
        return std::find(missing_.begin(), missing_.end(), text) != missing_.end();
    }

    /// The first spelling counts, be it empty.
    void note_missing(Column &column, std::string_view text)
    {
        if (!missing_noted_)
            column.missing_spelling = text;
        missing_noted_ = true;
    }

    std::string_view value(std::size_t row)
    {
        std::string_view text = tokens_.value(records_.fields[(first_ + row) * records_.width + position_], scratch_);
        if (!rule_.strip_suffix.empty() && text.ends_with(rule_.strip_suffix))
            text.remove_suffix(rule_.strip_suffix.size());
        if (rule_.merge.empty() || is_missing(text))
            return text;
        merge_key_ = text;
        if (const auto found = rule_.merge.find(merge_key_); found != rule_.merge.end())
            return found->second;
        return other_ ? std::string_view(*other_) : text;
    }

    const CsvTokens &tokens_;
    const Records &records_;
    std::size_t first_;
    std::size_t position_;
    const ColumnRule &rule_;
    const std::string &file_;
    const std::stop_token &stop_;
    std::vector<std::string> missing_;
    const std::string *other_ = nullptr;
    bool missing_noted_ = false;
    std::string scratch_;
    std::string merge_key_;
};

const ColumnRule &rule_for(const CsvOptions &options, const std::string &column)
{
    static const ColumnRule none;
    if (const auto found = options.columns.find(column); found != options.columns.end())
        return found->second;
    const auto other = options.columns.find("*");
    return other != options.columns.end() ? other->second : none;
}

/// Position in the file of every column of the training table.
std::vector<std::size_t> match_columns(const Table &like, const std::vector<std::string> &names, bool header,
                                       const std::string &file)
{
    std::vector<std::size_t> positions;
    if (!header && names.size() != like.columns.size())
        throw InputError(Message(FAIRLOOM_TEXT("%1 columns where the training rows have %2"),
                                 {std::to_string(names.size()), std::to_string(like.columns.size())}),
                         file, FAIRLOOM_TEXT("Choose a file with the same columns"));
    for (std::size_t i = 0; i < like.columns.size(); ++i) {
        if (!header) {
            positions.push_back(i);
            continue;
        }
        const auto found = std::find(names.begin(), names.end(), like.columns[i].name);
        if (found == names.end())
            throw InputError(Message(FAIRLOOM_TEXT("The column \"%1\" of the training rows is missing"), {like.columns[i].name}),
                             file, Message(FAIRLOOM_TEXT("The file's columns are %1"), {join_names(names)}));
        positions.push_back(static_cast<std::size_t>(found - names.begin()));
    }
    return positions;
}

} // namespace

Table read_csv(const std::filesystem::path &file, const CsvOptions &options, Progress &progress, std::stop_token stop)
{
    std::string text = read_file(file);
    if (!is_utf8(text))
        text = from_windows_1252(text);
    return parse_csv(text, file.filename().string(), options, progress, std::move(stop));
}

Table parse_csv(std::string_view text, const std::string &name, const CsvOptions &options, Progress &progress,
                std::stop_token stop)
{
    throw_if_stopped(stop);
    if (text.empty() || text == "\xef\xbb\xbf")
        throw InputError(FAIRLOOM_TEXT("The file is empty"), name, FAIRLOOM_TEXT("Choose another file"));
    if (text.find('\0') != std::string_view::npos)
        throw InputError(FAIRLOOM_TEXT("This is not a text file: it contains zero bytes"), name,
                         FAIRLOOM_TEXT("Save the table as CSV in UTF-8"));

    CsvDialect dialect = options.dialect;
    if (options.sniff_separator)
        dialect.separator = sniff_separator(text, dialect);

    const CsvHeader header = find_header(text, name, dialect, options.column_names, options.like);
    CsvTokens tokens(text, name, dialect);
    const Records records = cut(tokens, name, text.size(), header, progress, stop);
    const std::size_t first = header.present ? 1 : 0;
    if (records.lines.size() == first)
        throw InputError(first ? Message(FAIRLOOM_TEXT("The file has a header but no rows"))
                               : Message(FAIRLOOM_TEXT("The file has no rows")),
                         name, FAIRLOOM_TEXT("Choose another file"));

    Table table;
    table.name = name;
    std::vector<std::size_t> positions;
    if (options.like) {
        positions = match_columns(*options.like, header.names, header.present, name);
    } else {
        for (std::size_t i = 0; i < records.width; ++i)
            positions.push_back(i);
    }
    for (std::size_t i = 0; i < positions.size(); ++i) {
        Column column;
        const Column *like = options.like ? &options.like->columns[i] : nullptr;
        column.name = like ? like->name : header.names[positions[i]];
        const ColumnRule &rule = rule_for(options, column.name);
        ColumnReader reader(tokens, records, first, positions[i], dialect, rule, name, stop);
        column.role = like ? like->role : rule.role.value_or(Role::feature);
        const std::optional<ColumnType> type = like ? std::optional(like->type) : rule.type;
        if (type != ColumnType::category && !reader.read_numbers(column, type.has_value()))
            column.numbers = {};
        if (column.numbers.empty()) {
            column.missing_spelling.clear();
            if (like) {
                column.categories = like->categories;
                column.missing_code = like->missing_code;
            }
            reader.read_categories(column);
        }
        if (like && column.missing_spelling.empty())
            column.missing_spelling = like->missing_spelling;
        table.columns.push_back(std::move(column));
        progress.report(Message(FAIRLOOM_TEXT("Reading %1"), {name}),
                        0.6 + 0.4 * static_cast<double>(i + 1) / static_cast<double>(positions.size()));
    }
    return table;
}

} // namespace fairloom
