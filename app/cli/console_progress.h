#pragma once

#include "core/base/progress.h"
#include "core/training/run_monitor.h"

#include <chrono>
#include <mutex>
#include <string>
#include <thread>

namespace fairloom::cli {

/// "1:05" for 65 seconds, "2:00:00" for two hours.
std::string duration_text(double seconds);

/// Progress on standard error: a bar that is drawn over itself on a terminal, one plain line per stage otherwise.
class ConsoleProgress final : public Progress {
public:
    ConsoleProgress();
    ~ConsoleProgress() override;

    void report(const Message &stage, double fraction) override;
    /// The bar (terminal only). `seconds_left` < 0: unknown.
    void draw(const std::string &activity, double fraction, double seconds_left);
    /// A line of its own (not on a terminal).
    void line(const std::string &what);
    /// Takes the bar off the terminal.
    void clear();

private:
    using Clock = std::chrono::steady_clock;

    std::mutex mutex_;
    bool terminal_;
    bool drawn_ = false;
    std::string last_stage_;
    Clock::time_point last_draw_{};
};

/// For work that may still turn out to have bad input: the bar on a terminal, and nothing otherwise, so that an error is the one
/// line on standard error.
class BarProgress final : public Progress {
public:
    explicit BarProgress(ConsoleProgress &console) : console_(console) {}
    void report(const Message &stage, double fraction) override;

private:
    ConsoleProgress &console_;
};

/// Watches a run while it lives and shows where it is.
class RunWatcher {
public:
    RunWatcher(const RunMonitor &monitor, ConsoleProgress &console);
    ~RunWatcher();

private:
    void watch(std::stop_token stop);

    const RunMonitor &monitor_;
    ConsoleProgress &console_;
    RunStage last_ = RunStage::waiting;
    std::jthread thread_; // last, so that it starts when the rest is there
};

} // namespace fairloom::cli
