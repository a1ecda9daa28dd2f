// Stands in for core/base/parallel.cpp: the parts of a loop run one after another. What they compute is the same, and starting threads
// would take longer than reading a file of a hundred bytes. Threads are looked at by tests and the thread sanitizer.
#include "core/base/parallel.h"

#include <algorithm>

namespace fairloom {

void parallel_for(std::size_t count, int threads, const std::function<void(std::size_t, std::size_t, int)> &body)
{
    const auto parts =
        std::clamp<std::size_t>(static_cast<std::size_t>(std::max(threads, 1)), 1, std::max<std::size_t>(count, 1));
    for (std::size_t part = 0; part < parts && count > 0; ++part)
        body(count * part / parts, count * (part + 1) / parts, static_cast<int>(part));
}

int hardware_threads()
{
    return 1;
}

} // namespace fairloom
