#include "core/data/readers/text_encoding.h"

#include "core/base/error.h"
#include "core/data/file_text.h"
#include "core/data/name_list.h"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <cstring>

namespace fairloom {

namespace {

using namespace std::string_view_literals;

struct Mark {
    std::string_view bytes;
    const char *encoding;
};

// UTF-32 before UTF-16: its little-endian mark begins with the other's.
constexpr Mark marks[] = {{"\xef\xbb\xbf"sv, "utf-8"},
                          {"\xff\xfe\0\0"sv, "utf-32le"},
                          {"\0\0\xfe\xff"sv, "utf-32be"},
                          {"\xff\xfe"sv, "utf-16le"},
                          {"\xfe\xff"sv, "utf-16be"}};

/// "utf-16le", "utf-16be" or empty: in ASCII text every other byte is zero, and hardly ever one of the others.
std::string utf16_by_zeros(std::string_view bytes)
{
    const std::size_t pairs = std::min<std::size_t>(bytes.size(), 4096) / 2;
    std::size_t zeros[2] = {0, 0};
    for (std::size_t i = 0; i < 2 * pairs; ++i)
        zeros[i % 2] += bytes[i] == '\0';
    const auto most = [&](int with, int without) { return zeros[with] * 2 > pairs && zeros[without] * 20 <= pairs; };
    return most(1, 0) ? "utf-16le" : most(0, 1) ? "utf-16be" : "";
}

void append_character(std::string &out, char32_t c)
{
    const auto byte = [&](char32_t bits) { out += static_cast<char>(bits); };
    if (c < 0x80) {
        byte(c);
    } else if (c < 0x800) {
        byte(0xc0 | c >> 6);
        byte(0x80 | (c & 0x3f));
    } else if (c < 0x10000) {
        byte(0xe0 | c >> 12);
        byte(0x80 | (c >> 6 & 0x3f));
        byte(0x80 | (c & 0x3f));
    } else {
        byte(0xf0 | c >> 18);
        byte(0x80 | (c >> 12 & 0x3f));
        byte(0x80 | (c >> 6 & 0x3f));
        byte(0x80 | (c & 0x3f));
    }
}

/// The number that the bytes at `p` stand for.
char32_t unit(const unsigned char *p, std::size_t size, bool big_endian)
{
    char32_t value = 0;
    for (std::size_t i = 0; i < size; ++i)
        value = value << 8 | p[big_endian ? i : size - 1 - i];
    return value;
}

/// UTF-16 (`size` 2) or UTF-32 (4) as UTF-8.
std::string from_wide(std::string_view bytes, std::size_t size, bool big_endian, const std::string &file)
{
    std::string out;
    out.reserve(bytes.size() / size + bytes.size() / 8);
    const auto *p = reinterpret_cast<const unsigned char *>(bytes.data());
    const auto *const end = p + bytes.size() / size * size;
    const auto refuse = [&](Message what) {
        return InputError(std::move(what), place_in(out, out.size(), file),
                          FAIRLOOM_TEXT("Save the table in UTF-8, or choose its encoding"));
    };
    while (p < end) {
        char32_t c = unit(p, size, big_endian);
        p += size;
        if (size == 2 && c >= 0xd800 && c < 0xdc00 && p < end) {
            const char32_t low = unit(p, size, big_endian);
            if (low >= 0xdc00 && low < 0xe000) {
                c = 0x10000 + ((c - 0xd800) << 10 | (low - 0xdc00));
                p += size;
            }
        }
        if ((c >= 0xd800 && c < 0xe000) || c > 0x10ffff)
            throw refuse(size == 2 ? FAIRLOOM_TEXT("This is not valid UTF-16") : FAIRLOOM_TEXT("This is not valid UTF-32"));
        append_character(out, c);
    }
    if (bytes.size() % size != 0)
        throw refuse(FAIRLOOM_TEXT("The text ends in the middle of a character"));
    return out;
}

std::string from_latin_1(std::string_view bytes)
{
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes)
        append_character(out, static_cast<unsigned char>(c));
    return out;
}

} // namespace

const std::vector<std::string> &encoding_names()
{
    static const std::vector<std::string> names = {"utf-8", "utf-16le", "utf-16be", "latin-1", "windows-1252"};
    return names;
}

TextEncoding find_encoding(std::string_view bytes, const std::string &wanted, const std::string &file)
{
    TextEncoding encoding;
    for (const Mark &mark : marks) {
        if (!bytes.starts_with(mark.bytes))
            continue;
        encoding = {mark.encoding, mark.bytes.size()};
        break;
    }
    if (!wanted.empty()) {
        std::string name = wanted;
        std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        const std::vector<std::string> &names = encoding_names();
        if (std::find(names.begin(), names.end(), name) == names.end())
            throw InputError(Message(FAIRLOOM_TEXT("The encoding %1 is not known"), {wanted}), file,
                             Message(FAIRLOOM_TEXT("Choose one of %1"), {join_names(names)}));
        // UTF-8's mark means nothing in Latin-1, and nobody wants to see it before the first column's name.
        const bool mark_stays = encoding.name != name && encoding.name != "utf-8";
        return {name, mark_stays ? 0 : encoding.mark_size};
    }
    if (!encoding.name.empty())
        return encoding;
    encoding.name = utf16_by_zeros(bytes);
    if (encoding.name.empty())
        encoding.name = valid_utf8(bytes) == bytes.size() ? "utf-8" : "windows-1252";
    return encoding;
}

std::size_t valid_utf8(std::string_view text)
{
    const auto *const begin = reinterpret_cast<const unsigned char *>(text.data());
    const auto *const end = begin + text.size();
    const auto *p = begin;
    while (p < end) {
        // Tables are mostly ASCII: 32 bytes at a time.
        std::uint64_t words[4];
        while (end - p >= 32) {
            std::memcpy(words, p, sizeof words);
            if (((words[0] | words[1] | words[2] | words[3]) & 0x8080808080808080U) != 0)
                break;
            p += 32;
        }
        while (p < end && *p < 0x80)
            ++p;
        while (p < end && *p >= 0x80) {
            const int more = *p >= 0xc2 && *p <= 0xdf ? 1 : *p >= 0xe0 && *p <= 0xef ? 2 : *p >= 0xf0 && *p <= 0xf4 ? 3 : 0;
            if (more == 0 || end - p <= more)
                return static_cast<std::size_t>(p - begin);
            // Overlong forms, surrogates and values above U+10FFFF show in the second byte.
            const unsigned char lead = p[0], second = p[1];
            if ((lead == 0xe0 && second < 0xa0) || (lead == 0xed && second > 0x9f) || (lead == 0xf0 && second < 0x90) ||
                (lead == 0xf4 && second > 0x8f))
                return static_cast<std::size_t>(p - begin);
            for (int i = 1; i <= more; ++i)
                if ((p[i] & 0xc0) != 0x80)
                    return static_cast<std::size_t>(p - begin);
            p += more + 1;
        }
    }
    return text.size();
}

std::string to_utf8(std::string_view bytes, const TextEncoding &encoding, const std::string &file)
{
    bytes.remove_prefix(encoding.mark_size);
    const std::string_view name = encoding.name;
    if (name.starts_with("utf-16") || name.starts_with("utf-32"))
        return from_wide(bytes, name.starts_with("utf-16") ? 2 : 4, name.ends_with("be"), file);
    if (name == "latin-1")
        return from_latin_1(bytes);
    if (name == "windows-1252")
        return from_windows_1252(bytes);
    const std::size_t valid = valid_utf8(bytes);
    if (valid != bytes.size())
        throw InputError(FAIRLOOM_TEXT("This is not valid UTF-8"), place_in(bytes, valid, file),
                         FAIRLOOM_TEXT("Save the table in UTF-8, or choose its encoding"));
    return std::string(bytes);
}

std::string place_in(std::string_view text, std::size_t position, const std::string &file)
{
    const auto lines = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(position), '\n');
    return file + ", line " + std::to_string(lines + 1);
}

} // namespace fairloom
