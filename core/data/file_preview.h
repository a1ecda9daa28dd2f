#pragma once

#include "core/data/readers/raw_table.h"
#include "core/data/readers/table_format.h"
#include "core/data/recipe.h"
#include "core/data/table.h"

#include <cstddef>
#include <stop_token>
#include <string>
#include <vector>

namespace fairloom {

/// The beginning of a table's file, to be looked at before it is opened.
struct FilePreview {
    std::vector<std::string> parts;     ///< files of an archive, tables of a database, where there is more than one
    std::string part;                   ///< the one that is shown; empty = none, or several and none named
    TableFormat format = TableFormat::delimited;
    std::string compression;            ///< "gzip", "zip" ...; empty = none
    DialectRule dialect;                ///< as the beginning was read, everything set; see TableFile
    Table table;                        ///< the first rows; no columns if a part has to be chosen first
    std::vector<std::string> lines;     ///< the first lines as they are, of texts
    std::vector<BadLine> bad_lines;     ///< among those that were looked at
};

/// Reads the first rows and says what was found out about the file. `source` as for read_table_file(), of which this is a quick and
/// forgiving relative: bad lines are passed over, whatever the recipe says, and no column's rule is applied. Throws InputError, Cancelled.
FilePreview preview_file(const std::string &source, const Recipe &recipe, std::size_t most_rows, std::stop_token stop);

} // namespace fairloom
