#include "core/report/report_numbers.h"
#include "core/report/sections/sections.h"

#include <algorithm>
#include <map>

namespace fairloom {

namespace {

std::string figure_name(const ReportPage &page, const std::string &figure)
{
    static const std::map<std::string, const char *> names = {{"dpr", "DPR"}, {"eor", "EOR"}, {"f1", "F1"}, {"accuracy", FAIRLOOM_TEXT("Accuracy")}};
    const auto found = names.find(figure);
    return found == names.end() ? figure : page.t(found->second);
}

HtmlTable differences_table(const ReportPage &page, const JudgedSet &set, const std::vector<SourceDifference> &differences)
{
    FigureTable out(page, page.set_title(set));
    out.table.head = {page.t(FAIRLOOM_TEXT("Sources")), page.t(FAIRLOOM_TEXT("Figure")), page.t(FAIRLOOM_TEXT("Difference")), "p",
                      out.head(FAIRLOOM_TEXT("p, adjusted (Holm)"), "p_holm")};
    out.table.numbers_from = 2;
    for (const SourceDifference &d : differences) {
        if (d.protocol != set.protocol || d.classifier != set.classifier)
            continue;
        const std::string pair = page.t(Message(FAIRLOOM_TEXT("%1 less %2"), {page.source_name(d.first), page.source_name(d.second)}));
        out.table.rows.push_back({pair, HtmlCell(figure_name(page, d.figure), d.figure), out.difference(d.difference), d.difference ? p_text(d.p_value) : "\u2013",
                                  d.difference ? p_text(d.p_holm) : "\u2013"});
    }
    return out.take();
}

} // namespace

void write_differences(ReportPage &page)
{
    const std::vector<SourceDifference> &differences = page.result().differences;
    if (differences.empty())
        return;
    page.section("differences", FAIRLOOM_TEXT("Differences between sources"));
    page.paragraph(FAIRLOOM_TEXT("Two sources are compared on the same draws of the same test rows, so that luck with the rows falls on both. Of many comparisons some differ by chance: "
                                 "the adjusted p-values allow for that, among fairness figures and among figures of utility. Under 0.05 a difference is more than chance "
                                 "would usually give"));
    for (const JudgedSet &set : judged_sets(page.result()))
        page.table(differences_table(page, set, differences));
}

} // namespace fairloom
