#include "core/study/queue/worker_problem.h"

#include <csignal>
#include <fstream>
#include <string>
#include <string_view>

namespace fairloom {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view spoken = "fairloom-cli: ", warning = "fairloom-cli: warning: ";

/// The last sentence that the program said of its own accord.
std::string last_words(const fs::path &log)
{
    std::ifstream in(log, std::ios::binary);
    std::string line, out;
    while (std::getline(in, line))
        if (line.starts_with(spoken) && !line.starts_with(warning))
            out = line.substr(spoken.size());
    if (!out.empty() && out.back() == '.')
        out.pop_back();
    return out;
}

} // namespace

Message worker_problem(const WorkerEnd &end, const fs::path &folder)
{
    const std::string log = (folder / "log.txt").string(), said = last_words(log);
    if ((end.status == worker_refused || end.status == worker_gave_up) && !said.empty())
        return Message("%1", {said});
    if (end.out_of_memory)
        return FAIRLOOM_TEXT("The system has ended the process because memory had run out; close other programs, or make the run smaller");
    if (end.signal == SIGKILL)
        return FAIRLOOM_TEXT("The process was killed, most likely because memory had run out; close other programs, or make the run smaller");
    if (end.signal != 0)
        return Message(FAIRLOOM_TEXT("The process crashed (signal %1); what it printed is in %2"), {std::to_string(end.signal), log});
    if (end.status == 0)
        return Message(FAIRLOOM_TEXT("The process ended without a result; what it printed is in %1"), {log});
    return Message(FAIRLOOM_TEXT("The process ended with status %1; what it printed is in %2"), {std::to_string(end.status), log});
}

} // namespace fairloom
