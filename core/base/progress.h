#pragma once

#include "core/base/error.h"
#include "core/base/message.h"

#include <stop_token>

namespace fairloom {

/// How long work tells how far it is. Called on the worker's thread. Must return quickly, but
/// for a pause, and may throw Cancelled.
class Progress {
public:
    virtual ~Progress() = default;
    /// `stage` names what is being done; `fraction` of it is done, 0 .. 1.
    virtual void report(const Message &stage, double fraction) = 0;
};

/// For callers that do not care.
class NoProgress final : public Progress {
public:
    void report(const Message &, double) override {}
};

/// Ends the work with Cancelled if somebody pressed Stop.
inline void throw_if_stopped(const std::stop_token &token)
{
    if (token.stop_requested())
        throw Cancelled();
}

} // namespace fairloom
