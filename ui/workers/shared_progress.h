#pragma once

#include "core/base/progress.h"

#include <mutex>
#include <utility>

namespace fairloom::ui {

/// How far work on another thread is: written by the worker, read by the window.
class SharedProgress final : public Progress {
public:
    void report(const Message &stage, double fraction) override
    {
        const std::lock_guard lock(mutex_);
        stage_ = stage;
        fraction_ = fraction;
    }
    std::pair<Message, double> state() const
    {
        const std::lock_guard lock(mutex_);
        return {stage_, fraction_};
    }

private:
    mutable std::mutex mutex_;
    Message stage_;
    double fraction_ = 0;
};

} // namespace fairloom::ui
