#pragma once

#include <csignal>

namespace fairloom {

/// While it lives, this thread and those that it starts handle no signal; a signal for the process goes to another thread or waits.
///
/// Whatever multiplies matrices needs it: oneDNN's generated kernels keep a pointer into their buffers in the stack's register, and a handler that
/// is called in their midst writes its frame over the heap (seen with oneDNN 2.6.3 on AVX-512).
class SignalsHeldBack {
public:
    SignalsHeldBack();
    ~SignalsHeldBack();
    SignalsHeldBack(const SignalsHeldBack &) = delete;
    SignalsHeldBack &operator=(const SignalsHeldBack &) = delete;

private:
    sigset_t before_;
};

} // namespace fairloom
