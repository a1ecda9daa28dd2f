#pragma once

#include <string_view>

namespace fairloom {

enum class TableFormat { delimited, arff, json_lines, sqlite };

/// The format of a table by the first bytes of its content (some thousands are plenty). `json_lines` stands for an array of objects too.
/// Whatever is none of the others is delimited text.
TableFormat detect_format(std::string_view first_bytes);

} // namespace fairloom
