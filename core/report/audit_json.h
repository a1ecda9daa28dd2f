#pragma once

#include "core/study/run_result.h"

#include <string>

namespace fairloom {

/// audit.json: what a run found out, for auditors and scripts: the data with their hashes, the task, the command that repeats the run, every figure as in
/// run.json, limits, warnings, what is undefined and why, and what each figure means (English). Indented, UTF-8, with a newline at the end.
std::string audit_json(const RunResult &result);

} // namespace fairloom
