#pragma once

#include "core/base/message.h"
#include "core/metrics/metric.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace fairloom {

struct RunResult;

/// One line of a policy: a limit that a figure must keep, with how much confidence.
struct PolicyLimit {
    std::string figure;                 ///< a key of policy_figures(): "dpr", "accuracy", "exact_copies", ...
    std::string source;                 ///< "student", "imported", ...; empty = the generated rows: RunResult::generated_source()
    std::string protocol = "tstr";      ///< of figures that have one
    std::string classifier;             ///< of figures that have one; empty = the headline's
    std::string group;                  ///< of rates of a group; empty = none
    std::optional<double> at_least, at_most;
    /// 0.5 .. 0.999: the one-sided bound at this confidence must keep the limit; empty = the figure itself must.
    std::optional<double> confidence;
    std::string note;                   ///< for readers: why, or where it is written
};

/// Limits that an audit is to keep, so that it can stand in somebody's pipeline.
struct Policy {
    std::string name;
    std::vector<PolicyLimit> limits;
};

/// Reads {"name": ..., "limits": [{"figure": "dpr", "at_least": 0.8, "confidence": 0.95, "source": ..., "protocol": ..., "classifier": ..., "group": ...,
/// "note": ...}]}. A limit may also be one text, "dpr >= 0.8 with 95 % confidence". Throws InputError with line or limit: damaged JSON, an unknown key or figure, no limit at
/// all, a confidence outside 0.5 .. 0.999, more than 1,000 limits or 1 MB.
Policy read_policy(const std::filesystem::path &file);
Policy parse_policy(const std::string &text, const std::string &where);

/// The figures that a policy can limit, each with what it is.
struct PolicyFigure {
    const char *key;
    Message meaning;
};
const std::vector<PolicyFigure> &policy_figures();

struct PolicyOutcome {
    PolicyLimit limit;
    bool met = false;
    Metric figure;                      ///< what was held against the limit
    std::optional<double> bound;        ///< the one-sided bound, where a confidence was asked for
    Message reason;                     ///< why it is met or not, one sentence without full stop
};

struct PolicyResult {
    std::string name;
    std::vector<PolicyOutcome> outcomes; ///< one a limit, in the policy's order
    bool met() const;                    ///< all are
    std::size_t met_count() const;
};

/// A figure that is undefined, was not computed, or has no interval where a confidence is asked for does not keep its limit.
PolicyResult check_policy(const Policy &policy, const RunResult &result);

/// "dpr >= 0.8 with 95 % confidence (student, tstr, xgboost)"
std::string limit_text(const PolicyLimit &limit);

} // namespace fairloom
