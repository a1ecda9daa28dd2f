#pragma once

// Shared by session.cpp (data and choices), session_runs.cpp and session_exports.cpp only.

#include "ui/workers/background.h"
#include "ui/workers/session.h"

#include <QHash>

#include <list>
#include <mutex>
#include <utility>

namespace fairloom::ui {

struct Loaded {
    std::shared_ptr<const Dataset> data;
    double seconds = 0;
};

/// How far loading is; written by the loader, read by the window.
class LoadProgress final : public Progress {
public:
    void report(const Message &stage, double fraction) override
    {
        const std::lock_guard lock(mutex_);
        stage_ = stage;
        fraction_ = fraction;
    }
    std::pair<Message, double> state() const
    {
        const std::lock_guard lock(mutex_);
        return {stage_, fraction_};
    }

private:
    mutable std::mutex mutex_;
    Message stage_;
    double fraction_ = 0;
};

struct Session::Private {
    QTimer timer;

    std::unique_ptr<Background<Loaded>> loading;
    std::shared_ptr<LoadProgress> loadProgress;
    QString loadingSource;
    double loadSeconds = 0;

    std::unique_ptr<Background<std::shared_ptr<const Problem>>> resolving;
    std::uint64_t problemSeed = 0;
    int problemMinimumGroup = 0;
    double problemTestShare = 0;

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
