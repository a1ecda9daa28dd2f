#include "core/report/html_report.h"

#include "core/base/file_output.h"
#include "core/report/findings.h"
#include "core/report/html_writer.h"
#include "core/report/report_plots.h"
#include "core/report/report_style.h"
#include "core/report/report_tables.h"
#include "core/report/run_command.h"

namespace fairloom {

namespace {

class Page {
public:
    Page(const RunResult &result, const RunMonitor &curves, const Translator &translate)
        : result_(result), translate_(translate), tables_(result, translate), plots_(result, curves, translate)
    {
    }

    std::string write()
    {
        head();
        summary();
        cautions();
        fairness();
        utility();
        if (has_curves()) {
            out_.element("h2", t(FAIRLOOM_TEXT("Training")));
            plots_.write_losses(out_);
        }
        details();
        out_.open("footer");
        out_.raw(html_escaped(t(Message(FAIRLOOM_TEXT("Made by Fairloom %1."), {result_.version}))));
        out_.close("footer");
        out_.raw("</main>\n</body>\n</html>\n");
        return out_.html();
    }

    void set_curves(bool any) { curves_drawn_ = any; }

private:
    std::string t(const Message &message) const { return translate_(message); }
    bool has_curves() const { return curves_drawn_; }

    /// A sentence of core comes without its full stop.
    void sentence(const Message &message, std::string_view tag)
    {
        std::string text = t(message);
        if (!text.ends_with('.'))
            text += '.';
        out_.element(tag, text);
    }

    void head()
    {
        const std::string title = t(Message(FAIRLOOM_TEXT("Audit report: %1"), {result_.name}));
        out_.raw("<!DOCTYPE html>\n");
        // the translation of "en" is the code of the language it is translated into
        out_.open("html", "lang=\"" + html_escaped(t(FAIRLOOM_TEXT("en"))) + "\"");
        out_.raw("\n<head>\n<meta charset=\"utf-8\">\n"
                 "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        out_.element("title", title);
        out_.raw("<style>");
        out_.raw(report_style());
        out_.raw("</style>\n</head>\n<body>\n<main>\n");
        out_.element("h1", title);
        std::string sensitive;
        for (const std::string &column : result_.task.sensitive)
            sensitive += (sensitive.empty() ? "" : ", ") + column;
        out_.element("p",
                     t(Message(FAIRLOOM_TEXT("Data: %1. Sensitive: %2. Target: %3, favourable value \"%4\". %5 training rows, %6 "
                                             "held-out rows."),
                               {result_.dataset.name, sensitive, result_.task.target, result_.task.positive,
                                std::to_string(result_.dataset.rows), std::to_string(result_.dataset.test_rows)})),
                     "class=\"muted\"");
    }

    void summary()
    {
        out_.element("h2", t(FAIRLOOM_TEXT("In words")));
        out_.open("div", "class=\"card lead\"");
        out_.open("ul");
        for (const Message &finding : main_findings(result_))
            sentence(finding, "li");
        out_.close("ul");
        out_.close("div");
    }

    void cautions()
    {
        out_.element("h2", t(FAIRLOOM_TEXT("Warnings and limits")));
        for (const Message &warning : result_.warnings)
            note(warning);
        for (const Message &caveat : privacy_caveats(result_))
            note(caveat);
    }

    void note(const Message &message)
    {
        out_.open("div", "class=\"note\"");
        sentence(message, "p");
        out_.close("div");
    }

    void fairness()
    {
        out_.element("h2", t(FAIRLOOM_TEXT("Fairness")));
        out_.element("p", t(FAIRLOOM_TEXT("A classifier is trained on each source's rows and judged on held-out real rows that "
                                          "neither it nor the models ever saw. DPR is the lowest selection rate of a group "
                                          "divided by the highest, EOR the same for true and false positive rates, the smaller "
                                          "of the two; 1 means equal. Ranges in brackets are intervals.")));
        plots_.write_fairness(out_);
        out_.raw("<p></p>");
        plots_.write_groups(out_);
        for (const HtmlTable &table : tables_.outcomes())
            write_table(out_, table);
        out_.element("p",
                     t(FAIRLOOM_TEXT("A figure that needs a division by zero is undefined; the last column shows what the fairlearn "
                                     "package gives for the same decisions, which counts such a rate as 0.")),
                     "class=\"muted\"");
    }

    void utility()
    {
        out_.element("h2", t(FAIRLOOM_TEXT("Quality")));
        out_.element("p", t(FAIRLOOM_TEXT("Density and coverage compare the neighbourhoods of real and generated rows; the same "
                                          "figures against held-out rows stand beside them, so that copying would show.")));
        plots_.write_quality(out_);
        if (const HtmlTable table = tables_.quality(); !table.rows.empty())
            write_table(out_, table);
        if (const HtmlTable table = tables_.leakage(); !table.rows.empty()) {
            out_.element("h2", t(FAIRLOOM_TEXT("What gives the group away")));
            write_table(out_, table);
        }
        if (const HtmlTable table = tables_.memorisation(); !table.rows.empty()) {
            out_.element("h2", t(FAIRLOOM_TEXT("Copies of training pictures")));
            out_.element("p", t(FAIRLOOM_TEXT("Distances are those of a fixed random convolutional network. Held-out pictures cannot be copies: "
                                              "one in a hundred of them comes so near to a training picture, and where many more generated "
                                              "ones do, the model repeats what it was trained on.")));
            write_table(out_, table);
        }
    }

    void details()
    {
        out_.element("h2", t(FAIRLOOM_TEXT("Every group")));
        for (const HtmlTable &table : tables_.groups())
            write_table(out_, table);
        out_.element("h2", t(FAIRLOOM_TEXT("Data")));
        write_table(out_, tables_.dataset());
        out_.element("h2", t(FAIRLOOM_TEXT("Models and times")));
        write_table(out_, tables_.models());
        out_.element("h2", t(FAIRLOOM_TEXT("Settings")));
        write_table(out_, tables_.settings());
        out_.element("h2", t(FAIRLOOM_TEXT("How to repeat this run")));
        out_.element("pre", run_command(result_));
    }

    const RunResult &result_;
    const Translator &translate_;
    ReportTables tables_;
    ReportPlots plots_;
    HtmlWriter out_;
    bool curves_drawn_ = false;
};

} // namespace

std::string html_report(const RunResult &result, const RunMonitor &curves, const Translator &translate)
{
    const Translator translator = translate ? translate : [](const Message &message) { return message.english(); };
    Page page(result, curves, translator);
    page.set_curves(!curves.points_since(CurveStage::teacher, 0).empty() || !curves.points_since(CurveStage::student, 0).empty());
    return page.write();
}

void write_html_report(const RunResult &result, const RunMonitor &curves, const std::filesystem::path &file,
                       const Translator &translate)
{
    write_file(file, html_report(result, curves, translate));
}

} // namespace fairloom
