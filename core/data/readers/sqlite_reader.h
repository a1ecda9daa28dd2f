#pragma once

#include "core/base/progress.h"
#include "core/data/readers/raw_table.h"

#include <cstdint>
#include <filesystem>
#include <limits>
#include <stop_token>
#include <string>
#include <vector>

namespace fairloom {

/// A table or view of an SQLite database.
struct SqliteTable {
    std::string name;
    bool is_view = false;
    std::int64_t rows = -1; ///< -1 = not counted: a view, or a table for which it takes long or that is broken
};

/// What the database holds, in the order in which it was made; the tables that SQLite keeps for itself are left out. Reads only.
/// Throws InputError: no such file, no SQLite database or an encrypted one, damaged, locked by another program.
std::vector<SqliteTable> sqlite_tables(const std::filesystem::path &file);

/// Reads one table or view, or the rows of one SELECT, the first `most_rows` of them. If `table_or_query` is empty, the only one there is. NULL is no value;
/// numbers have as few digits as give them back exactly; a name that occurs twice gets "_2" behind it. A column is declared what the
/// database declares, unless its values are something else. The database is never written to, whatever the query says.
/// Throws InputError like sqlite_tables(), and: no such table, several tables and none named, a query that is wrong, that is more
/// than one statement or that does more than read, bytes (BLOB) in a column, no rows. Throws Cancelled in the midst of a long query.
RawTable read_sqlite(const std::filesystem::path &file, const std::string &table_or_query, Progress &progress, std::stop_token stop,
                     std::size_t most_rows = std::numeric_limits<std::size_t>::max());

} // namespace fairloom
