#pragma once

#include "core/base/progress.h"
#include "core/data/readers/mapped_bytes.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace fairloom {

/// A file of the MNIST family: numbers of one byte in a block of one to four dimensions.
struct IdxFile {
    std::vector<std::size_t> shape;      ///< {n} for labels; {n, height, width} or {n, height, width, 3} for pictures
    std::span<const std::uint8_t> values;
    std::string sha256;                  ///< of the file as it is stored
    MappedBytes stored, unpacked;        ///< what `values` points into
};

/// Whether the file looks like an IDX file of pictures or labels: by its first bytes, or by its name ("...-idx3-ubyte.gz") if it is packed.
bool is_idx_file(const std::filesystem::path &file);

/// Reads such a file, packed with gzip (or bzip2, xz, zstd) or not. Throws InputError: no such file, another content, numbers of
/// another type, cut short or too long for what its header says. Cancelled.
IdxFile read_idx_file(const std::filesystem::path &file, Progress &progress, const std::stop_token &stop);

/// The file of labels that belongs to one of pictures by its name: "train-images-idx3-ubyte.gz" -> "train-labels-idx1-ubyte.gz", or the same
/// packed in another way, whichever is there. Empty if there is none.
std::filesystem::path idx_labels_beside(const std::filesystem::path &pictures);

} // namespace fairloom
