#pragma once

// Shared by session.cpp (data and choices), session_runs.cpp and session_exports.cpp only.

#include "core/metrics/target_leaks.h"
#include "ui/workers/async_value.h"
#include "ui/workers/background.h"
#include "ui/workers/session.h"
#include "ui/workers/shared_progress.h"

#include <QHash>

#include <list>
#include <optional>

namespace fairloom::ui {

struct Loaded {
    std::shared_ptr<const Dataset> data;
    double seconds = 0;
};

struct Session::Private {
    QTimer timer;

    std::unique_ptr<Background<Loaded>> loading;
    std::shared_ptr<SharedProgress> loadProgress;
    QString loadingSource;
    double loadSeconds = 0;
    std::optional<Task> taskToKeep; ///< what is being read is what was open, read differently

    std::unique_ptr<Background<std::shared_ptr<const Problem>>> resolving;
    std::uint64_t problemSeed = 0;
    int problemMinimumGroup = 0;
    double problemTestShare = 0;

    std::unique_ptr<AsyncValue<std::vector<TargetLeak>>> findingLeaks;
    std::vector<Message> leaks;

    // work whose result nobody waits for any more; kept until its thread has ended, so that nothing ever waits in the GUI
    std::list<std::unique_ptr<Background<Loaded>>> staleLoads;
    std::list<std::unique_ptr<Background<std::shared_ptr<const Problem>>>> staleProblems;

    std::vector<std::unique_ptr<RunEntry>> runs; ///< oldest first
    std::unique_ptr<Background<std::shared_ptr<const RunOutcome>>> running;
    int runningId = -1;
    int selectedId = -1;
    int nextId = 1;
    QHash<QString, int> namesUsed;

    std::list<std::unique_ptr<Background<QString>>> jobs;
};

} // namespace fairloom::ui
