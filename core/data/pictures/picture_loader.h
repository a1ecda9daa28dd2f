#pragma once

#include "core/base/progress.h"
#include "core/data/picture_set.h"
#include "core/data/pictures/bad_picture.h"
#include "core/data/pictures/picture_files.h"

#include <cstddef>
#include <stop_token>
#include <string>
#include <vector>

namespace fairloom {

/// Bytes that the decoded pictures of one table may take.
inline constexpr std::size_t most_picture_bytes = 1'000'000'000;

struct LoadedPictures {
    PictureSet pictures;             ///< those that could be read, in the order of their files
    std::vector<std::size_t> files;  ///< per picture: index of its file
    std::vector<BadPicture> bad;     ///< the others
    std::string checksums;           ///< "SHA-256  name\n" of every file that could be opened, as `sha256sum` prints it
};

/// Throws InputError if so many pictures of so many pixels an edge take more than most_picture_bytes: says how much, and which edge fits.
void check_picture_memory(std::size_t pictures, int size, const std::string &where);

/// Reads and decodes files on all cores (see decode_picture). Throws InputError (memory), Cancelled.
LoadedPictures load_pictures(const std::vector<PictureFile> &files, int size, const std::string &where, Progress &progress,
                             const std::stop_token &stop);

} // namespace fairloom
