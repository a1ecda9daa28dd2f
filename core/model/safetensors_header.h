#pragma once

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <map>
#include <string>
#include <vector>

namespace fairloom {

/// Where a file in the safetensors format has its numbers: 8 bytes little-endian header length, a JSON header (name -> dtype, shape, data_offsets;
/// "__metadata__" -> texts), then the raw numbers (https://huggingface.co/docs/safetensors). Only F32 is read.
struct SafetensorsHeader {
    struct Tensor {
        std::string name;
        std::vector<std::int64_t> shape; ///< no extent is negative
        std::uint64_t begin = 0;         ///< bytes from the beginning of the file
        std::uint64_t bytes = 0;         ///< 4 times the product of the shape
    };
    std::vector<Tensor> tensors;         ///< of one name each; together no larger than the file
    std::map<std::string, std::string> metadata;
};

/// From a stream of `size` bytes, for which `file` stands in errors. Every length is held against the size before anything is set aside for it.
/// Throws InputError: not a safetensors file, a header of more than 16 MB, offsets outside the file, tensors that lie over each other, a dtype other than F32.
SafetensorsHeader read_safetensors_header(std::istream &in, std::uint64_t size, const std::filesystem::path &file);

/// What is thrown for a file that is none, or is cut short.
[[noreturn]] void refuse_safetensors(const std::filesystem::path &file);

} // namespace fairloom
