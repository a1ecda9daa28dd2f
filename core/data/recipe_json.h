#pragma once

#include "core/data/recipe.h"

#include <string>

namespace fairloom {

/// A recipe from its JSON text; `name` stands for it in errors. Throws InputError, naming an unknown key.
Recipe parse_recipe(const std::string &json, const std::string &name);

/// The recipe as JSON text that parse_recipe() reads back; keys that say nothing are left out.
std::string recipe_json(const Recipe &recipe);

} // namespace fairloom
