#pragma once

#include "core/report/html_report.h"
#include "core/report/report_tables.h"

namespace fairloom {

/// The report's figures, each with a heading, a picture and a legend where the picture needs one.
class ReportPlots {
public:
    ReportPlots(const RunResult &result, const RunMonitor &curves, const Translator &translate)
        : result_(result), curves_(curves), translate_(translate), tables_(result, translate)
    {
    }

    /// DPR and EOR of all sources beside each other.
    void write_fairness(HtmlWriter &out) const;
    /// Rates per group of the student (or the teacher where the run did not get to the student).
    void write_groups(HtmlWriter &out) const;
    void write_quality(HtmlWriter &out) const;
    void write_losses(HtmlWriter &out) const;

private:
    std::string t(const Message &message) const { return translate_(message); }
    void write_figure(HtmlWriter &out, const std::string &title, const std::string &svg,
                      const std::vector<std::pair<std::string, std::string>> &legend = {}) const;
    void write_ratio(HtmlWriter &out, const std::string &title, Metric Fairness::*ratio) const;
    void write_loss(HtmlWriter &out, CurveStage stage) const;

    const RunResult &result_;
    const RunMonitor &curves_;
    const Translator &translate_;
    ReportTables tables_;
};

} // namespace fairloom
