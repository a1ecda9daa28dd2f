#pragma once

#include "core/study/queue/trial_collector.h"
#include "core/study/queue/trial_executor.h"

#include <chrono>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace fairloom {

/// Hands trials to Slurm (https://slurm.schedmd.com) as job arrays, one task a trial, and takes in what they leave in the project's folder, which
/// the machines have to share. Which task a trial is stands in the project's index: a queue that was killed finds its tasks again, and hands in
/// only what is missing. Uses sbatch, squeue, scancel and scontrol.
/// Internal to core.
class SlurmExecutor final : public TrialExecutor {
public:
    /// Throws InputError if Slurm's commands are not there.
    SlurmExecutor(QueueBoard &board, TrialCollector &collector, const QueueSettings &settings);

    /// Throws InputError if Slurm refuses an array.
    void step() override;
    bool busy() const override;
    void interrupt() override;

private:
    using Clock = std::chrono::steady_clock;

    struct Tasks {
        bool known = false;              ///< whether Slurm has answered
        std::map<std::string, bool> all; ///< "1234_5" -> whether it has begun
        std::string why_none_begins;     ///< Slurm's word for it; empty while some run, or wait for their turn alone
    };
    static Tasks tasks();

    void look();
    void end(const StoredTrial &trial);
    void cancel(const std::vector<std::string> &jobs) const;
    void take_pauses(const Tasks &now);
    void submit();
    void submit_some(const std::vector<StoredTrial> &trials);
    void write_script() const;
    std::size_t memory_for(const std::vector<StoredTrial> &trials) const;

    QueueBoard &board_;
    TrialCollector &collector_;
    const QueueSettings settings_;
    const std::filesystem::path folder_;             ///< project/slurm
    std::size_t most_tasks_ = 1000;                  ///< of one array
    std::map<std::string, Clock::time_point> began_; ///< by trial
    std::map<std::string, int> missing_;             ///< looks at which a task was gone and its run not there
    std::set<std::string> active_;                   ///< tasks that Slurm has, as far as we know
    std::set<std::string> cancelled_;                ///< those of them that were told to end
    bool stopping_ = false, paused_ = false;
    Clock::time_point next_look_;
};

} // namespace fairloom
