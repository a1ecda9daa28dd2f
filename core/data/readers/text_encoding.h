#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fairloom {

/// How the characters of a text are written as bytes.
struct TextEncoding {
    std::string name;             ///< "utf-8", "utf-16le", "utf-16be", "utf-32le", "utf-32be", "latin-1" or "windows-1252"
    std::size_t mark_size = 0;    ///< bytes of the byte-order mark at the beginning; 0 = there is none
};

/// Names of the encodings that can be asked for.
const std::vector<std::string> &encoding_names();

/// The text's encoding: by its byte-order mark; UTF-16 by the zero bytes that ASCII characters have in it; UTF-8 if it is valid;
/// else Windows-1252, in which every text is valid. `wanted` (of encoding_names(), upper and lower case alike; empty = none) overrides
/// all this. Throws InputError for another name; `file` stands for the text in the error.
TextEncoding find_encoding(std::string_view bytes, const std::string &wanted, const std::string &file);

/// The bytes in front of the first that belong to no valid UTF-8 character; all of them in valid text.
std::size_t valid_utf8(std::string_view text);

/// Text in another encoding as UTF-8, without its byte-order mark. Throws InputError with the line for a text that is invalid:
/// half a character at its end, half of a surrogate pair, a character beyond Unicode.
std::string to_utf8(std::string_view bytes, const TextEncoding &encoding, const std::string &file);

/// "people.csv, line 3": where in the text a position is, for errors.
std::string place_in(std::string_view text, std::size_t position, const std::string &file);

} // namespace fairloom
