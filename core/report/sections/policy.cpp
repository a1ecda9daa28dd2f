#include "core/report/findings.h"
#include "core/report/report_numbers.h"
#include "core/report/sections/sections.h"

namespace fairloom {

void write_policy(ReportPage &page)
{
    if (!page.result().policy)
        return;
    const PolicyResult &policy = *page.result().policy;
    page.section("policy", FAIRLOOM_TEXT("Limits"));
    page.paragraph(policy_verdict(policy));
    FigureTable out(page, policy.name.empty() ? page.t(FAIRLOOM_TEXT("Limits and whether they are met")) : policy.name);
    out.table.head = {page.t(FAIRLOOM_TEXT("Limit")), page.t(FAIRLOOM_TEXT("Judged")), page.t(FAIRLOOM_TEXT("Verdict")), page.t(FAIRLOOM_TEXT("Why")),
                      page.t(FAIRLOOM_TEXT("Figure")), page.t(FAIRLOOM_TEXT("One-sided bound"))};
    out.table.numbers_from = 4;
    for (const PolicyOutcome &outcome : policy.outcomes) {
        const PolicyLimit &limit = outcome.limit;
        std::string judged = page.source_name(limit.source);
        if (!limit.classifier.empty())
            judged += ", " + limit.protocol + ", " + page.classifier_name(limit.classifier);
        std::string why = page.sentence(outcome.reason);
        if (!limit.note.empty())
            why += " " + limit.note;
        out.table.rows.push_back({HtmlCell(limit_text(limit), limit.figure), judged, page.t(outcome.met ? FAIRLOOM_TEXT("met") : FAIRLOOM_TEXT("not met")), why,
                                  out.figure(outcome.figure), outcome.bound ? fixed_text(*outcome.bound) : "\u2013"});
    }
    HtmlTable table = out.take();
    page.table(table);
    page.muted(FAIRLOOM_TEXT("A figure that is undefined, was not computed, or has no interval where a confidence is asked for does not meet its limit"));
}

} // namespace fairloom
