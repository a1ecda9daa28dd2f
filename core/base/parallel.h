#pragma once

#include <cstddef>
#include <functional>

namespace fairloom {

/// Splits [0, count) into `threads` contiguous parts of nearly equal size and runs body(begin, end, part) on each, the
/// first of them on the caller's thread. Parts depend on count and threads alone, so results that are
/// added up by part are the same in every run. An exception of any part is thrown again after all have ended.
void parallel_for(std::size_t count, int threads, const std::function<void(std::size_t, std::size_t, int)> &body);

/// Number of hardware threads, at least 1.
int hardware_threads();

} // namespace fairloom
