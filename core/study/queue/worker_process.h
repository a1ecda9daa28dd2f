#pragma once

#include "core/base/file_lock.h"
#include "core/study/queue/memory_need.h"
#include "core/training/run_monitor.h"

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace fairloom {

/// How to start `fairloom-cli run` for one trial.
struct WorkerCommand {
    std::filesystem::path program;
    std::filesystem::path folder;   ///< of the run; holds config.json, gets log.txt
    std::filesystem::path teachers; ///< shared between runs; empty = none
    int threads = 1;
    bool fresh = true;              ///< replace what the folder holds, else go on with it
    std::size_t memory = 0;         ///< bytes that it may take; 0 = no limit
};

/// What a worker has told of itself so far.
struct WorkerNews {
    double fraction = 0;
    RunStage stage = RunStage::waiting;
    std::optional<DataSize> size;   ///< of its data, once they are open
    bool out_of_memory = false;
};

/// How a worker's process ended.
struct WorkerEnd {
    int status = 0;                 ///< exit status; 128 + signal if it was killed
    int signal = 0;                 ///< that killed it; 0 = none
    bool out_of_memory = false;     ///< it said so, or the system has killed a process for lack of memory meanwhile
};

/// One worker's process: a group of its own, so that Ctrl+C in a terminal does not reach it; lower priority; a pipe through which it tells how far
/// it is; everything it prints in its folder's log.txt. It dies when the thread that started it ends, whatever the reason (Linux), so it
/// is to be started and watched by one thread. Not movable: it is in the list of somebody's children.
class WorkerProcess {
public:
    /// Throws InputError if the program cannot be started.
    explicit WorkerProcess(const WorkerCommand &command);
    /// Kills it if it still runs, and waits for that.
    ~WorkerProcess();
    WorkerProcess(const WorkerProcess &) = delete;
    WorkerProcess &operator=(const WorkerProcess &) = delete;

    int id() const { return pid_; }
    /// Never waits.
    const WorkerNews &news();
    /// Nothing while it runs. Never waits.
    std::optional<WorkerEnd> ended();

    void interrupt();   ///< asks it to save what it has and to end, also while it stands still
    void kill();
    void stand_still();
    void go_on();
    /// Bytes that it has in memory now; 0 if unknown.
    std::size_t resident() const;

private:
    void take(const std::string &line);

    int pid_ = 0;
    int pipe_ = -1;
    std::string unread_;
    WorkerNews news_;
    std::optional<WorkerEnd> end_;
    long kills_before_ = 0;
};

/// The same seen from inside `fairloom-cli run --worker PARENT`. As long as it lives the folder is locked.
class WorkerRole {
public:
    /// `parent`: id of the process that started this one and that it must not survive; 0 = none (a batch job), and then nobody is told anything.
    /// Makes the folder. Throws InputError: the parent has ended already, or another process works in the folder.
    WorkerRole(int parent, const std::filesystem::path &folder);

    void tell(double fraction, RunStage stage) const;
    void tell(const DataSize &size) const;
    void tell_out_of_memory() const;

private:
    void write(const std::string &line) const;

    std::optional<FileLock> lock_;
    bool heard_ = false;
};

/// What another program printed.
struct ProgramOutput {
    int status = -1;            ///< exit status; 128 + signal if it was killed; -1 = it is not there, or was given up on
    std::string out, error;
};

/// Runs a program to its end and gives up on it after `limit`. words[0] is looked for along PATH.
ProgramOutput call_program(const std::vector<std::string> &words, std::chrono::seconds limit = std::chrono::seconds(120));

} // namespace fairloom
