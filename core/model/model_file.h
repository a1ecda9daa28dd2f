#pragma once

// Internal to core.

#include "core/model/fair_model.h"

#include <filesystem>
#include <memory>

namespace fairloom {

/// Writes teacher.safetensors, student.safetensors (where there is a student) and model.json into the folder, each complete or
/// not at all; model.json last. Throws InputError if the folder cannot be written.
void write_model(const FairModel &model, const std::filesystem::path &folder);

/// Throws InputError if a file is missing, damaged, of another version, or does not fit the others.
std::shared_ptr<FairModel> read_model(const std::filesystem::path &folder);

} // namespace fairloom
