#pragma once

#include "core/base/progress.h"
#include "core/training/run_monitor.h"

#include <stop_token>
#include <utility>

namespace fairloom {

/// Passes progress on to a run's monitor and, where the work tells of it, lets a pause take hold and a stop end the run.
class PausingProgress final : public Progress {
public:
    PausingProgress(RunMonitor &monitor, std::stop_token stop) : monitor_(monitor), stop_(std::move(stop)) {}
    void report(const Message &stage, double fraction) override
    {
        monitor_.report(stage, fraction);
        monitor_.checkpoint(stop_);
    }

private:
    RunMonitor &monitor_;
    std::stop_token stop_;
};

} // namespace fairloom
