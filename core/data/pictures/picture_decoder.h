#pragma once

#include "core/base/message.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace fairloom {

/// Decodes a JPEG, PNG, GIF, BMP, TIFF or WebP file (of an animation the first frame), cuts the largest square out of its middle and brings that to
/// size x size pixels, RGB, upright as EXIF says. Grey has three equal channels, what is transparent is laid over white, 16 bits become 8
/// by scaling. Returns why that is not possible, in words, or nothing; `out` has size * size * 3 bytes and is undefined in the first case.
/// More than 100 million pixels are refused before any is decoded. May be called from several threads at once.
Message decode_picture(std::string_view bytes, int size, std::span<std::uint8_t> out);

/// Brings pixels (width x height, RGB) to size x size in the same way.
void resize_picture(std::span<const std::uint8_t> pixels, int width, int height, int size, std::span<std::uint8_t> out);

} // namespace fairloom
