#pragma once

#include "core/base/progress.h"
#include "core/data/readers/mapped_bytes.h"
#include "core/data/readers/memory_limit.h"

#include <filesystem>
#include <stop_token>

namespace fairloom {

/// The bytes of a file as they are stored. A regular file is mapped into memory; a pipe or a special file is read to its end.
/// Throws InputError: no such file, a folder, unreadable, more than the limit (of what is read).
MappedBytes open_stored_bytes(const std::filesystem::path &file, const MemoryLimit &limit, Progress &progress,
                              const std::stop_token &stop);

} // namespace fairloom
