#pragma once

#include <cstdint>
#include <string_view>

namespace fairloom {

enum class PictureFormat { unknown, jpeg, png, gif, bmp, tiff, webp };

/// Pictures of more pixels are refused before they are decoded.
inline constexpr std::uint64_t most_picture_pixels = 100'000'000;

/// What a picture file tells before a single pixel is decoded.
struct PictureHeader {
    PictureFormat format = PictureFormat::unknown; ///< by content
    std::uint64_t width = 0, height = 0;           ///< pixels as stored, before `orientation`; 0 = the header does not tell
    std::uint64_t part_pixels = 0;                 ///< TIFF: of a tile or a strip, which decoders hold whole; it may be more than the picture has
    int orientation = 1;                           ///< EXIF's 1 .. 8: how the stored pixels have to be turned. TIFF: always 1, its decoder turns
    bool ends_early = false;                       ///< the end that the format prescribes is not there (JPEG, PNG, WebP), or not all pixels (BMP)
};

/// Never throws: damaged headers give zeros. Sources: ITU-T T.81 (JPEG), the PNG specification (third edition), GIF89a, the WebP container
/// specification, TIFF 6.0 and EXIF 2.32.
PictureHeader read_picture_header(std::string_view bytes);

} // namespace fairloom
