#pragma once

#include "core/base/progress.h"
#include "core/data/column_rule.h"
#include "core/data/dialect.h"
#include "core/data/readers/raw_table.h"

#include <functional>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

namespace fairloom {

/// How a table that was read becomes a typed one.
struct TableTyping {
    const std::map<std::string, ColumnRule> *columns = nullptr; ///< by name; "*" = all others
    std::vector<std::string> missing;                           ///< spellings of a missing value
    NumberMarks marks;
    const Table *like = nullptr;                                ///< a test file is typed like its training table
    bool named = true;                                          ///< the file names its columns; else `like` is matched by position
    std::function<std::string(std::size_t row)> place;          ///< of a row, for errors
};

/// Types all columns, those of `like` only where it is given. Throws InputError: a value that is not of a given type, a column that
/// `like` has and the file has not.
Table type_table(RawTable raw, const TableTyping &typing, std::vector<Message> &notes, int threads, Progress &progress, const std::stop_token &stop);

/// The rule for a column: its own, or the one for all others.
const ColumnRule &rule_for(const std::map<std::string, ColumnRule> &columns, const std::string &column);

} // namespace fairloom
