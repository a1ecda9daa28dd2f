#pragma once

#include "core/data/picture_rule.h"
#include "core/data/picture_set.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace fairloom {

/// The three colours, in the order of their codes: the channel that a coloured picture keeps.
const std::vector<std::string> &colour_names(); ///< "red", "green", "blue"

/// Per picture a colour that tells its class: with probability `strength` the class's own (red for even, green for odd), else one of the
/// other two, equally likely.
std::vector<std::int32_t> draw_telling_colours(const std::vector<std::uint8_t> &odd, const ColouringRule &rule);

/// Per picture one of the three colours, equally likely whatever the picture is.
std::vector<std::int32_t> draw_silent_colours(std::size_t pictures, const ColouringRule &rule);

/// Every picture in its colour alone: the other two channels become 0.
PictureSet in_colours(PictureSet pictures, const std::vector<std::int32_t> &colours);

} // namespace fairloom
