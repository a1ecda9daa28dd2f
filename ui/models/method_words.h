#pragma once

#include "core/study/run_settings.h"

#include <QString>

#include <string>

namespace fairloom::ui {

/// A method as people read it: "TabFairGAN" for "tabfairgan".
QString methodName(const std::string &method);
/// Whether these settings are of another method than Fairloom's own, whose loss and student they do not use.
bool isRival(const RunSettings &settings);
/// What a list of runs says of the way a run was made: the loss of Fairloom's own, else the method.
QString wayName(const RunSettings &settings);

} // namespace fairloom::ui
