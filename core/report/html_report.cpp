#include "core/report/html_report.h"

#include "core/base/file_output.h"
#include "core/data/name_list.h"
#include "core/report/report_page.h"
#include "core/report/report_style.h"
#include "core/report/sections/sections.h"

namespace fairloom {

namespace {

void write_sections(ReportPage &page)
{
    for (const auto write : {write_summary, write_cautions, write_fairness, write_seeds, write_differences, write_utility, write_quality, write_leakage, write_privacy,
                             write_explanation, write_policy, write_data_sheet, write_model_card, write_method, write_repeat, write_all_groups, write_definitions})
        write(page);
}

std::string title_of(const ReportPage &page) { return page.t(Message(FAIRLOOM_TEXT("Audit report: %1"), {page.result().name})); }

/// "2026-11-26 18:54" of "2026-11-26T18:54:17+01:00".
std::string date_of(const RunResult &result)
{
    std::string date = result.finished.substr(0, 16);
    if (date.size() > 10)
        date[10] = ' ';
    return date;
}

Message origin(const RunResult &result)
{
    return result.finished.empty() ? Message(FAIRLOOM_TEXT("Made by Fairloom %1."), {result.version})
                                   : Message(FAIRLOOM_TEXT("Made by Fairloom %1 on %2."), {result.version, date_of(result)});
}

Message about(const ReportPage &page)
{
    const RunResult &result = page.result();
    return {page.pictures() ? FAIRLOOM_TEXT("Data: %1. Sensitive: %2. Target: %3, favourable value \"%4\". %5 training pictures, %6 held-out pictures.")
                            : FAIRLOOM_TEXT("Data: %1. Sensitive: %2. Target: %3, favourable value \"%4\". %5 training rows, %6 "
                                            "held-out rows."),
            {result.dataset.name, join_names(result.task.sensitive), result.task.target, result.task.positive, std::to_string(result.dataset.rows),
             std::to_string(result.dataset.test_rows)}};
}

void write_contents(HtmlWriter &out, const ReportPage &page)
{
    out.open("nav", "aria-label=\"" + html_escaped(page.t(FAIRLOOM_TEXT("Contents"))) + "\"");
    out.open("ul");
    for (const ReportPage::Section &section : page.sections()) {
        out.open("li");
        out.open("a", "href=\"#" + section.id + "\"");
        out.raw(html_escaped(section.title) + "</a>");
        out.close("li");
    }
    out.close("ul");
    out.close("nav");
}

void write_head(HtmlWriter &out, const ReportPage &page, const std::string &style)
{
    const bool web = page.form() == ReportForm::web;
    if (web)
        out.raw("<!DOCTYPE html>\n");
    // the translation of "en" is the code of the language it is translated into
    out.open("html", "lang=\"" + html_escaped(page.t(FAIRLOOM_TEXT("en"))) + "\"");
    out.raw("\n<head>\n<meta charset=\"utf-8\">\n");
    if (web)
        out.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.element("title", title_of(page));
    out.raw("<style>" + style + "</style>\n</head>\n<body>\n");
    out.raw(web ? "<main>\n" : "");
    out.element("h1", title_of(page));
    out.element("p", page.t(about(page)), "class=\"muted\"");
    out.element("p", page.t(origin(page.result())), "class=\"muted\"");
}

} // namespace

std::string html_report(const RunResult &result, const RunMonitor &curves, const Translator &translate)
{
    ReportPage page(result, curves, translate, ReportForm::web);
    write_sections(page);
    HtmlWriter out;
    write_head(out, page, report_style());
    write_contents(out, page);
    out.raw(page.body());
    out.element("footer", page.t(origin(result)));
    out.raw("</main>\n</body>\n</html>\n");
    return out.html();
}

void write_html_report(const RunResult &result, const RunMonitor &curves, const std::filesystem::path &file,
                       const Translator &translate)
{
    write_file(file, html_report(result, curves, translate));
}

PaperReport paper_report(const RunResult &result, const RunMonitor &curves, const Translator &translate)
{
    ReportPage page(result, curves, translate, ReportForm::paper);
    write_sections(page);
    HtmlWriter out;
    write_head(out, page, paper_style());
    out.raw(page.body());
    out.raw("</body>\n</html>\n");
    const std::string date = date_of(result);
    return {title_of(page), title_of(page) + (date.empty() ? "" : ", " + date), out.html(), page.take_plots()};
}

} // namespace fairloom
