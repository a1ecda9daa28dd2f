#pragma once

#include "core/report/html_report.h"
#include "core/report/html_writer.h"

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace fairloom {

/// One classifier's judgement of several sources on the same kind of test rows.
struct JudgedSet {
    std::string protocol;   ///< "tstr" (of the real source "trtr"), "tstr_counterpart", "tsts", "latent"
    std::string classifier;
    std::vector<std::pair<std::string, const ClassifierResult *>> sources;
};
/// What a run has of them, the headline's first.
std::vector<JudgedSet> judged_sets(const RunResult &result);

/// What sections write themselves into: elements of the page, and what they all need to know.
class ReportPage {
public:
    ReportPage(const RunResult &result, const RunMonitor &curves, Translator translate, ReportForm form);

    const RunResult &result() const { return result_; }
    const RunMonitor &curves() const { return curves_; }
    ReportForm form() const { return form_; }
    bool imported() const; ///< rows that were made elsewhere were judged, and nothing else was done
    bool pictures() const;  ///< rows are pictures
    /// generated_source_name() of the run.
    std::string generated() const;

    std::string t(const Message &message) const { return translate_(message); }
    std::string source_name(const std::string &source) const;
    std::string classifier_name(const std::string &classifier) const;
    std::string set_title(const JudgedSet &set) const;
    /// "95 %, bootstrap, 1000 draws".
    std::string interval_words(const Interval &interval) const;
    /// "test rows", in the reader's language.
    std::string resampled_words(const Interval &interval) const;

    void section(const char *id, const Message &title);
    void subsection(const Message &title);
    /// A sentence of core comes without its full stop, which is put behind it.
    std::string sentence(const Message &message) const;
    void paragraph(const Message &message, const char *attributes = "");
    void muted(const Message &message) { paragraph(message, "class=\"muted\""); }
    void list(const std::vector<Message> &sentences, const char *attributes = "");
    void notes(const std::vector<Message> &sentences);  ///< each set off from the text
    void table(const HtmlTable &table);
    void figure(const std::string &title, const std::string &svg, const std::vector<std::pair<std::string, std::string>> &legend = {});
    void begin_pair();  ///< figures side by side, where there is room
    void end_pair();
    HtmlWriter &out() { return body_; }
    /// Whether a table leads to a figure's definition.
    bool used(const std::string &guide) const { return used_.contains(guide); }
    void mark_used(const std::string &guide) { used_.insert(guide); }

    struct Section {
        std::string id, title;
    };
    const std::vector<Section> &sections() const { return sections_; }
    const std::string &body() const { return body_.html(); }
    std::vector<std::string> take_plots() { return std::move(plots_); }

private:
    const RunResult &result_;
    const RunMonitor &curves_;
    const Translator translate_;
    const ReportForm form_;
    HtmlWriter body_;
    std::vector<Section> sections_;
    std::set<std::string> used_;
    std::vector<std::string> plots_; ///< on paper: those that the text stands for by "plot:0", "plot:1", ...
};

/// A table whose cells are figures: it explains beneath itself what is undefined and what its intervals are.
class FigureTable {
public:
    FigureTable(const ReportPage &page, std::string caption) : page_(page) { table.caption = std::move(caption); }

    HtmlTable table;

    /// A table head or row header that leads to the definition of a figure: its short name.
    HtmlCell head(const Message &text, const char *guide) const { return {page_.t(text), guide}; }
    std::string figure(const Metric &metric);
    std::string share(const Metric &metric);
    std::string difference(const Metric &metric);
    std::string ratio(const Metric &log_ratio);
    void interval(const std::optional<Interval> &interval); ///< one that a cell shows
    /// With its notes.
    HtmlTable take();

private:
    std::string undefined(const Metric &metric);

    const ReportPage &page_;
    std::vector<std::string> reasons_;
    std::vector<std::pair<std::string, std::vector<std::string>>> intervals_; ///< how they were made, and what varies in them
};

} // namespace fairloom
