#pragma once

#include "core/data/table.h"
#include "core/study/run_settings.h"

#include <string>
#include <vector>

namespace fairloom {

/// The settings that make up an operating point.
const std::vector<std::string> &operating_point_keys();

/// The preset "balanced" of a kind of data; what depends on the data besides is that of none.
RunSettings default_settings(const std::string &kind);

/// "pictures" for an image set, else "table".
std::string kind_of(const Table &table);

/// For data that have just been opened. If they are of another kind than settings.kind, what stands at the default of that kind, or at
/// the preset's value, goes to the default, or the same preset's value, of the new kind; what somebody has chosen stays. What is
/// right for an image set depends on the pictures' size and on their number, so that few pictures are seen often enough: widths and
/// epochs are always those of the data.
void adapt_settings(RunSettings &settings, const Table &data);

/// Sets the operating point to the preset's ("balanced", "strict-parity", "equal-odds", "faithful"); "custom" leaves it. Throws InputError
/// for another name. What a preset is depends on settings.kind. How the values were found: docs/tuning.md.
void apply_preset(RunSettings &settings, const std::string &preset);
/// The preset whose operating point the settings have, else "custom".
std::string matching_preset(const RunSettings &settings);

} // namespace fairloom
