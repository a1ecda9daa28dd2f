#pragma once

#include "core/base/progress.h"
#include "core/data/readers/raw_table.h"

#include <stop_token>
#include <string>
#include <string_view>

namespace fairloom {

/// Reads JSON lines (a row a line), a JSON array of rows, or rows one after another. A row is an object, whose keys name the columns in
/// order of first appearance, or an array, whose elements are "column_1" and so on. Objects inside a row are taken apart into "a.b";
/// arrays stay JSON text. A null, an absent key and Python's NaN are no value; true and false are texts; numbers keep their spelling.
/// A column of nothing but numbers is declared a number, of truth values a category, of texts a text.
/// `name` stands for the file in errors and names the table. Throws InputError: no rows, a file that ends in the middle of a value, too
/// many columns, and with the line number a row that is no JSON, is neither object nor array, has a key twice or as an array another
/// length than the first; with `skip_bad_lines` such rows are passed over and counted.
RawTable read_json_lines(std::string_view text, const std::string &name, bool skip_bad_lines, Progress &progress,
                         std::stop_token stop);

} // namespace fairloom
