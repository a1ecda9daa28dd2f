#pragma once

#include "core/study/run_result.h"

#include <filesystem>
#include <string>

namespace fairloom {

/// The whole of a run.json, so that a report can be made from a run's folder later: run_json() of it gives the same document again. What is not
/// written stays empty: the scored rows and what was drawn for intervals. Files of older versions are read as far as they go. Throws InputError with
/// file and key: damaged, another type, a negative count, larger than 64 MB, nested too deeply.
RunResult read_run_result(const std::filesystem::path &run_json);
/// The same from a text; `where` names it in errors.
RunResult parse_run_result(const std::string &text, const std::string &where);

} // namespace fairloom
