#pragma once

#include "core/study/policy.h"

#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace fairloom::cli {

/// "--policy LIMITS.json" of the commands that judge rows.
struct LimitArguments {
    std::string file;

    void add_options(CLI::App &command);
    /// Nothing if none was given; throws InputError. Reading it first means that a damaged file is found before anything is computed.
    std::optional<Policy> read() const;
};

/// A line per limit: met or not, and why.
std::string policy_summary(const PolicyResult &policy);

} // namespace fairloom::cli
