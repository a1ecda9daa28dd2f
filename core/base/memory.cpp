#include "core/base/memory.h"

#include <fstream>
#include <limits>
#include <string>

namespace fairloom {

std::size_t available_memory()
{
    std::ifstream in("/proc/meminfo");
    std::string word;
    while (in >> word) {
        std::size_t kibibytes = 0;
        if (word == "MemAvailable:" && in >> kibibytes)
            return kibibytes * 1024;
    }
    return std::numeric_limits<std::size_t>::max();
}

} // namespace fairloom
