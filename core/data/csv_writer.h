#pragma once

#include "core/data/table.h"

#include <filesystem>
#include <iosfwd>

namespace fairloom {

/// Writes a table as RFC 4180 CSV with a header line; values are spelled as in the original file. The file is
/// written beside its place and moved there when complete. Throws InputError if the place cannot be written.
void write_csv(const Table &table, const std::filesystem::path &file);
void write_csv(const Table &table, std::ostream &out);

} // namespace fairloom
