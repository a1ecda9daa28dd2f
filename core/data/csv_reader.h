#pragma once

#include "core/base/progress.h"
#include "core/data/recipe.h"
#include "core/data/table.h"

#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

namespace fairloom {

struct CsvOptions {
    CsvDialect dialect;
    bool sniff_separator = true;                 ///< choose among , ; tab | by the first lines
    std::vector<std::string> column_names;       ///< for a file without header
    std::map<std::string, ColumnRule> columns;   ///< by name; "*" = all others
    const Table *like = nullptr;                 ///< a test file is read like its training table: same columns, types and categories
                                                 ///< (categories that only the test file has are appended)
};

/// Reads a delimited text file. Column types are detected (a column is a number if every value that is not missing is
/// one), names that occur twice get "_2", "_3" ... behind them. Lines are numbered from 1 as in an editor.
/// Throws InputError: no such file, empty file, no data rows, ragged line (with its number), unclosed quote,
/// text behind a closing quote, zero bytes, a column that `like` has and the file has not.
Table read_csv(const std::filesystem::path &file, const CsvOptions &options, Progress &progress, std::stop_token stop);

/// The same for the text of a file that was read already; `name` stands for it in errors and names the table.
Table parse_csv(std::string_view text, const std::string &name, const CsvOptions &options, Progress &progress,
                std::stop_token stop);

} // namespace fairloom
