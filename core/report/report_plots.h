#pragma once

#include "core/report/report_page.h"

namespace fairloom {

/// The report's figures, each with a heading, a picture and a legend where the picture needs one.

/// DPR and EOR of all sources beside each other.
void plot_ratios(ReportPage &page);
/// Rates per group of the generated rows' headline judgement.
void plot_groups(ReportPage &page);
/// DPR, EOR, accuracy and F1: the mean over seeds with its interval, and each seed as a point.
void plot_seeds(ReportPage &page, const std::string &source, const OverSeeds &over);
void plot_quality(ReportPage &page);
/// How much each column has to say, before and after.
void plot_influence(ReportPage &page, const std::vector<std::pair<std::string, const Explanation *>> &sources);
void plot_losses(ReportPage &page);

} // namespace fairloom
