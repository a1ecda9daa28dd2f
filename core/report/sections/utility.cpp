#include "core/report/sections/judgement_tables.h"
#include "core/report/sections/sections.h"

namespace fairloom {

void write_utility(ReportPage &page)
{
    const std::vector<JudgedSet> sets = judged_sets(page.result());
    if (sets.empty())
        return;
    page.section("utility", FAIRLOOM_TEXT("Usefulness"));
    page.paragraph(FAIRLOOM_TEXT("How well the same classifiers do their task. Always giving the more frequent label needs no data at all: what is not better than that is not useful"));
    for (const JudgedSet &set : sets)
        page.table(utility_table(page, set));
}

} // namespace fairloom
