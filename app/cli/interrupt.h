#pragma once

#include <stop_token>
#include <thread>

namespace fairloom::cli {

/// Turns SIGINT and SIGTERM into a stop request, so that what is finished can be saved; a second signal ends the process
/// at once. One at a time.
class InterruptListener {
public:
    InterruptListener();
    ~InterruptListener();
    InterruptListener(const InterruptListener &) = delete;
    InterruptListener &operator=(const InterruptListener &) = delete;

    std::stop_token token() const { return source_.get_token(); }

private:
    std::stop_source source_;
    int pipe_[2] = {-1, -1};
    std::thread reader_;
};

} // namespace fairloom::cli
