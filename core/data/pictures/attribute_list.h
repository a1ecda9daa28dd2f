#pragma once

#include "core/data/readers/raw_table.h"

#include <string>
#include <string_view>

namespace fairloom {

/// Whether a text has the form of CelebA's list_attr_celeba.txt: a number of pictures in the first line, the attributes' names in the
/// second, then a line for every picture with its name and a value of every attribute, with blanks between.
bool is_attribute_list(std::string_view text);

/// Such a list; its first column is called "file". Throws InputError for a line with more or fewer values than there are names,
/// and if the number of lines is not the announced one.
RawTable read_attribute_list(std::string_view text, const std::string &name);

} // namespace fairloom
