#pragma once

#include "core/study/queue/queue_board.h"
#include "core/study/store/run_store.h"
#include "core/study/sweep_tables.h"

#include <chrono>

namespace fairloom {

/// Takes in what trials leave behind: finished runs into the run store, their figures into results.csv and summary.csv, and away with what is large
/// and can be made again. Belongs to one thread.
/// Internal to core.
class TrialCollector {
public:
    /// Throws InputError as RunStore does.
    explicit TrialCollector(QueueBoard &board) : board_(board), store_(board.project()) {}

    /// Whether the trial's folder holds its finished run, and no process is at work there.
    bool finished(const StoredTrial &trial) const;
    /// Of a finished run: once this returns it is recorded and on disk, whatever happens then. May be called again.
    void take(const StoredTrial &trial);
    /// Of a run that came to nothing: takes what is large away.
    void clean(const StoredTrial &trial) const;
    /// Writes the tables if something has come in and they were not written within the last seconds, or if it has to be `now`.
    void write_tables(bool now);

private:
    QueueBoard &board_;
    RunStore store_;
    SweepTables tables_;
    bool changed_ = true; ///< of a study that goes on, the tables have yet to be made
    std::chrono::steady_clock::time_point written_;
};

} // namespace fairloom
