#pragma once

#include <cstdint>
#include <string_view>

namespace fairloom {

/// Check sum of gzip (RFC 1952, section 8): CRC-32 with the reflected polynomial 0xEDB88320.
std::uint32_t crc32(std::string_view bytes);

} // namespace fairloom
