#pragma once

#include "core/base/progress.h"
#include "core/data/csv_header.h"
#include "core/data/readers/raw_table.h"
#include "core/data/recipe.h"

#include <cstddef>
#include <stop_token>
#include <string>
#include <string_view>

namespace fairloom {

/// Cuts delimited text into columns: one pass, the text shared out among threads by line ends. Where a quoted field runs over such a
/// border, the stretch behind it is read again from where it really begins, so the result is that of reading from top to bottom.
/// `width` is the number of fields that every record has to have. Throws InputError with the line number of the first record that
/// has not, or whose quotes are wrong; with `skip_bad_lines` such lines are passed over and counted. Less than `smallest_stretch` bytes
/// are not worth a thread of their own.
RawTable read_delimited(std::string_view text, const std::string &name, const CsvDialect &dialect, const CsvHeader &header,
                        bool skip_bad_lines, int threads, Progress &progress, const std::stop_token &stop,
                        std::size_t smallest_stretch = std::size_t{1} << 20);

/// Line on which the table's given row begins, for errors; from 1.
std::size_t line_of_row(std::string_view text, const CsvDialect &dialect, const CsvHeader &header, std::size_t row);

} // namespace fairloom
