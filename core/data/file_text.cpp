#include "core/data/file_text.h"

#include "core/base/error.h"
#include "core/data/readers/text_encoding.h"

#include <cstdint>
#include <fstream>

namespace fairloom {

void refuse_what_is_no_file(const std::filesystem::path &file)
{
    std::error_code error;
    const std::filesystem::file_status status = std::filesystem::status(file, error);
    if (!std::filesystem::exists(status))
        throw InputError(FAIRLOOM_TEXT("There is no such file"), file.string(), FAIRLOOM_TEXT("Check its name and folder"));
    if (std::filesystem::is_directory(status))
        throw InputError(FAIRLOOM_TEXT("This is a folder, not a file"), file.string(),
                         FAIRLOOM_TEXT("Name a file inside it"));
}

std::string read_file(const std::filesystem::path &file)
{
    refuse_what_is_no_file(file);
    const auto unreadable = [&] {
        return InputError(FAIRLOOM_TEXT("The file cannot be read"), file.string(),
                          FAIRLOOM_TEXT("Check its permissions"));
    };
    std::ifstream in(file, std::ios::binary);
    if (!in)
        throw unreadable();
    std::string text;
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(file, error);
    if (!error)
        text.reserve(static_cast<std::size_t>(size));
    // By blocks, since a pipe has no size to go by.
    std::string block(1 << 20, '\0');
    while (in.read(block.data(), static_cast<std::streamsize>(block.size())) || in.gcount() > 0)
        text.append(block.data(), static_cast<std::size_t>(in.gcount()));
    if (in.bad())
        throw unreadable();
    return text;
}

bool is_utf8(std::string_view text)
{
    return valid_utf8(text) == text.size();
}

std::string from_windows_1252(std::string_view text)
{
    // 0x80 .. 0x9f; the five bytes that the code page leaves open stay the control characters of Latin-1.
    static constexpr char16_t upper[32] = {
        0x20ac, 0x0081, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008d, 0x017d, 0x008f,
        0x0090, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x009d, 0x017e, 0x0178};
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    for (const char raw : text) {
        const auto c = static_cast<unsigned char>(raw);
        if (c < 0x80) {
            out += raw;
            continue;
        }
        const unsigned code = c < 0xa0 ? upper[c - 0x80] : c;
        if (code >= 0x800) {
            out += static_cast<char>(0xe0 | code >> 12);
            out += static_cast<char>(0x80 | (code >> 6 & 0x3f));
        } else {
            out += static_cast<char>(0xc0 | code >> 6);
        }
        out += static_cast<char>(0x80 | (code & 0x3f));
    }
    return out;
}

} // namespace fairloom
