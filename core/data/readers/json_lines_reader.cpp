#include "core/data/readers/json_lines_reader.h"

#include "core/base/error.h"
#include "core/data/readers/bad_lines.h"
#include "core/data/readers/column_names.h"
#include "core/data/readers/json_records.h"
#include "core/data/readers/json_row.h"
#include "core/data/readers/raw_column_builder.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace fairloom {

namespace {

// Keys that are values (of persons, of days) would give as many columns as rows, and that many squared cells.
constexpr std::size_t most_columns = 10000;

class JsonColumns {
public:
    /// Adds the row, or nothing at all if it cannot be one.
    std::optional<JsonRow::Fault> add(const JsonRow &row)
    {
        positions_.clear();
        const std::size_t known = columns_.size();
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::size_t position = position_of(row[i].name);
            Column &column = columns_[position];
            if (column.last_row == rows_ + 1) {
                while (columns_.size() > known)
                    drop_last();
                for (const std::size_t other : positions_)
                    if (other < known)
                        columns_[other].last_row = 0;
                return JsonRow::Fault{Message(FAIRLOOM_TEXT("The key %1 occurs twice in one row"), {row[i].name}), 0};
            }
            column.last_row = rows_ + 1;
            positions_.push_back(position);
        }
        for (std::size_t i = 0; i < row.size(); ++i) {
            Column &column = columns_[positions_[i]];
            fill(column);
            if (row[i].kind == JsonRow::Kind::nothing)
                column.builder.add_nothing();
            else
                column.builder.add(row[i].text);
            column.seen[static_cast<std::size_t>(row[i].kind)] = true;
        }
        ++rows_;
        return std::nullopt;
    }

    std::size_t rows() const { return rows_; }
    std::size_t size() const { return columns_.size(); }

    std::vector<RawColumn> take()
    {
        std::vector<std::string> names;
        for (const Column &column : columns_)
            names.push_back(column.name);
        names = distinct_names(names);
        std::vector<RawColumn> columns;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            fill(columns_[i]);
            columns.push_back(columns_[i].builder.take(names[i]));
            columns.back().declared = declared(columns_[i]);
        }
        return columns;
    }

private:
    struct Column {
        std::string name;
        RawColumnBuilder builder;
        std::size_t last_row = 0;       ///< that had a value here, from 1
        std::array<bool, 5> seen{};     ///< by JsonRow::Kind
    };

    /// Rows mostly have the same keys in the same order, so the column behind the last one is looked at first.
    std::size_t position_of(const std::string &name)
    {
        const std::size_t likely = positions_.empty() ? 0 : positions_.back() + 1;
        if (likely < columns_.size() && columns_[likely].name == name)
            return likely;
        const auto [found, is_new] = by_name_.emplace(name, columns_.size());
        if (is_new)
            columns_.push_back({name, RawColumnBuilder(missing_), 0, {}});
        return found->second;
    }

    void drop_last()
    {
        by_name_.erase(columns_.back().name);
        columns_.pop_back();
    }

    void fill(Column &column) const
    {
        while (column.builder.rows() < rows_)
            column.builder.add_nothing();
    }

    static DeclaredType declared(const Column &column)
    {
        using Kind = JsonRow::Kind;
        const auto only = [&](Kind kind) {
            for (const Kind other : {Kind::number, Kind::boolean, Kind::text, Kind::json})
                if (column.seen[static_cast<std::size_t>(other)] != (other == kind))
                    return false;
            return true;
        };
        return only(Kind::number)    ? DeclaredType::number
               : only(Kind::boolean) ? DeclaredType::category
               : only(Kind::text)    ? DeclaredType::text
                                     : DeclaredType::none;
    }

    const std::vector<std::string> missing_; ///< JSON has a null for that
    std::vector<Column> columns_;
    std::unordered_map<std::string, std::size_t> by_name_;
    std::vector<std::size_t> positions_; ///< of the row's cells
    std::size_t rows_ = 0;
};

} // namespace

RawTable read_json_lines(std::string_view text, const std::string &name, bool skip_bad_lines, Progress &progress,
                         std::stop_token stop)
{
    throw_if_stopped(stop);
    RawTable table;
    table.name = name;
    JsonRecords records(text, name);
    JsonColumns columns;
    JsonRow row;
    JsonRecord record;
    std::size_t width = 0; // of the first row that is an array
    std::size_t count = 0;
    while (records.next(record)) {
        if (++count % 4096 == 0) {
            throw_if_stopped(stop);
            progress.report(Message(FAIRLOOM_TEXT("Reading %1"), {name}),
                            static_cast<double>(records.position()) / static_cast<double>(text.size() + 1));
        }
        BadLine bad{record.line, 0, 0};
        std::optional<JsonRow::Fault> fault = row.read(record.text);
        if (fault) {
            const auto end = record.text.begin() + static_cast<std::ptrdiff_t>(std::min(fault->position, record.text.size()));
            bad.line += static_cast<std::size_t>(std::count(record.text.begin(), end, '\n'));
        } else if (row.is_array() && width > 0 && row.elements() != width) {
            fault.emplace(Message(FAIRLOOM_TEXT("%1 fields where the first line has %2"), {std::to_string(row.elements()), std::to_string(width)}));
            bad.fields = row.elements();
            bad.expected = width;
        } else {
            fault = columns.add(row);
        }
        if (!fault) {
            if (row.is_array() && width == 0)
                width = row.elements();
            if (columns.size() > most_columns)
                throw InputError(Message(FAIRLOOM_TEXT("The rows have more than %1 different keys"), {std::to_string(most_columns)}), name,
                                 FAIRLOOM_TEXT("Write what the keys tell into values"));
            continue;
        }
        if (!skip_bad_lines)
            throw InputError(fault->what, name + ", line " + std::to_string(bad.line), FAIRLOOM_TEXT("Correct the line or remove it"));
        note_bad_line(table, bad);
    }
    if (columns.rows() == 0 || columns.size() == 0)
        throw InputError(FAIRLOOM_TEXT("The file has no rows"), name, FAIRLOOM_TEXT("Choose another file"));
    table.columns = columns.take();
    return table;
}

} // namespace fairloom
