#pragma once

#include "core/data/dialect.h"
#include "core/data/table.h"

#include <string>
#include <string_view>
#include <vector>

namespace fairloom {

/// Whether a file's first line names its columns, and the names.
struct CsvHeader {
    bool present = false;
    bool row_names = false;         ///< the first column has no name: every row has one field more than the header
    std::vector<std::string> names; ///< one per column, all different
};

/// Decides it. A first line that consists of known names (`known`, or the columns of `like`) is a header whatever the
/// dialect says, so that files that Fairloom wrote can be read with the recipe of a file without header. Where nothing
/// is said, a first line without numbers above a numeric column is one, and so is a first line of which no value
/// occurs again in its column, or one with running years above other numbers. A first line with one field less than all others (as R writes it) is a header above rows
/// that begin with a name or number of their own. Throws InputError for an empty file and where the number of columns differs from `known`.
CsvHeader find_header(std::string_view text, const std::string &file, const CsvDialect &dialect,
                      const std::vector<std::string> &known, const Table *like);

} // namespace fairloom
