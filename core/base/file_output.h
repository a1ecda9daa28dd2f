#pragma once

#include <filesystem>
#include <string_view>

namespace fairloom {

/// Writes the whole file beside its place and moves it there, so that a reader, or a run that was killed, never finds half of
/// it. Throws InputError if the place cannot be written or the disk is full.
void write_file(const std::filesystem::path &file, std::string_view content);

} // namespace fairloom
