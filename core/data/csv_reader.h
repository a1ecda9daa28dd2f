#pragma once

#include "core/base/progress.h"
#include "core/data/column_rule.h"
#include "core/data/dialect.h"
#include "core/data/readers/raw_table.h"
#include "core/data/table.h"

#include <map>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace fairloom {

struct CsvOptions {
    DialectRule dialect;                         ///< what is unset is found out from the file
    std::vector<std::string> column_names;       ///< for a file without header
    std::map<std::string, ColumnRule> columns;   ///< by name; "*" = all others
    bool skip_bad_lines = false;                 ///< pass over lines that are no rows and count them, instead of refusing the file
    const Table *like = nullptr;                 ///< a test file is read like its training table: same columns, types and categories
                                                 ///< (categories that only the test file has are appended)
};

/// A table and how it was read.
struct CsvTable {
    Table table;
    CsvDialect dialect;                          ///< with `header` set
    std::size_t bad_lines = 0;                   ///< passed over
    std::vector<BadLine> first_bad;
    std::vector<Message> notes;
};

/// Reads delimited text (UTF-8). Column types are detected (a column is a number if every value that is not missing is
/// one), names that occur twice get "_2", "_3" ... behind them. Lines are numbered from 1 as in an editor. `name` stands for the file
/// in errors and names the table. Throws InputError: empty file, no data rows, ragged line (with its number), unclosed quote,
/// text behind a closing quote, a column that `like` has and the file has not, more rows than the memory can hold.
CsvTable read_csv(std::string_view text, const std::string &name, const CsvOptions &options, Progress &progress, std::stop_token stop);

} // namespace fairloom
