#pragma once

#include <atomic>
#include <csignal>
#include <stop_token>
#include <thread>

namespace fairloom::cli {

/// Turns SIGINT and SIGTERM into a stop request, so that what is finished can be saved; a second signal ends the process
/// at once. A thread waits for them in place of a handler, for no handler may run while matrices are multiplied (core/base/signals.h): make it before
/// other threads are started, which then leave both signals to it. One at a time.
class InterruptListener {
public:
    InterruptListener();
    ~InterruptListener();
    InterruptListener(const InterruptListener &) = delete;
    InterruptListener &operator=(const InterruptListener &) = delete;

    std::stop_token token() const { return source_.get_token(); }

private:
    std::stop_source source_;
    std::atomic<bool> ending_ = false;
    sigset_t before_; ///< what was held back before
    std::thread reader_;
};

} // namespace fairloom::cli
