#pragma once

#include "core/base/progress.h"

#include <filesystem>
#include <stop_token>

namespace fairloom::ui {

/// Copies a folder with everything in it, or moves it where the original is not to be kept. `to` must be empty or not there. On a failure
/// or a stop nothing is left there, and the original is whole. Lock files stay behind. Throws InputError, Cancelled.
void transfer_folder(const std::filesystem::path &from, const std::filesystem::path &to, bool keepOriginal, Progress &progress,
                     const std::stop_token &stop);

/// Throws InputError if a project cannot be put there: the place is a file, a folder that is not empty, or inside of the project itself.
void check_transfer(const std::filesystem::path &from, const std::filesystem::path &to);

} // namespace fairloom::ui
