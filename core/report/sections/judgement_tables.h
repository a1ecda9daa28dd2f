#pragma once

#include "core/report/report_page.h"

#include <string>
#include <vector>

namespace fairloom {

/// Tables of what classifiers decided, which several sections share. Sources, or groups, are the columns of none but the first two.
HtmlTable fairness_table(const ReportPage &page, const std::string &caption, const std::vector<std::pair<std::string, const Fairness *>> &sources);
HtmlTable utility_table(const ReportPage &page, const JudgedSet &set);
HtmlTable decisions_table(const ReportPage &page, const std::string &caption, const Fairness &fairness);
HtmlTable correctness_table(const ReportPage &page, const std::string &caption, const Fairness &fairness);
/// No rows where no group has been held against another.
HtmlTable reference_table(const ReportPage &page, const std::string &caption, const Fairness &fairness);

std::vector<std::pair<std::string, const Fairness *>> fairness_of(const JudgedSet &set);
std::string four_fifths_text(const ReportPage &page, const Metric &dpr);

} // namespace fairloom
