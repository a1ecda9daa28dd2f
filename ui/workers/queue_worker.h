#pragma once

#include "core/study/queue/study_queue.h"
#include "ui/workers/background.h"
#include "ui/workers/failure.h"

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

namespace fairloom::ui {

/// The queue of one project on threads of its own: the database may keep whoever asks waiting, and StudyQueue::run() takes as long as the study.
/// Nothing of the project is open while nothing runs and nothing is asked, so that the project can be moved. Lives in the GUI thread.
class QueueWorker {
public:
    using Work = std::function<void(StudyQueue &)>;
    using Done = std::function<void()>;
    using Failed = std::function<void(const Failure &)>;

    QueueWorker(const std::filesystem::path &project, QueueSettings settings);
    ~QueueWorker(); ///< stop(), and waits

    /// Changes the queue; `runs`: its trials are to be run from then on.
    void change(Work work, bool runs, Failed failed, Done done = {});
    void look(); ///< has a new picture made, as long as nothing runs and makes them anyway
    void stop(); ///< carries out what was asked, interrupts what runs, whose trials wait again, and ends
    bool hasEnded() const;

    /// Calls what answers, in the GUI thread; true if snapshot(), isRunning() or runFailure() is another one than before.
    bool poll();
    const QueueSnapshot &snapshot() const { return shown_.snapshot; }
    bool isKnown() const { return shown_.known; }     ///< a snapshot has been made
    bool isRunning() const { return shown_.running; } ///< trials are started and watched
    bool isRunElsewhere() const { return shown_.elsewhere; } ///< by another process
    const Failure &runFailure() const { return shown_.failure; } ///< why the last running ended early, until the next one begins

private:
    struct Job {
        Work work;
        bool runs = false;
        Failed failed;
        Done done;
    };
    struct Picture {
        QueueSnapshot snapshot;
        bool known = false, running = false, elsewhere = false;
        Failure failure;
    };

    void work(const std::stop_token &stop);
    bool open();
    std::vector<Done> carryOut(std::deque<Job> &jobs);
    void startOrEndRunning(bool stopping);
    void publish(std::vector<Done> answers);

    const std::filesystem::path project_;
    const QueueSettings settings_;
    Picture shown_; ///< as the GUI thread knows it

    // of the thread alone
    std::unique_ptr<StudyQueue> queue_;
    std::unique_ptr<Background<bool>> running_;
    bool wanted_ = false;   ///< trials have come that the present running may not have seen
    Picture made_;
    Failure openFailure_;

    mutable std::mutex mutex_;
    std::condition_variable_any wake_;
    std::deque<Job> jobs_;
    bool look_ = false, ended_ = false;
    std::optional<Picture> news_;
    std::vector<Done> answers_;
    std::jthread thread_; // last: it uses all of the above
};

} // namespace fairloom::ui
