#include "core/report/findings.h"
#include "core/report/sections/sections.h"

namespace fairloom {

void write_summary(ReportPage &page)
{
    page.section("summary", FAIRLOOM_TEXT("In words"));
    std::vector<Message> findings = main_findings(page.result());
    if (page.result().policy)
        findings.insert(findings.begin(), policy_verdict(*page.result().policy));
    if (page.form() == ReportForm::paper) {
        page.list(findings);
        return;
    }
    page.out().open("div", "class=\"card lead\"");
    page.list(findings);
    page.out().close("div");
}

} // namespace fairloom
