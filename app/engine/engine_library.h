#pragma once

#include "app/engine/engine.h"

#include <QString>

namespace fairloom {

/// Loads the module `file`, which stays loaded. Throws InputError: it is not there, is no such module, or is one of another version.
const Engine &load_engine(const QString &file);

} // namespace fairloom
