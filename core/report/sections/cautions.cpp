#include "core/data/name_list.h"
#include "core/report/findings.h"
#include "core/report/sections/sections.h"
#include "core/report/undefined_figures.h"

#include <algorithm>

namespace fairloom {

namespace {

constexpr std::size_t most_undefined = 40;
constexpr std::size_t most_names = 6;

/// Groups with few held-out rows, of the headline's judgement.
std::optional<Message> small_groups(const RunResult &result)
{
    const ClassifierResult *judged = headline(result, generated_source_name(result));
    std::vector<std::string> names;
    for (const GroupRates &group : judged ? judged->fairness.groups : std::vector<GroupRates>())
        if (group.small)
            names.push_back(group.group.name + " (" + std::to_string(group.n) + ")");
    if (names.empty())
        return std::nullopt;
    return Message(FAIRLOOM_TEXT("Groups with few held-out rows, whose rates are unsure, with their number: %1"), {join_names(names)});
}

std::optional<Message> rows_left_out(const RowAccount &account)
{
    if (account.left_out() == 0)
        return std::nullopt;
    return Message(FAIRLOOM_TEXT("Not all of the files is in the tables: %1 rows, lines or pictures were left out; the data sheet says why"),
                   {std::to_string(account.left_out())});
}

void write_undefined(ReportPage &page)
{
    const std::vector<UndefinedFigure> figures = undefined_figures(page);
    if (figures.empty())
        return;
    page.subsection(FAIRLOOM_TEXT("Undefined figures"));
    page.paragraph(FAIRLOOM_TEXT("A figure that needs a division by zero, or something that was not known, is undefined: it is neither 0 nor 1"));
    HtmlTable table{page.t(FAIRLOOM_TEXT("Figures without a value, and why")),
                    {page.t(FAIRLOOM_TEXT("Figure")), page.t(FAIRLOOM_TEXT("Source")), page.t(FAIRLOOM_TEXT("Groups")), page.t(FAIRLOOM_TEXT("Why")),
                     page.t(FAIRLOOM_TEXT("Judged"))},
                    {},
                    5,
                    {}};
    for (std::size_t i = 0; i < std::min(figures.size(), most_undefined); ++i) {
        const UndefinedFigure &f = figures[i];
        table.rows.push_back({f.figure, f.source, f.groups.empty() ? page.t(FAIRLOOM_TEXT("all")) : join_names(f.groups, most_names),
                              page.t(Message(FAIRLOOM_TEXT("undefined: %1"), {f.reason})), f.judged.empty() ? "\u2013" : f.judged});
    }
    if (figures.size() > most_undefined)
        table.notes.push_back(page.t(Message(FAIRLOOM_TEXT("%1 more stand in run.json."), {std::to_string(figures.size() - most_undefined)})));
    page.table(table);
}

} // namespace

void write_cautions(ReportPage &page)
{
    const RunResult &result = page.result();
    page.section("warnings", FAIRLOOM_TEXT("Warnings and limits"));
    page.notes(result.warnings);
    for (const std::optional<Message> &more : {small_groups(result), rows_left_out(result.dataset.account)})
        if (more)
            page.notes({*more});
    page.notes(privacy_caveats(result));
    write_undefined(page);
}

} // namespace fairloom
