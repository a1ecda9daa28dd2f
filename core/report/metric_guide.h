#pragma once

#include "core/base/message.h"

#include <span>
#include <string>

namespace fairloom {

/// What one figure of an audit means, for people who did not make it: the report, audit.json and the window's explanations all say the same.
struct MetricGuide {
    const char *key;     ///< as in run.json: "dpr", "density", "attack_advantage", ...
    Message name;        ///< "demographic parity ratio (DPR)"
    Message definition;  ///< one or two plain sentences: what it is, what is good
    Message formula;     ///< "min over groups of selection rate / max over groups"; empty where the definition is the formula
    Message caveat;      ///< what it does not say, what disturbs it; empty if there is nothing to warn of
};

std::span<const MetricGuide> metric_guides();
/// Null if there is none.
const MetricGuide *metric_guide(const std::string &key);

} // namespace fairloom
