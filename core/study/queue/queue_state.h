#pragma once

#include "core/study/queue/study_queue.h"
#include "core/study/store/store_database.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace fairloom {

/// A trial as the project's index keeps it.
struct StoredTrial {
    QueuedTrial shown;          ///< its fraction is not kept
    std::string data, variant;
    std::uint64_t seed = 1;
    std::string config;         ///< JSON text
    bool keep_files = false;
    int failures = 0;           ///< how often its process has failed since it was put into the queue; retried once
    std::string job;            ///< of a batch system, "1234_5"; empty = a process of this machine
    std::int64_t position = 0;  ///< lower ones first

    /// As the study had it.
    StudyTrial trial() const { return {data, variant, seed, config}; }
};

/// The table "trials" of a project's index.sqlite: what waits, runs and has ended. Every change is on disk when the call returns. One object
/// belongs to one thread at a time. Throws InputError as StoreDatabase does.
/// Internal to core (SQLite types).
class QueueState {
public:
    explicit QueueState(const std::filesystem::path &project);

    /// By position.
    std::vector<StoredTrial> trials();
    /// Whether another connection to the file has committed anything since the last call.
    bool changed_elsewhere();
    /// Writes whole rows, new ones and changed ones, by their names; all or none.
    void write(const std::vector<const StoredTrial *> &trials);
    void remove(const std::vector<std::string> &names);

private:
    StoreDatabase database_;
    std::int64_t version_ = -1;
};

/// "waiting", "running", ...
const char *state_name(TrialState state);

} // namespace fairloom
