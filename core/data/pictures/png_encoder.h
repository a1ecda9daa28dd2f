#pragma once

#include <cstdint>
#include <string>

namespace fairloom {

/// The bytes of a PNG file with width x height pixels (rgb: height x width x 3); empty if there is no memory for it.
std::string encode_png(int width, int height, const std::uint8_t *rgb);

} // namespace fairloom
