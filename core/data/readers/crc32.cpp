#include "core/data/readers/crc32.h"

#include <array>
#include <cstddef>

namespace fairloom {

namespace {

// tables[k][b]: what byte b does to the sum when k more bytes follow it, so that eight bytes can be taken at a time.
using Tables = std::array<std::array<std::uint32_t, 256>, 8>;

constexpr Tables make_tables()
{
    Tables tables{};
    for (std::uint32_t byte = 0; byte < 256; ++byte) {
        std::uint32_t sum = byte;
        for (int bit = 0; bit < 8; ++bit)
            sum = sum >> 1 ^ (sum & 1 ? 0xedb88320U : 0);
        tables[0][byte] = sum;
    }
    for (std::size_t k = 1; k < 8; ++k)
        for (std::size_t byte = 0; byte < 256; ++byte)
            tables[k][byte] = tables[k - 1][byte] >> 8 ^ tables[0][tables[k - 1][byte] & 0xff];
    return tables;
}

constexpr Tables tables = make_tables();

} // namespace

std::uint32_t crc32(std::string_view bytes)
{
    const auto *p = reinterpret_cast<const unsigned char *>(bytes.data());
    std::size_t left = bytes.size();
    std::uint32_t sum = 0xffffffffU;
    for (; left >= 8; left -= 8, p += 8)
        sum = tables[7][(sum ^ p[0]) & 0xff] ^ tables[6][(sum >> 8 ^ p[1]) & 0xff] ^ tables[5][(sum >> 16 ^ p[2]) & 0xff] ^
              tables[4][(sum >> 24 ^ p[3]) & 0xff] ^ tables[3][p[4]] ^ tables[2][p[5]] ^ tables[1][p[6]] ^ tables[0][p[7]];
    for (; left > 0; --left, ++p)
        sum = sum >> 8 ^ tables[0][(sum ^ *p) & 0xff];
    return sum ^ 0xffffffffU;
}

} // namespace fairloom
