#include "app/cli/interrupt.h"

#include <atomic>
#include <csignal>
#include <system_error>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace fairloom::cli {

namespace {

// A signal handler can reach nothing but static variables.
std::atomic<int> handler_pipe{-1};
std::atomic<bool> asked_before{false};
static_assert(std::atomic<int>::is_always_lock_free && std::atomic<bool>::is_always_lock_free);

void on_signal(int)
{
    const int saved = errno;
    if (asked_before.exchange(true))
        ::_exit(130);
    const char byte = 's';
    if (::write(handler_pipe.load(), &byte, 1) < 0)
        ::_exit(130);
    errno = saved;
}

} // namespace

InterruptListener::InterruptListener()
{
    if (::pipe2(pipe_, O_CLOEXEC) != 0)
        throw std::system_error(errno, std::generic_category(), "pipe2");
    handler_pipe = pipe_[1];
    reader_ = std::thread([this] {
        char byte = 0;
        ssize_t got = 0;
        do
            got = ::read(pipe_[0], &byte, 1);
        while (got < 0 && errno == EINTR);
        if (got == 1 && byte == 's')
            source_.request_stop();
    });
    struct sigaction action = {};
    action.sa_handler = on_signal;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

InterruptListener::~InterruptListener()
{
    struct sigaction action = {};
    action.sa_handler = SIG_DFL;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    const char byte = 'q';
    if (::write(pipe_[1], &byte, 1) == 1 || asked_before)
        reader_.join();
    else
        reader_.detach();
    handler_pipe = -1;
    ::close(pipe_[0]);
    ::close(pipe_[1]);
}

} // namespace fairloom::cli
