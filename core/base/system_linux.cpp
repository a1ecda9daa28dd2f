#include "core/base/system.h"

#include <sys/prctl.h>
#include <sys/resource.h>

#include <malloc.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <limits>
#include <string>

namespace fairloom::system {

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

/// Of a process's /proc/ID/statm, in pages: size, resident, shared, text, libraries, data.
std::optional<std::size_t> pages_in(const std::string &process, int field)
{
    std::ifstream in("/proc/" + process + "/statm");
    std::size_t pages = 0;
    for (int i = 0; i <= field; ++i)
        if (!(in >> pages))
            return std::nullopt;
    return pages * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

std::optional<std::size_t> lesser(std::optional<std::size_t> machine, std::size_t group)
{
    const std::size_t least = std::min(machine.value_or(unknown), group);
    return least == unknown ? std::nullopt : std::optional(least);
}

} // namespace

std::optional<std::size_t> total_memory() { return lesser(bytes_in("/proc/meminfo", "MemTotal:"), of_group().total); }

std::optional<std::size_t> available_memory() { return lesser(bytes_in("/proc/meminfo", "MemAvailable:"), of_group().available); }

std::optional<std::size_t> peak_memory() { return bytes_in("/proc/self/status", "VmHWM:"); }

std::optional<std::size_t> resident_memory(int process) { return pages_in(std::to_string(process), 1); }

std::optional<std::size_t> data_memory() { return pages_in("self", 5); }

long memory_kills()
{
    std::ifstream in("/proc/vmstat");
    std::string word;
    while (in >> word) {
        long value = 0;
        if (word == "oom_kill" && in >> value)
            return value;
    }
    return 0;
}

void give_way_when_memory_runs_out() { std::ofstream("/proc/self/oom_score_adj") << 500; }

void end_with_parent() { ::prctl(PR_SET_PDEATHSIG, SIGKILL); }

void give_way_to_other_threads()
{
    constexpr int niceness = 10;
    if (::getpriority(PRIO_PROCESS, 0) < niceness)
        ::setpriority(PRIO_PROCESS, 0, niceness); // on Linux that of a thread, handed on to those it starts
}

void keep_freed_memory()
{
#if defined(__GLIBC__)
    ::mallopt(M_MMAP_THRESHOLD, 32 << 20); // the largest that it takes
    ::mallopt(M_TRIM_THRESHOLD, 256 << 20);
#endif
}

std::filesystem::path own_program()
{
    std::error_code error;
    std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
    return error ? std::filesystem::path() : program;
}

} // namespace fairloom::system
