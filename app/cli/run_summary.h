#pragma once

#include "core/study/run_result.h"

#include <string>

namespace fairloom::cli {

/// A run's headline figures as a table for a terminal: one line a source.
std::string run_summary(const RunResult &result);
/// The figures of one source: a line per protocol and classifier, then quality.
std::string source_summary(const SourceResult &source);

} // namespace fairloom::cli
