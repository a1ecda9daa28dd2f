#pragma once

#include "core/study/queue/queue_state.h"

#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace fairloom {

/// What is known of a project's trials, between those who ask and change (the window, the command line) and the executor that runs them. Every change is
/// on disk when the call returns, and what other processes change is seen. All members are safe from any thread.
/// Internal to core (SQLite types).
class QueueBoard {
public:
    explicit QueueBoard(std::filesystem::path project);

    const std::filesystem::path &project() const { return project_; }
    /// Of a trial's run. Throws InputError if the name leads out of the project.
    std::filesystem::path folder(const std::string &trial) const;

    // --- for everybody; StudyQueue says what they do
    void add(const Study &study);
    void replace(const Study &study);
    QueueSnapshot snapshot() const;
    std::vector<StoredTrial> trials() const;
    void set_paused(bool paused);
    bool paused() const;
    void move_to_front(const std::string &trial);
    void move(const std::string &trial, int places);
    void cancel(const std::string &trial_or_study, bool study);
    void retry(const std::string &trial);
    void clear_ended();

    // --- for the executor
    enum class Choice { start, adopt, pass };
    /// Shows the waiting trials in their order until one is chosen; that one is running then, with one attempt more if it is to be started.
    /// `choose` must not ask the board anything but folder().
    std::optional<StoredTrial> claim(const std::function<Choice(const StoredTrial &)> &choose);
    void set_jobs(const std::vector<std::pair<std::string, std::string>> &jobs); ///< by trial
    void set_progress(const std::string &trial, double fraction, double elapsed);
    void end(const std::string &trial, TrialState state, const Message &problem, double seconds);
    /// `failed`: its process did, which counts; otherwise it was interrupted.
    void wait_again(const std::string &trial, bool failed);
    TrialState state(const std::string &trial) const; ///< cancelled if it is not there
    bool has(TrialState state) const;                 ///< any trial
    void set_workers(int workers);
    void set_problem(const Message &problem);

private:
    using Lock = std::unique_lock<std::mutex>;
    Lock refreshed() const; ///< with what other processes have written
    StoredTrial *find(const std::string &trial) const;
    void write(StoredTrial &trial);
    void write_order(const std::vector<StoredTrial *> &waiting);
    std::vector<StoredTrial *> all(TrialState state) const;
    std::string free_name(const StudyTrial &trial) const;

    const std::filesystem::path project_;
    mutable std::mutex mutex_;
    mutable QueueState state_;
    mutable std::vector<StoredTrial> trials_;
    std::map<std::string, std::pair<double, double>> progress_; ///< of running trials: fraction, seconds so far
    bool paused_ = false;
    int workers_ = 1;
    Message problem_;
};

} // namespace fairloom
