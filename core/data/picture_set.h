#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace fairloom {

/// Pictures of one size in one block of memory: n x height x width x 3, red, green and blue interleaved, 0 .. 255. Grey pictures have three
/// equal channels.
struct PictureSet {
    static constexpr int channels = 3;
    int width = 0, height = 0;
    std::vector<std::uint8_t> bytes;

    std::size_t picture_bytes() const { return static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * channels; }
    std::size_t size() const { return picture_bytes() == 0 ? 0 : bytes.size() / picture_bytes(); }
    std::span<const std::uint8_t> picture(std::size_t index) const { return {bytes.data() + index * picture_bytes(), picture_bytes()}; }
    std::span<std::uint8_t> picture(std::size_t index) { return {bytes.data() + index * picture_bytes(), picture_bytes()}; }
};

} // namespace fairloom
