#pragma once

#include "core/base/message.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fairloom {

/// An interval around a metric: how it was made, and what it takes to vary.
struct Interval {
    double low = 0;
    double high = 0;
    double level = 0.95;
    std::string resampled; ///< what varies: "test rows", "test rows and seeds", "rows of both samples", "scored rows", ...
    int draws = 0;         ///< how many were drawn; 0 where a formula gives the interval
    std::string method = "bootstrap"; ///< "bootstrap", "Wilson", "Newcombe", "MOVER", "DeLong", "half samples"
    /// What was drawn, ascending, so that bounds at other levels can be read off; null where a formula gives the interval. Not written to files.
    std::shared_ptr<const std::vector<double>> values;
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
