#pragma once

#include <filesystem>
#include <string_view>

namespace fairloom {

/// Writes the whole file beside its place and moves it there, so that a reader, or a run that was killed, never finds half of
/// it; it is on disk when the call returns, so that a power cut leaves the old file or the new one, whole. Several processes may write one
/// place: one of their files stays. Throws InputError if the place cannot be written or the disk is full.
void write_file(const std::filesystem::path &file, std::string_view content);

/// Has the system put on disk what was made, renamed or removed in a folder. Does nothing where the file system cannot.
void flush_folder(const std::filesystem::path &folder);

} // namespace fairloom
