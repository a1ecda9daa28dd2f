#pragma once

#include "core/report/html_report.h"
#include "core/study/pipeline.h"

#include <filesystem>

namespace fairloom {

/// Writes what a run leaves behind into a folder that exists (cli.md): losses.csv, synthetic.csv, the model files,
/// report.html, audit.json and, last, run.json. Parts that the run did not reach are left out;
/// of a `resumed` run, the losses of stages that were finished before are kept. Every file is complete or not there.
/// Throws InputError if the folder cannot be written.
void write_run_artifacts(const RunOutcome &outcome, const RunMonitor &curves, const std::filesystem::path &folder,
                         const Translator &translate = {}, bool resumed = false);

} // namespace fairloom
