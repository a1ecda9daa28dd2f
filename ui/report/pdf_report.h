#pragma once

#include "core/report/html_report.h"
#include "core/study/run_result.h"
#include "core/training/run_monitor.h"

#include <QString>

namespace fairloom {

/// The report of html_report() as an A4 document for paper, made without a browser: the same sections, tables and figures. It needs a
/// QGuiApplication, whose platform may be "offscreen". Throws InputError if the file cannot be written.
void writePdfReport(const RunResult &result, const RunMonitor &curves, const QString &file, const Translator &translate = {});

} // namespace fairloom
