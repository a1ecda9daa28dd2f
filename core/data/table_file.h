#pragma once

#include "core/base/progress.h"
#include "core/data/readers/raw_table.h"
#include "core/data/readers/table_format.h"
#include "core/data/recipe.h"
#include "core/data/table.h"

#include <stop_token>
#include <string>
#include <vector>

namespace fairloom {

/// A table from a file, and what was found out about the file.
struct TableFile {
    Table table;
    TableFormat format = TableFormat::delimited;
    DialectRule dialect;                ///< as it was read, everything set (delimited text); encoding alone for the other formats
    std::string compression, member;    ///< empty = none
    std::size_t bad_lines = 0;          ///< passed over
    std::vector<BadLine> first_bad;
    std::string sha256;                 ///< of the file as it is stored
    std::vector<Message> notes;
};

/// Reads a table from a file of any known format: delimited text, ARFF, JSON lines, an SQLite database ("FILE:TABLE" or "FILE:SELECT ..."),
/// each of the texts also packed (gzip, zip, zstd ...; "FILE.zip:MEMBER"). The recipe says what is known; with `like` the table has the
/// columns, types and categories of that table. Throws InputError with one sentence, Cancelled on stop.
TableFile read_table_file(const std::string &source, const Recipe &recipe, const Table *like, Progress &progress, std::stop_token stop);

} // namespace fairloom
