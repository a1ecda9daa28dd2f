#include "core/base/system.h"

namespace fairloom::system {

std::optional<std::size_t> total_memory() { return std::nullopt; }

std::optional<std::size_t> available_memory() { return std::nullopt; }

std::optional<std::size_t> peak_memory() { return std::nullopt; }

std::optional<std::size_t> resident_memory(int) { return std::nullopt; }

std::optional<std::size_t> data_memory() { return std::nullopt; }

long memory_kills() { return 0; }

void give_way_when_memory_runs_out() {}

void end_with_parent() {}

void give_way_to_other_threads() {}

void keep_freed_memory() {}

std::filesystem::path own_program() { return {}; }

} // namespace fairloom::system
