#pragma once

#include "core/data/problem.h"
#include "core/data/recipe.h"
#include "core/study/run_result.h"
#include "core/study/run_settings.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace fairloom {

/// run.json: one JSON document, indented, UTF-8, with a newline at the end. A metric is a number, or null with a sibling
/// "<name>_undefined" that says why, and "<name>_undefined_message" = {"text", "args"} that can be told in another language; where an interval was
/// computed, "<name>_interval" = {"lo","hi","level","resampled","draws","method"} stands beside it. "config" repeats the run through read_run_config.
std::string run_json(const RunResult &result);

/// One SOURCE alone, without what needs a model: what `evaluate --json` prints.
std::string source_json(const SourceResult &source);

/// A run's configuration as a file gives it: settings, and how the data are opened.
struct RunConfigFile {
    RunSettings settings;
    std::vector<std::string> given; ///< keys of the settings that the file has
    std::string data, test, recipe; ///< empty = not given
    std::optional<Recipe> schema;   ///< how the files were read, whole
    Task task;                      ///< parts that are not given are empty
};

/// Reads a run.json (its "config") or a file that holds such a config object alone; keys may be left out. Throws InputError:
/// no such file, damaged JSON (with the line), a key that does not exist, a value of the wrong type or outside its range.
RunConfigFile read_run_config(const std::filesystem::path &file);
/// The same from a text; `where` names it in errors.
RunConfigFile parse_run_config(const std::string &text, const std::string &where);

} // namespace fairloom
