#pragma once

#include "core/study/queue/worker_process.h"

#include <filesystem>

namespace fairloom {

/// Exit statuses of `fairloom-cli run` that say that another attempt would end the same way.
inline constexpr int worker_refused = 2, worker_gave_up = 3;

/// Why a worker came to nothing, in one sentence: what it said itself in its log, or what its end tells.
Message worker_problem(const WorkerEnd &end, const std::filesystem::path &folder);

} // namespace fairloom
