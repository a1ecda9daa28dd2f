#include "core/report/report_numbers.h"
#include "core/report/run_command.h"
#include "core/report/sections/sections.h"

#include <algorithm>
#include <map>

namespace fairloom {

namespace {

std::vector<Message> how_it_was_done(const ReportPage &page)
{
    const RunResult &result = page.result();
    std::vector<Message> out;
    if (page.imported())
        out.emplace_back(FAIRLOOM_TEXT("The imported rows were made elsewhere; here they were judged alone"));
    out.emplace_back(FAIRLOOM_TEXT("TSTR: trained on synthetic rows, tested on held-out real rows, which is what may be relied upon. TRTR: trained on real rows, as the standard to compare with. "
                                   "TSTS: trained and tested on synthetic rows, as published"));
    out.emplace_back(FAIRLOOM_TEXT("Classifiers see the sensitive columns, as people who use the data might; every decision is made at the same threshold for all groups"));
    if (result.source("control_independent"))
        out.emplace_back(FAIRLOOM_TEXT("Controls are the same pipeline without the fairness term, once with the group drawn independently and once with the row's own: only what goes beyond the "
                                       "first may be credited to the fairness term"));
    if (result.settings.bootstrap > 0)
        out.emplace_back(FAIRLOOM_TEXT("Intervals of ratios, differences and F1: %1 draws of test rows within each group and label, with replacement; plain rates by Wilson's formula, AUROC by "
                                               "DeLong's, differences of rates by Newcombe's, log-ratios by MOVER, density and coverage by half samples, which hold no duplicates"),
                                 std::vector{std::to_string(result.settings.bootstrap)});
    else
        out.emplace_back(FAIRLOOM_TEXT("No test rows were drawn anew, so ratios, differences between groups and F1 have no intervals"));
    out.emplace_back(FAIRLOOM_TEXT("Neighbours are sought in a space that no model has learned, numbers by their quantiles and categories one by one; of each side %1 rows at most"),
                             std::vector{std::to_string(result.settings.quality_rows)});
    return out;
}

/// Settings that say how rows are judged; the others are about models.
bool concerns_judging(const std::string &key)
{
    static const std::vector<std::string> keys = {"seed", "threads", "bootstrap", "quality_rows", "minimum_group", "test_share"};
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

HtmlTable settings_table(const ReportPage &page)
{
    HtmlTable table{page.t(FAIRLOOM_TEXT("Settings")), {page.t(FAIRLOOM_TEXT("Setting")), page.t(FAIRLOOM_TEXT("Value")), page.t(FAIRLOOM_TEXT("Meaning"))}, {}, 3, {}};
    for (const Setting &setting : run_setting_descriptions())
        if (!page.imported() || concerns_judging(setting.key))
            table.rows.push_back({page.t(setting.label), get_setting(page.result().settings, setting.key), page.t(setting.help)});
    return table;
}

HtmlTable times_table(const ReportPage &page)
{
    HtmlTable table{page.t(FAIRLOOM_TEXT("Times")), {page.t(FAIRLOOM_TEXT("Part")), page.t(FAIRLOOM_TEXT("Seconds"))}, {}, 1, {}};
    static const std::map<std::string, const char *> names = {{"load", FAIRLOOM_TEXT("reading the data")},   {"teacher", FAIRLOOM_TEXT("training the teacher")},
                                                              {"student", FAIRLOOM_TEXT("distilling the student")}, {"generate", FAIRLOOM_TEXT("generating rows")},
                                                              {"controls", FAIRLOOM_TEXT("training the controls")}, {"evaluate", FAIRLOOM_TEXT("judging")},
                                                              {"seeds", FAIRLOOM_TEXT("training with other seeds")}, {"total", FAIRLOOM_TEXT("all")}};
    for (const auto &[part, seconds] : page.result().timings) {
        const auto found = names.find(part);
        table.rows.push_back({found == names.end() ? part : page.t(found->second), fixed_text(seconds, 1)});
    }
    return table;
}

} // namespace

void write_method(ReportPage &page)
{
    page.section("method", FAIRLOOM_TEXT("Method and settings"));
    page.list(how_it_was_done(page));
    page.table(settings_table(page));
    page.table(times_table(page));
}

void write_repeat(ReportPage &page)
{
    page.section("repeat", FAIRLOOM_TEXT("How to repeat this run"));
    if (page.form() == ReportForm::paper)
        page.out().element("p", run_command(page.result()), "class=\"command\"");
    else
        page.out().element("pre", run_command(page.result()));
}

} // namespace fairloom
