#pragma once

#include "core/study/pipeline.h"

#include <filesystem>
#include <functional>
#include <string>

namespace fairloom {

/// Turns a message into the reader's language; the default is English.
using Translator = std::function<std::string(const Message &)>;

/// One self-contained HTML page about a run: summary in plain words, tables of all figures, inline SVG plots (DPR and EOR of all
/// sources, rates per group, quality, loss curves), settings, warnings, caveats and the command that repeats the run. No
/// external reference and no script; light or dark as the reader's system; ready for print.
std::string html_report(const RunResult &result, const RunMonitor &curves, const Translator &translate = {});
void write_html_report(const RunResult &result, const RunMonitor &curves, const std::filesystem::path &file,
                       const Translator &translate = {});

} // namespace fairloom
