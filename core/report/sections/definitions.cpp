#include "core/report/metric_guide.h"
#include "core/report/sections/sections.h"

namespace fairloom {

namespace {

void write_guide(ReportPage &page, const MetricGuide &guide)
{
    HtmlWriter &out = page.out();
    const bool web = page.form() == ReportForm::web;
    const auto add = [&](const char *web_class, const char *paper_class, const std::string &text) {
        if (web)
            out.element("dd", text, *web_class ? std::string("class=\"") + web_class + "\"" : std::string());
        else
            out.element("p", text, std::string("class=\"") + paper_class + "\"");
    };
    if (web)
        out.element("dt", page.t(guide.name), "id=\"" + guide_anchor(guide.key) + "\"");
    else
        out.element("h4", page.t(guide.name));
    add("", "definition", page.sentence(guide.definition));
    if (!guide.formula.empty())
        add("formula", "formula", page.t(guide.formula));
    if (!guide.caveat.empty())
        add("caveat", "caveat", page.sentence(guide.caveat));
}

} // namespace

void write_definitions(ReportPage &page)
{
    page.mark_used("intervals");
    page.section("definitions", FAIRLOOM_TEXT("What the figures mean"));
    if (page.form() == ReportForm::web)
        page.out().open("dl");
    for (const MetricGuide &guide : metric_guides())
        if (page.used(guide.key))
            write_guide(page, guide);
    if (page.form() == ReportForm::web)
        page.out().close("dl");
}

} // namespace fairloom
