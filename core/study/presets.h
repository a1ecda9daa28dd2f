#pragma once

#include "core/study/run_settings.h"

#include <string>
#include <vector>

namespace fairloom {

/// The settings that make up an operating point.
const std::vector<std::string> &operating_point_keys();

/// Sets the operating point to the preset's ("balanced", "strict-parity", "equal-odds", "faithful"); "custom" leaves it. Throws InputError
/// for another name. How the values were found: docs/tuning.md.
void apply_preset(RunSettings &settings, const std::string &preset);
/// The preset whose operating point the settings have, else "custom".
std::string matching_preset(const RunSettings &settings);

} // namespace fairloom
