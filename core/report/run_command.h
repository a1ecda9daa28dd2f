#pragma once

#include "core/study/run_result.h"

#include <string>

namespace fairloom {

/// A text as one word of a POSIX shell.
std::string shell_quoted(const std::string &text);

/// The fairloom-cli command that repeats the run: the data, the task, and every setting that is not at its default. Of a run
/// that judged imported rows, the one that judges them again.
std::string run_command(const RunResult &result);

} // namespace fairloom
