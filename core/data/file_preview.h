#pragma once

#include "core/base/error.h"
#include "core/data/readers/raw_table.h"
#include "core/data/readers/table_format.h"
#include "core/data/recipe.h"
#include "core/data/table.h"

#include <cstddef>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace fairloom {

/// The beginning of a table's file, or a few pictures of an image set, to be looked at before it is opened.
struct FilePreview {
    std::vector<std::string> parts;     ///< files of an archive, tables of a database, where there is more than one
    std::string part;                   ///< the one that is shown; empty = none, or several and none named
    TableFormat format = TableFormat::delimited;
    std::string compression;            ///< "gzip", "zip" ...; empty = none
    DialectRule dialect;                ///< as the beginning was read, everything set; see TableFile
    Table table;                        ///< the first rows; no columns if a part has to be chosen first
    std::vector<std::string> lines;     ///< the first lines as they are, of texts
    std::vector<BadLine> bad_lines;     ///< among those that were looked at
    PictureRule pictures;               ///< of an image set, whose table is a few pictures spread over all: how they were read, everything set
    std::size_t picture_count = 0;      ///< how many it has in all; 0 = it is none
    std::optional<InputError> refused;  ///< why it cannot be opened so; only what could be read is in the table
};

/// Reads the first rows and says what was found out about the file. `source` as for read_table_file(), of which this is a quick and
/// forgiving relative: bad lines are passed over, whatever the recipe says, and no column's rule is applied. An image set is looked at as
/// read_picture_table() would read it. Throws InputError, Cancelled.
FilePreview preview_file(const std::string &source, const Recipe &recipe, std::size_t most_rows, std::stop_token stop);

} // namespace fairloom
