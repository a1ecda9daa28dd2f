#pragma once

// Internal to core (LibTorch types).

#include "core/data/problem.h"
#include "core/model/fair_model.h"
#include "core/training/run_monitor.h"

#include <chrono>
#include <cstdint>

namespace fairloom {

/// Shows some held-out pictures while the teacher trains: as they are, as it sees them, and decoded for every group. Does nothing for tables.
class PictureWatch {
public:
    PictureWatch(const Problem &problem, const EncodedRows &test, std::uint64_t seed, int threads, RunMonitor &monitor);

    /// After every epoch; looks only if enough time has gone by, and always after the last one.
    void look(const FairModel &model, int epoch, bool last);

private:
    const Problem &problem_;
    int threads_;
    RunMonitor &monitor_;
    EncoderInput input_;
    std::vector<std::int32_t> group_;
    std::chrono::steady_clock::time_point looked_{};
};

} // namespace fairloom
