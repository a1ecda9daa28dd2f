#pragma once

// Internal to core (LibTorch types).

#include <torch/torch.h>

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace fairloom {

/// A file in the safetensors format, as safetensors_header.h has it. Only F32 is written and read.
struct TensorFile {
    std::vector<std::pair<std::string, torch::Tensor>> tensors;
    std::map<std::string, std::string> metadata;

    /// Throws InputError for a tensor that is not there or has another shape.
    torch::Tensor take(const std::string &name, const std::vector<std::int64_t> &shape, const std::string &where) const;
};

/// Complete or not at all. Throws InputError if the place cannot be written.
void write_safetensors(const TensorFile &content, const std::filesystem::path &file);

/// Throws InputError: no such file, and as read_safetensors_header() does.
TensorFile read_safetensors(const std::filesystem::path &file);

} // namespace fairloom
