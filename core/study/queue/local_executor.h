#pragma once

#include "core/study/queue/trial_collector.h"
#include "core/study/queue/trial_executor.h"
#include "core/study/queue/worker_process.h"

#include <chrono>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace fairloom {

/// Runs trials on this machine, each in a process of its own, as many at once as cores and memory take.
/// Internal to core.
class LocalExecutor final : public TrialExecutor {
public:
    LocalExecutor(QueueBoard &board, TrialCollector &collector, const QueueSettings &settings);

    void step() override;
    bool busy() const override { return !running_.empty(); }
    void interrupt() override;

private:
    using Clock = std::chrono::steady_clock;
    enum class Ending { by_itself, stopped, cancelled, pressed };

    struct Running {
        StoredTrial trial;
        std::string teacher;         ///< key of the one that it trains; empty = none
        std::size_t need = 0;        ///< bytes
        std::size_t limit = 0;       ///< bytes it was allowed
        std::unique_ptr<WorkerProcess> process;
        Clock::time_point started, interrupted;
        Clock::duration stood_still{};
        Ending ending = Ending::by_itself;
    };

    void follow(Running &running);
    void end(Running &running, const WorkerEnd &end);
    void ask_to_end(Running &running, Ending ending);
    double seconds_of(const Running &running) const;
    void take_pauses();
    void relieve_memory();

    void start_what_can();
    enum class Take { new_teacher, no_waiting, any };
    bool start_one(Take take);
    bool wants_another_teacher() const;
    void start(const StoredTrial &trial);
    bool trains_now(const std::string &teacher) const;
    std::size_t need_of(const StoredTrial &trial) const;
    std::size_t free_for_more() const;
    std::size_t most_for_one() const;
    Message too_large(const StoredTrial &trial, std::size_t need) const;

    QueueBoard &board_;
    TrialCollector &collector_;
    const QueueSettings settings_;
    std::map<std::string, DataSize> sizes_; ///< of data sets that a worker has opened, by data_key()
    std::vector<Running> running_;
    std::set<std::string> taught_; ///< keys of teachers whose training has begun
    int workers_;
    bool stopping_ = false, paused_ = false, short_of_memory_ = false;
    Clock::time_point paused_since_, next_start_, next_look_;
};

} // namespace fairloom
