#pragma once

#include "core/base/progress.h"
#include "core/data/readers/mapped_bytes.h"
#include "core/data/readers/table_format.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

namespace fairloom {

struct FileContentsOptions {
    std::string member;        ///< file inside an archive; empty = the only one that it can be
    std::string encoding;      ///< of encoding_names(); empty = found out
    std::size_t memory = 0;    ///< bytes that what is unpacked may take; 0 = as many as the machine has available
};

/// A table's file as text, and what was found on the way to it.
class FileContents {
public:
    /// UTF-8 behind the byte-order mark; empty for an SQLite database. Valid as long as the object lives, wherever it is moved to.
    std::string_view text() const { return text_; }

    TableFormat format = TableFormat::delimited; ///< by content
    std::string encoding;                        ///< "utf-8", "windows-1252" ...; see TextEncoding. Empty for an SQLite database
    bool had_bom = false;                        ///< a byte-order mark stood before the text
    std::string compression;                     ///< "gzip", "zip" ...; from outside in, "gzip+tar"; empty = none
    std::string member;                          ///< the file inside the archive; empty = no archive

    /// SHA-256 of the file as it is stored, before unpacking. Takes some time (about a second for 300 MB), and may run on
    /// another thread while the text is read. Throws Cancelled.
    std::string sha256(const std::stop_token &stop) const;

private:
    friend FileContents open_file_contents(const std::filesystem::path &, const FileContentsOptions &, Progress &, std::stop_token);

    MappedBytes stored_;
    MappedBytes unpacked_;
    std::unique_ptr<std::string> recoded_; ///< behind a pointer: a short string's characters move with it
    std::string_view text_;
};

/// Opens a table's file. Plain UTF-8 is not copied. gzip, zstd, xz, bzip2, zip, tar and 7z are unpacked, also one inside the other,
/// recognised by content like everything else here. Throws InputError: no such file, a folder, unreadable, damaged or ambiguous
/// archive, more unpacked bytes than memory, text that is not in the encoding, zero bytes, a picture, a page or another thing that is no
/// table. An empty file is an empty text.
FileContents open_file_contents(const std::filesystem::path &file, const FileContentsOptions &options, Progress &progress,
                                std::stop_token stop);

/// A file's path and what is named behind it: a file of an archive, a table of a database.
struct PathAndPart {
    std::filesystem::path file;
    std::string part;
};

/// "people.zip:train.csv" as its two halves, unless there is a file of the whole name. Without a file in front of any colon it is all path.
PathAndPart split_part(const std::string &text);

} // namespace fairloom
