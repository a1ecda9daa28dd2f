#pragma once

#include "core/data/dialect.h"

#include <string_view>

namespace fairloom {

/// Finds out what `rule` leaves open, from the first 256 kB of a delimited text: separator and quote are those that cut the lines into
/// the same number of fields, with fields that look like single values; lines above the table and comment lines are those that do not
/// fit; decimal and thousands marks are those that make the values numbers. Never throws: a text that fits nothing is read with commas.
CsvDialect sniff_dialect(std::string_view text, const DialectRule &rule);

} // namespace fairloom
