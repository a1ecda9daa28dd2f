#pragma once

#include "core/base/progress.h"
#include "core/data/readers/mapped_bytes.h"
#include "core/data/readers/memory_limit.h"

#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace fairloom {

/// How bytes are packed, by their content: "gzip", "zstd", "xz" and "bzip2" compress one stream; "zip", "tar" and "7z" hold files.
/// Empty for anything else.
std::string packing_of(std::string_view bytes);

/// Whether a packing of packing_of() holds files with names.
bool holds_files(std::string_view packing);

/// What a compressed stream holds. Throws InputError: damaged, cut short, more than the limit (whose file stands for the stream).
MappedBytes decompress(std::string_view packed, std::string_view packing, const MemoryLimit &limit, Progress &progress,
                       const std::stop_token &stop);

struct ArchiveMember {
    std::string name;     ///< with its folders inside the archive
    MappedBytes bytes;
};

/// Names of the archive's files that look like tables; all of them if none does. Folders and what macOS adds do not count. Throws InputError.
std::vector<std::string> archive_files(std::string_view packed, const std::string &file, const std::stop_token &stop);

/// One file of an archive: the one that is named (with its folders, or without them where that is clear), or the only one whose name
/// looks like a table's, or the only one there is. Folders and what macOS adds do not count. Throws InputError: damaged, protected by
/// a password, no such file, several that it could be (with their names), more than the limit.
ArchiveMember take_from_archive(std::string_view packed, const std::string &wanted, const MemoryLimit &limit, Progress &progress,
                                const std::stop_token &stop);

} // namespace fairloom
