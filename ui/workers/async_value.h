#pragma once

#include "core/base/error.h"
#include "ui/text.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <atomic>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace fairloom::ui {

/// A value that a worker thread computes and the GUI thread picks up: start() a job, get done(value) in the GUI thread
/// later. A newer start() makes an older job stop and its value be dropped. Threads meet at one mutex that a timer polls;
/// there are no signals across threads. Lives in the GUI thread; the destructor asks all jobs to stop and waits for them.
template <class T>
class AsyncValue {
public:
    using Job = std::function<T(std::stop_token)>;
    using Done = std::function<void(T &)>;
    using Failed = std::function<void(const QString &sentence)>;

    /// `failed` gets the sentence of an InputError, ComputationError or other exception; Cancelled is silent.
    explicit AsyncValue(Done done, Failed failed = {}, int pollMilliseconds = 25)
        : done_(std::move(done)), failed_(std::move(failed))
    {
        timer_.setInterval(pollMilliseconds);
        QObject::connect(&timer_, &QTimer::timeout, &timer_, [this] { poll(); });
    }
    ~AsyncValue() { discard(); } // members' destructors then join the threads
    AsyncValue(const AsyncValue &) = delete;
    AsyncValue &operator=(const AsyncValue &) = delete;

    void start(Job job)
    {
        discard();
        current_ = std::make_unique<Work>(std::move(job));
        timer_.start();
    }

    /// Asks the running job to stop and forgets it; does not wait.
    void discard()
    {
        if (!current_)
            return;
        current_->thread.request_stop();
        retired_.push_back(std::move(current_));
    }

    bool isRunning() const { return current_ != nullptr; }

private:
    struct Result {
        std::mutex mutex;
        bool finished = false;
        std::optional<T> value;
        std::optional<InputError> inputError;
        std::optional<ComputationError> computationError;
        std::string otherError;
    };

    struct Work {
        explicit Work(Job job)
            : result(std::make_shared<Result>()),
              thread([job = std::move(job), shared = result](std::stop_token stop) { run(job, *shared, std::move(stop)); })
        {
        }
        std::shared_ptr<Result> result;
        std::jthread thread;
    };

    static void run(const Job &job, Result &result, std::stop_token stop)
    {
        std::optional<T> value;
        std::optional<InputError> inputError;
        std::optional<ComputationError> computationError;
        std::string otherError;
        try {
            value.emplace(job(std::move(stop)));
        } catch (const Cancelled &) {
        } catch (const InputError &error) {
            inputError = error;
        } catch (const ComputationError &error) {
            computationError = error;
        } catch (const std::exception &error) {
            otherError = error.what();
        }
        const std::lock_guard lock(result.mutex);
        result.value = std::move(value);
        result.inputError = std::move(inputError);
        result.computationError = std::move(computationError);
        result.otherError = std::move(otherError);
        result.finished = true;
    }

    static bool finished(const Work &work)
    {
        const std::lock_guard lock(work.result->mutex);
        return work.result->finished;
    }

    void poll()
    {
        std::erase_if(retired_, [](const std::unique_ptr<Work> &work) { return finished(*work); });
        if (!current_) {
            if (retired_.empty())
                timer_.stop();
            return;
        }
        if (!finished(*current_))
            return;
        // Forget the work before calling out: the callback may start the next job.
        const std::unique_ptr<Work> work = std::move(current_);
        work->thread.join();
        Result &result = *work->result;
        if (result.value)
            done_(*result.value);
        else if (failed_ && result.inputError)
            failed_(translated(*result.inputError));
        else if (failed_ && result.computationError)
            failed_(translated(*result.computationError));
        else if (failed_ && !result.otherError.empty())
            failed_(toQString(result.otherError));
    }

    Done done_;
    Failed failed_;
    QTimer timer_;
    std::unique_ptr<Work> current_;
    std::vector<std::unique_ptr<Work>> retired_;
};

} // namespace fairloom::ui
