#pragma once

#include "core/base/message.h"
#include "core/study/study_file.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace fairloom {

enum class TrialState { waiting, running, done, failed, cancelled };

/// What is known of one trial of a queue.
struct QueuedTrial {
    std::string study, name;        ///< name: of its folder under runs/
    TrialState state = TrialState::waiting;
    int attempts = 0;               ///< how often a process was started for it
    Message problem;                ///< why it failed, one sentence; empty otherwise
    double fraction = 0;            ///< while it runs, as far as its process tells
    double seconds = 0;             ///< by the clock, once it ended
    bool operator==(const QueuedTrial &) const = default;
};

/// A whole picture of a queue, safe to keep.
struct QueueSnapshot {
    std::vector<QueuedTrial> trials; ///< in the order in which they are run
    bool paused = false;
    int workers = 1;                ///< processes at once, as cores and memory allow
    double fraction = 0;            ///< of all trials
    double seconds_left = -1;       ///< estimate, negative = unknown
    Message problem;                ///< why nothing goes on (too little memory, another queue has the project); empty otherwise
    std::size_t count(TrialState state) const;
};

struct QueueSettings {
    std::filesystem::path program;  ///< fairloom-cli, which runs one trial a process
    int workers = 0;                ///< processes at once; 0 = as many as cores and memory take
    int threads = 1;                ///< of each
    std::size_t memory = 0;         ///< bytes for all of them together; 0 = what the machine has free
    std::string executor = "local"; ///< "local" or "slurm"
};

/// The queue of a project's trials, each run in a worker process of its own: a crash or a kill for lack of memory takes down one run, which is
/// tried once more and then marked. What waits, what ended and in what order stands in the project's index.sqlite and is there again after
/// a crash or a power cut; a finished run is never lost or repeated. Only one queue at a time runs a project's trials.
/// All members may be called from any thread while run() works on another one. They throw InputError where the project cannot be written.
class StudyQueue {
public:
    StudyQueue(const std::filesystem::path &project, QueueSettings settings);
    ~StudyQueue(); ///< run() must have returned

    /// Adds a study's trials behind those that are there; trials that are there already are left as they are, failed ones wait again.
    /// Throws InputError as well if the project has a study of this name that asks for something else under the same names.
    void add(const Study &study);
    /// The same, but what the project has of that study from before is deleted first, runs included. Throws InputError while it runs.
    void replace(const Study &study);
    /// Starts and watches processes until nothing waits or runs any more, or `stop`: then it interrupts the processes, which save what they
    /// have, and returns; their trials wait again. While paused, running processes stand still (SIGSTOP) and none is started.
    /// The processes belong to the calling thread and die with it. Where another queue has the project it waits until that has ended. Throws
    /// InputError too if the program cannot be started, or Slurm is not there or refuses the study.
    void run(std::stop_token stop);
    /// Whether a queue runs the project's trials now, in this process or another one.
    static bool at_work(const std::filesystem::path &project);

    QueueSnapshot snapshot() const;
    void pause();
    void resume();
    /// Puts a waiting trial before all others that wait / moves it by one place.
    void move_to_front(const std::string &trial);
    void move(const std::string &trial, int places);
    /// Of a running trial: its process is interrupted. Of a study's name: all of its trials that have not ended.
    void cancel(const std::string &trial);
    void cancel_study(const std::string &study);
    /// A failed or cancelled trial waits again.
    void retry(const std::string &trial);
    /// Forgets the trials that have ended; their runs stay.
    void clear_ended();

private:
    struct Private;
    std::unique_ptr<Private> d_;
};

} // namespace fairloom
