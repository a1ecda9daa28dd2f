#pragma once

#include "core/base/message.h"

#include <optional>
#include <string>

namespace fairloom {

/// An interval around a metric, and what was resampled to get it.
struct Interval {
    double low = 0;
    double high = 0;
    double level = 0.95;
    std::string resampled; ///< "test rows", "permutations of s", ...
    int draws = 0;
};

/// A figure of an audit: a number, or undefined with the reason. Never NaN.
struct Metric {
    std::optional<double> value;
    Message undefined;                 ///< why there is no value; empty if there is one
    std::optional<Interval> interval;

    Metric() = default;
    Metric(double v) : value(v) {}
    static Metric undefined_because(Message reason)
    {
        Metric m;
        m.undefined = std::move(reason);
        return m;
    }
    explicit operator bool() const { return value.has_value(); }
};

} // namespace fairloom
