#pragma once

#include "ui/workers/background.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>
#include <memory>
#include <stop_token>
#include <utility>
#include <vector>

namespace fairloom::ui {

/// A value that a worker thread computes and the GUI thread picks up: start() a job, get done(value) in the GUI thread
/// later. A newer start() makes an older job stop and drops its value. A timer polls; no signal crosses threads. Lives in
/// the GUI thread; the destructor asks all jobs to stop and waits for them.
template <typename T>
class AsyncValue {
public:
    using Job = std::function<T(std::stop_token)>;
    using Done = std::function<void(T &)>;
    using Failed = std::function<void(const QString &sentence)>;

    /// `failed` gets a sentence when the job throws anything but Cancelled.
    explicit AsyncValue(Done done, Failed failed = {}, int pollMilliseconds = 25)
        : done_(std::move(done)), failed_(std::move(failed))
    {
        timer_.setInterval(pollMilliseconds);
        QObject::connect(&timer_, &QTimer::timeout, &timer_, [this] { poll(); });
    }
    ~AsyncValue() { discard(); } // the members' destructors then wait for the threads
    AsyncValue(const AsyncValue &) = delete;
    AsyncValue &operator=(const AsyncValue &) = delete;

    void start(Job job)
    {
        discard();
        current_ = std::make_unique<Background<T>>(std::move(job));
        timer_.start();
    }

    /// Asks the running job to stop and forgets it; does not wait.
    void discard()
    {
        if (!current_)
            return;
        current_->requestStop();
        retired_.push_back(std::move(current_));
    }

    bool isRunning() const { return current_ != nullptr; }

private:
    void poll()
    {
        std::erase_if(retired_, [](const std::unique_ptr<Background<T>> &work) { return work->fetch().has_value(); });
        if (!current_) {
            if (retired_.empty())
                timer_.stop();
            return;
        }
        auto ended = current_->fetch();
        if (!ended)
            return;
        current_.reset(); // before calling out: the callback may start the next job
        if (ended->result)
            done_(*ended->result);
        else if (failed_ && ended->failure.kind != Failure::Kind::cancelled)
            failed_(ended->failure.sentence());
    }

    Done done_;
    Failed failed_;
    QTimer timer_;
    std::unique_ptr<Background<T>> current_;
    std::vector<std::unique_ptr<Background<T>>> retired_;
};

} // namespace fairloom::ui
