#pragma once

#include <string>
#include <vector>

namespace fairloom {

/// The JSON texts of resources/recipes, compiled in by the CMakeLists.txt there.
const std::vector<std::string> &builtin_recipe_texts();

} // namespace fairloom
