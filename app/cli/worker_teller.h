#pragma once

#include "core/study/queue/worker_process.h"
#include "core/training/run_monitor.h"

#include <thread>

namespace fairloom::cli {

/// Tells the queue how far a run is while it lives.
class WorkerTeller {
public:
    WorkerTeller(const RunMonitor &monitor, const WorkerRole &role);
    ~WorkerTeller();

private:
    std::jthread thread_;
};

} // namespace fairloom::cli
