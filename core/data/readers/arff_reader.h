#pragma once

#include "core/base/progress.h"
#include "core/data/readers/raw_table.h"

#include <stop_token>
#include <string>
#include <string_view>

namespace fairloom {

/// Reads an ARFF table (Weka's attribute-relation file format): dense or sparse rows, values as the file spells them. Types and
/// nominal values of the header go into the columns, but a value that the header does not know is none the worse: published
/// files have them. A sparse row's absent values are 0, the first nominal value, or nothing in a column of texts or dates. "?" is a
/// missing value and keeps its spelling; instance weights are passed over. `name` stands for the file in errors and names the table.
/// Throws InputError: a header that cannot be read, no rows, and with the line number a row with the wrong number of values or
/// wrong quotes; with `skip_bad_lines` such rows are passed over and counted.
RawTable read_arff(std::string_view text, const std::string &name, bool skip_bad_lines, Progress &progress, std::stop_token stop);

} // namespace fairloom
