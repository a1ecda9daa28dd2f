#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace fairloom {

/// Throws InputError if there is no such file, or a folder of that name.
void refuse_what_is_no_file(const std::filesystem::path &file);

/// The bytes of a whole file. Throws InputError: no such file, a folder, unreadable.
std::string read_file(const std::filesystem::path &file);

bool is_utf8(std::string_view text);

/// Text in Windows-1252 (and with it Latin-1) as UTF-8.
std::string from_windows_1252(std::string_view text);

} // namespace fairloom
