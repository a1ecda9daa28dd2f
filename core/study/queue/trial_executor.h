#pragma once

namespace fairloom {

/// Runs the trials of a queue board. Belongs to the thread that made it.
class TrialExecutor {
public:
    virtual ~TrialExecutor() = default;

    /// Takes in what has ended, starts what can be started; returns soon. Called many times a second.
    virtual void step() = 0;
    /// Whether anything runs.
    virtual bool busy() const = 0;
    /// Asks all that runs to save what it has and to end; nothing is started any more. step() goes on to be called until nothing is busy.
    virtual void interrupt() = 0;
};

} // namespace fairloom
