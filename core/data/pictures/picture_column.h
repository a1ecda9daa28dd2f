#pragma once

#include "core/data/picture_set.h"
#include "core/data/table.h"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace fairloom {

inline constexpr const char *picture_column_name = "picture";

/// A column of pictures, one per name, in which row i shows picture i.
Column picture_column(std::string name, std::vector<std::string> names, std::shared_ptr<const PictureSet> pictures, Role role = Role::feature);

/// Names for pictures that have none: "00001", "00002" ...
std::vector<std::string> running_names(std::size_t count);

} // namespace fairloom
