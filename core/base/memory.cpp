#include "core/base/memory.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <limits>
#include <optional>
#include <string>

namespace fairloom {

namespace {

constexpr std::size_t unknown = std::numeric_limits<std::size_t>::max();

/// A line "NAME: NUMBER kB" of a file of the system's, in bytes.
std::optional<std::size_t> bytes_in(const char *file, const std::string &name)
{
    std::ifstream in(file);
    std::string word;
    while (in >> word) {
        std::size_t kibibytes = 0;
        if (word == name && in >> kibibytes)
            return kibibytes * 1024;
    }
    return std::nullopt;
}

std::optional<std::size_t> number_in(const std::filesystem::path &file)
{
    std::ifstream in(file);
    std::size_t number = 0;
    if (in >> number) // "max" is none
        return number;
    return std::nullopt;
}

/// Of a group's memory that counts as used, what the system takes back before it runs out: files that were read.
std::size_t cached_in(const std::filesystem::path &group, const char *name)
{
    std::ifstream in(group / "memory.stat");
    std::string word;
    std::size_t value = 0;
    while (in >> word >> value)
        if (word == name)
            return value;
    return 0;
}

struct GroupMemory {
    std::size_t total = unknown, available = unknown;

    void narrow(const std::filesystem::path &group, const char *most, const char *used, const char *cached)
    {
        const std::optional<std::size_t> limit = number_in(group / most), usage = number_in(group / used);
        if (!limit || !usage)
            return;
        const std::size_t taken = *usage - std::min(*usage, cached_in(group, cached));
        total = std::min(total, *limit);
        available = std::min(available, *limit - std::min(*limit, taken));
    }
};

/// The tightest of the limits on this process's control group and those around it (Linux, control groups version 1 and 2).
GroupMemory of_group()
{
    GroupMemory out;
    std::ifstream in("/proc/self/cgroup");
    std::string line;
    while (std::getline(in, line)) {
        const std::size_t first = line.find(':'), second = line.find(':', first == std::string::npos ? first : first + 1);
        if (second == std::string::npos)
            continue;
        const std::string kind = line.substr(first + 1, second - first - 1);
        if (!kind.empty() && kind != "memory")
            continue;
        const std::filesystem::path root = kind.empty() ? "/sys/fs/cgroup" : "/sys/fs/cgroup/memory";
        // Inside a container the path may be that of the outside: its own limit then stands at the root.
        std::filesystem::path inside = std::filesystem::path(line.substr(second + 1)).relative_path();
        while (true) {
            if (kind.empty())
                out.narrow(root / inside, "memory.max", "memory.current", "inactive_file");
            else
                out.narrow(root / inside, "memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file");
            if (inside.empty())
                break;
            inside = inside.parent_path();
        }
    }
    return out;
}

} // namespace

std::size_t available_memory() { return std::min(bytes_in("/proc/meminfo", "MemAvailable:").value_or(unknown), of_group().available); }

std::size_t total_memory() { return std::min(bytes_in("/proc/meminfo", "MemTotal:").value_or(unknown), of_group().total); }

std::size_t peak_memory() { return bytes_in("/proc/self/status", "VmHWM:").value_or(0); }

void limit_memory(std::size_t bytes)
{
    std::ifstream in("/proc/self/statm");
    std::size_t size = 0, resident = 0, shared = 0, text = 0, libraries = 0, data = 0; // pages; `data` is what the limit counts
    if (!(in >> size >> resident >> shared >> text >> libraries >> data))
        return;
    const std::size_t most = data * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE)) + bytes;
    struct rlimit limit {};
    if (::getrlimit(RLIMIT_DATA, &limit) != 0)
        return;
    limit.rlim_cur = limit.rlim_max == RLIM_INFINITY ? most : std::min<rlim_t>(most, limit.rlim_max);
    ::setrlimit(RLIMIT_DATA, &limit);
}

} // namespace fairloom
