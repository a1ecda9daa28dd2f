#include "core/base/signals.h"

#include <initializer_list>

namespace fairloom {

SignalsHeldBack::SignalsHeldBack()
{
    sigset_t held;
    sigfillset(&held);
    // The thread's own faults: held back, they would end the process without a word.
    for (const int fault : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT, SIGSYS})
        sigdelset(&held, fault);
    pthread_sigmask(SIG_BLOCK, &held, &before_);
}

SignalsHeldBack::~SignalsHeldBack() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

} // namespace fairloom
