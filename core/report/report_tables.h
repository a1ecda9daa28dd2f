#pragma once

#include "core/report/html_report.h"
#include "core/report/html_writer.h"

#include <string>
#include <vector>

namespace fairloom {

/// The report's tables: every figure of a run, none only in a picture. Undefined figures show the reason.
class ReportTables {
public:
    ReportTables(const RunResult &result, const Translator &translate) : result_(result), translate_(translate) {}

    /// Fairness and utility of all sources, one table a protocol and classifier.
    std::vector<HtmlTable> outcomes() const;
    /// Rates of every group, one table a protocol and classifier.
    std::vector<HtmlTable> groups() const;
    HtmlTable quality() const;
    HtmlTable leakage() const;
    /// How near generated pictures come to training pictures; no rows for tables.
    HtmlTable memorisation() const;
    HtmlTable dataset() const;
    HtmlTable models() const;
    HtmlTable settings() const;

    /// A source's name for people: "student", "control, s independent".
    std::string source_name(const std::string &source) const;
    std::string number(const Metric &metric, int decimals = 3) const;

private:
    std::string t(const Message &message) const { return translate_(message); }
    /// Protocols and classifiers that any source has, the headline's first.
    std::vector<std::pair<std::string, std::string>> combinations() const;
    std::string combination_title(const std::string &protocol, const std::string &classifier) const;

    const RunResult &result_;
    const Translator &translate_;
};

} // namespace fairloom
