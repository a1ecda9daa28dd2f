#pragma once

#include "core/report/report_page.h"

namespace fairloom {

/// The report's sections, in the order in which they are read. Each leaves itself out where the run has nothing for it.
void write_summary(ReportPage &page);
void write_cautions(ReportPage &page);
void write_fairness(ReportPage &page);
void write_seeds(ReportPage &page);
void write_differences(ReportPage &page);
void write_utility(ReportPage &page);
void write_quality(ReportPage &page);
void write_leakage(ReportPage &page);
void write_privacy(ReportPage &page);
void write_explanation(ReportPage &page);
void write_policy(ReportPage &page);
void write_all_groups(ReportPage &page);
void write_data_sheet(ReportPage &page);
void write_model_card(ReportPage &page);
void write_method(ReportPage &page);
void write_repeat(ReportPage &page);
void write_definitions(ReportPage &page);

} // namespace fairloom
