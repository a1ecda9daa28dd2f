#pragma once

#include "core/study/pipeline.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace fairloom {

/// Turns a message into the reader's language; the default is English.
using Translator = std::function<std::string(const Message &)>;

/// One self-contained HTML page about a run: summary in plain words, tables of all figures, inline SVG plots, data sheet, model card,
/// settings, warnings, caveats, definitions and the command that repeats the run. No external reference and no script; light or dark as
/// the reader's system; ready for print.
std::string html_report(const RunResult &result, const RunMonitor &curves, const Translator &translate = {});
void write_html_report(const RunResult &result, const RunMonitor &curves, const std::filesystem::path &file,
                       const Translator &translate = {});

/// The same report for a writer that knows neither SVG within a text nor more of CSS than Qt's rich text does.
struct PaperReport {
    std::string title;
    std::string footer;             ///< for the foot of every page
    std::string html;               ///< its pictures are called "plot:0", "plot:1", ...
    std::vector<std::string> plots; ///< SVG documents
};
PaperReport paper_report(const RunResult &result, const RunMonitor &curves, const Translator &translate = {});

} // namespace fairloom
