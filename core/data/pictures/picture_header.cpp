#include "core/data/pictures/picture_header.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <optional>

namespace fairloom {

namespace {

using namespace std::string_view_literals;

/// Numbers at places of a file; zero behind its end.
class Numbers {
public:
    explicit Numbers(std::string_view bytes, bool big_endian) : bytes_(bytes), big_(big_endian) {}

    std::uint32_t read(std::size_t at, int size) const
    {
        std::uint32_t value = 0;
        for (int i = 0; i < size; ++i) {
            const std::size_t place = at + static_cast<std::size_t>(big_ ? i : size - 1 - i);
            value = value << 8 | (place < bytes_.size() ? static_cast<unsigned char>(bytes_[place]) : 0U);
        }
        return value;
    }
    std::uint32_t word(std::size_t at) const { return read(at, 2); }
    std::uint32_t dword(std::size_t at) const { return read(at, 4); }

private:
    std::string_view bytes_;
    bool big_;
};

/// A tag of the first directory of a TIFF, of which EXIF data are one, if it is a whole number within the entry itself.
std::optional<std::uint32_t> tiff_tag(std::string_view bytes, std::uint32_t tag)
{
    const bool big = bytes.starts_with("MM\0*"sv);
    if (!big && !bytes.starts_with("II*\0"sv))
        return std::nullopt;
    const Numbers numbers(bytes, big);
    const std::size_t directory = numbers.dword(4);
    const std::size_t entries = numbers.word(directory);
    for (std::size_t entry = 0; entry < entries; ++entry) {
        const std::size_t at = directory + 2 + 12 * entry;
        if (at + 12 > bytes.size())
            break;
        if (numbers.word(at) != tag)
            continue;
        constexpr std::uint32_t type_byte = 1, type_short = 3, type_long = 4;
        switch (numbers.word(at + 2)) {
        case type_byte: return numbers.read(at + 8, 1);
        case type_short: return numbers.word(at + 8);
        case type_long: return numbers.dword(at + 8);
        default: return std::nullopt;
        }
    }
    return std::nullopt;
}

int exif_orientation(std::string_view tiff)
{
    constexpr std::uint32_t orientation_tag = 274;
    const std::uint32_t value = tiff_tag(tiff, orientation_tag).value_or(1);
    return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
}

unsigned char byte_at(std::string_view bytes, std::size_t at)
{
    return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}

/// Where the coded data that begin at `at` are interrupted by a marker other than a restart; the file's size if they never are.
std::size_t end_of_scan(std::string_view bytes, std::size_t at)
{
    while ((at = bytes.find('\xff', at)) != std::string_view::npos) {
        const unsigned char next = byte_at(bytes, at + 1);
        const bool restart = next >= 0xd0 && next <= 0xd7;
        if (at + 1 < bytes.size() && next != 0 && next != 0xff && !restart)
            return at;
        at += next == 0xff ? 1 : 2;
    }
    return bytes.size();
}

void read_jpeg(std::string_view bytes, PictureHeader &out)
{
    const Numbers numbers(bytes, true);
    std::size_t at = 2;
    while (at + 1 < bytes.size()) {
        if (byte_at(bytes, at) != 0xff) { // rubbish between segments, which decoders pass over
            at = std::min(bytes.find('\xff', at), bytes.size());
            continue;
        }
        const unsigned char marker = byte_at(bytes, at + 1);
        if (marker == 0xff) {
            ++at;
            continue;
        }
        if (marker == 0xd9)
            return;
        if (marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
            at += 2;
            continue;
        }
        const std::size_t body = at + 4, end = at + 2 + numbers.word(at + 2);
        const bool frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        if (frame && out.width == 0) { // decoders take the first
            out.height = numbers.word(body + 1);
            out.width = numbers.word(body + 3);
        } else if (marker == 0xe1 && body < bytes.size() && bytes.substr(body).starts_with("Exif\0\0"sv)) {
            out.orientation = exif_orientation(bytes.substr(body + 6));
        }
        at = marker == 0xda ? end_of_scan(bytes, end) : end;
    }
    out.ends_early = true;
}

void read_png(std::string_view bytes, PictureHeader &out)
{
    const Numbers numbers(bytes, true);
    constexpr std::size_t first = 8; // where the only chunk stands that tells the size
    std::size_t at = first;
    while (at + 12 <= bytes.size()) {
        const std::size_t size = numbers.dword(at);
        const std::string_view type = bytes.substr(at + 4, 4);
        if (type == "IHDR" && at == first) {
            out.width = numbers.dword(at + 8);
            out.height = numbers.dword(at + 12);
        } else if (type == "eXIf") {
            out.orientation = exif_orientation(bytes.substr(at + 8));
        } else if (type == "IEND") {
            return;
        }
        at += 12 + size;
    }
    out.ends_early = true;
}

void read_bmp(std::string_view bytes, PictureHeader &out)
{
    constexpr std::uint32_t os2_header = 12;
    const Numbers numbers(bytes, false);
    if (numbers.dword(14) == os2_header) {
        out.width = numbers.word(18);
        out.height = numbers.word(20);
        return;
    }
    const auto size = [&](std::size_t at) { // rows from the top have a negative height
        return static_cast<std::uint64_t>(std::abs(static_cast<std::int64_t>(static_cast<std::int32_t>(numbers.dword(at)))));
    };
    out.width = size(18);
    out.height = size(22);
    constexpr std::uint32_t plain = 0, masked = 3; // without compression
    const std::uint32_t compression = numbers.dword(30);
    const std::uint64_t row = (out.width * numbers.word(28) + 31) / 32 * 4;
    out.ends_early = (compression == plain || compression == masked) && numbers.dword(10) + row * out.height > bytes.size();
}

void read_webp(std::string_view bytes, PictureHeader &out)
{
    const Numbers numbers(bytes, false);
    out.ends_early = numbers.dword(4) + std::uint64_t{8} > bytes.size();
    constexpr std::size_t first = 12; // the chunk that tells the size; decoders pass over others of its kind
    for (std::size_t at = first; at + 8 <= bytes.size();) {
        const std::size_t size = numbers.dword(at + 4), body = at + 8;
        const std::string_view type = bytes.substr(at, 4);
        if (type == "VP8X" && at == first) {
            out.width = numbers.read(body + 4, 3) + 1;
            out.height = numbers.read(body + 7, 3) + 1;
        } else if (type == "VP8L" && at == first) {
            const std::uint32_t sizes = numbers.dword(body + 1);
            out.width = (sizes & 0x3fff) + 1;
            out.height = (sizes >> 14 & 0x3fff) + 1;
        } else if (type == "VP8 " && at == first) {
            out.width = numbers.word(body + 6) & 0x3fff;
            out.height = numbers.word(body + 8) & 0x3fff;
        } else if (type == "EXIF" && body < bytes.size()) {
            std::string_view exif = bytes.substr(body);
            if (exif.starts_with("Exif\0\0"sv)) // some programs put JPEG's prefix here too
                exif.remove_prefix(6);
            out.orientation = exif_orientation(exif);
        }
        at = body + size + size % 2;
    }
}

void read_tiff(std::string_view bytes, PictureHeader &out)
{
    constexpr std::uint32_t width_tag = 256, height_tag = 257, rows_tag = 278, tile_width_tag = 322, tile_height_tag = 323;
    const auto tag = [&](std::uint32_t name, std::uint32_t otherwise) { return std::uint64_t{tiff_tag(bytes, name).value_or(otherwise)}; };
    out.width = tag(width_tag, 0);
    out.height = tag(height_tag, 0);
    constexpr std::uint32_t all_rows = 0xffffffff;
    const std::uint64_t rows = tag(rows_tag, all_rows);
    const std::uint64_t strip = out.width * (rows == all_rows ? out.height : rows);
    const std::uint64_t tile = tag(tile_width_tag, 0) * tag(tile_height_tag, 0);
    out.part_pixels = tile > 0 ? tile : strip;
}

} // namespace

PictureHeader read_picture_header(std::string_view bytes)
{
    PictureHeader out;
    if (bytes.starts_with("\xff\xd8\xff"sv)) {
        out.format = PictureFormat::jpeg;
        read_jpeg(bytes, out);
    } else if (bytes.starts_with("\x89PNG\r\n\x1a\n"sv)) {
        out.format = PictureFormat::png;
        read_png(bytes, out);
    } else if (bytes.starts_with("GIF87a"sv) || bytes.starts_with("GIF89a"sv)) {
        const Numbers numbers(bytes, false);
        out.format = PictureFormat::gif;
        out.width = numbers.word(6);
        out.height = numbers.word(8);
    } else if (bytes.starts_with("BM"sv) && bytes.size() >= 26) {
        out.format = PictureFormat::bmp;
        read_bmp(bytes, out);
    } else if (bytes.starts_with("II*\0"sv) || bytes.starts_with("MM\0*"sv)) {
        out.format = PictureFormat::tiff;
        read_tiff(bytes, out);
    } else if (bytes.starts_with("RIFF"sv) && bytes.size() >= 16 && bytes.substr(8, 4) == "WEBP") {
        out.format = PictureFormat::webp;
        read_webp(bytes, out);
    }
    return out;
}

} // namespace fairloom
