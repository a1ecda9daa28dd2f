// Picture files: headers of any kind, and decoding of those that are not large.
#include "fuzz_support.h"

#include "core/data/pictures/picture_decoder.h"
#include "core/data/pictures/picture_header.h"

#include <algorithm>
#include <cstdint>
#include <vector>

using namespace fairloom;
using namespace fairloom::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    const PictureHeader header = read_picture_header(bytes);
    require(header.orientation >= 1 && header.orientation <= 8, "an orientation is one of eight");
    const std::uint64_t pixels_at_once = std::max(header.width * header.height, header.part_pixels);
    if (pixels_at_once > 1'000'000 && pixels_at_once <= 100'000'000)
        return 0; // would only take time and memory
    constexpr int edge = 28;
    std::vector<std::uint8_t> pixels(edge * edge * 3);
    decode_picture(bytes, edge, pixels);
    return 0;
}
