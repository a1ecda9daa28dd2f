#include "app/cli/interrupt.h"

#include <initializer_list>

#include <unistd.h>

namespace fairloom::cli {

InterruptListener::InterruptListener()
{
    sigset_t heard;
    sigemptyset(&heard);
    for (const int signal : {SIGINT, SIGTERM}) {
        sigaddset(&heard, signal);
        std::signal(signal, SIG_DFL); // not ignored, as after nohup
    }
    pthread_sigmask(SIG_BLOCK, &heard, &before_);
    reader_ = std::thread([this, heard] {
        bool asked_before = false;
        for (int signal = 0; sigwait(&heard, &signal) == 0 && !ending_; asked_before = true) {
            if (asked_before)
                ::_exit(130);
            source_.request_stop();
        }
    });
}

InterruptListener::~InterruptListener()
{
    ending_ = true;
    pthread_kill(reader_.native_handle(), SIGTERM);
    reader_.join();
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

} // namespace fairloom::cli
