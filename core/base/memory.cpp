#include "core/base/memory.h"

#include "core/base/system.h"

#include <sys/resource.h>

#include <algorithm>
#include <limits>

namespace fairloom {

namespace {

constexpr std::size_t unknown = std::numeric_limits<std::size_t>::max();

} // namespace

std::size_t available_memory() { return system::available_memory().value_or(unknown); }

std::size_t total_memory() { return system::total_memory().value_or(unknown); }

std::size_t peak_memory() { return system::peak_memory().value_or(0); }

void limit_memory(std::size_t bytes)
{
    const std::optional<std::size_t> data = system::data_memory();
    struct rlimit limit {};
    if (!data || ::getrlimit(RLIMIT_DATA, &limit) != 0)
        return;
    const std::size_t most = *data + bytes;
    limit.rlim_cur = limit.rlim_max == RLIM_INFINITY ? most : std::min<rlim_t>(most, limit.rlim_max);
    ::setrlimit(RLIMIT_DATA, &limit);
}

} // namespace fairloom
