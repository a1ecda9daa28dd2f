#include "core/report/findings.h"
#include "core/report/report_numbers.h"
#include "core/report/report_plots.h"
#include "core/report/sections/sections.h"

#include <algorithm>

namespace fairloom {

namespace {

constexpr std::size_t most_explained_columns = 40;

using Explained = std::vector<std::pair<std::string, const Explanation *>>;

/// Before and after: real rows, the control without a fairness term, and the generated rows, as far as they were explained.
Explained explained(const ReportPage &page)
{
    Explained out;
    for (const std::string &name : {page.generated(), std::string("control_independent"), std::string("real")})
        if (const SourceResult *source = page.result().source(name); source && source->explanation)
            out.insert(out.begin(), {name, &*source->explanation});
    return out;
}

const ColumnInfluence *find(const Explanation &explanation, const std::string &column)
{
    const auto found = std::find_if(explanation.columns.begin(), explanation.columns.end(), [&](const ColumnInfluence &c) { return c.column == column; });
    return found == explanation.columns.end() ? nullptr : &*found;
}

/// In the order of the last source, the generated rows.
std::vector<const ColumnInfluence *> shown_columns(const Explained &sources)
{
    std::vector<const ColumnInfluence *> out;
    for (const ColumnInfluence &column : sources.back().second->columns)
        if (out.size() < most_explained_columns)
            out.push_back(&column);
    return out;
}

std::string column_label(const ReportPage &page, const ColumnInfluence &column)
{
    return column.sensitive ? page.t(Message(FAIRLOOM_TEXT("%1 (sensitive)"), {column.column})) : column.column;
}

HtmlTable influence_table(const ReportPage &page, const Explained &sources)
{
    FigureTable out(page, page.t(FAIRLOOM_TEXT("Share of all columns' influence (SHAP)")));
    out.table.head = {page.t(FAIRLOOM_TEXT("Column")), out.head(FAIRLOOM_TEXT("Goes with the group"), "proxy")};
    for (const auto &[name, explanation] : sources)
        out.table.head.push_back(HtmlCell(page.source_name(name), "shap_share"));
    for (const ColumnInfluence *column : shown_columns(sources)) {
        std::vector<HtmlCell> row = {column_label(page, *column), fixed_text(column->proxy)};
        for (const auto &[name, explanation] : sources) {
            const ColumnInfluence *same = find(*explanation, column->column);
            row.push_back(same ? out.share(same->shap_share) : std::string("\u2013"));
        }
        out.table.rows.push_back(std::move(row));
    }
    return out.take();
}

HtmlTable permutation_table(const ReportPage &page, const Explained &sources)
{
    FigureTable out(page, page.t(FAIRLOOM_TEXT("What changes if a column's values are shuffled among the rows")));
    out.table.head = {page.t(FAIRLOOM_TEXT("Column"))};
    for (const auto &[name, explanation] : sources)
        out.table.head.push_back(HtmlCell(page.t(Message(FAIRLOOM_TEXT("Loss of accuracy, %1"), {page.source_name(name)})), "accuracy_drop"));
    for (const auto &[name, explanation] : sources)
        out.table.head.push_back(HtmlCell(page.t(Message(FAIRLOOM_TEXT("Change of DPR, %1"), {page.source_name(name)})), "parity_change"));
    for (const ColumnInfluence *column : shown_columns(sources)) {
        std::vector<HtmlCell> row = {column_label(page, *column)};
        for (Metric ColumnInfluence::*figure : {&ColumnInfluence::accuracy_drop, &ColumnInfluence::parity_change})
            for (const auto &[name, explanation] : sources) {
                const ColumnInfluence *same = find(*explanation, column->column);
                row.push_back(same ? out.difference(same->*figure) : std::string("\u2013"));
            }
        out.table.rows.push_back(std::move(row));
    }
    return out.take();
}

HtmlTable changed_table(const ReportPage &page, const Explained &sources)
{
    FigureTable out(page, page.t(FAIRLOOM_TEXT("Decisions that depend on the group alone")));
    out.table.head = {page.t(FAIRLOOM_TEXT("Source")), out.head(FAIRLOOM_TEXT("Decisions that another group's value would change"), "changed"), page.t(FAIRLOOM_TEXT("Rows"))};
    for (const auto &[name, explanation] : sources)
        out.table.rows.push_back({page.source_name(name), out.share(explanation->changed), std::to_string(explanation->rows)});
    return out.take();
}

HtmlTable counterfactual_table(const ReportPage &page, const std::string &source, const Explanation &explanation)
{
    FigureTable out(page, page.t(Message(FAIRLOOM_TEXT("The same people as members of another group, %1"), {page.source_name(source)})));
    out.table.head = {page.t(FAIRLOOM_TEXT("Group")), page.t(FAIRLOOM_TEXT("as")), page.t(FAIRLOOM_TEXT("Rows")), out.head(FAIRLOOM_TEXT("Selected only as the other"), "gained"),
                      out.head(FAIRLOOM_TEXT("Selected only as themselves"), "lost"), out.head(FAIRLOOM_TEXT("Change of probability"), "probability_change")};
    out.table.numbers_from = 2;
    for (const GroupCounterfactual &c : explanation.counterfactuals)
        out.table.rows.push_back({c.group, c.as, std::to_string(c.n), out.share(c.gained), out.share(c.lost), out.difference(c.probability_change)});
    return out.take();
}

} // namespace

void write_explanation(ReportPage &page)
{
    const Explained sources = explained(page);
    if (sources.empty() || sources.back().second->columns.empty())
        return;
    page.section("explanation", FAIRLOOM_TEXT("What decisions rest on"));
    page.paragraph(FAIRLOOM_TEXT("How much the XGBoost classifier leans on each column, trained on real rows and trained on generated ones, both judged on held-out real rows. A column that goes "
                                 "with the group can stand in for it: what is taken from the sensitive column may come back through such a proxy"));
    page.list(explanation_findings(page.result()));
    plot_influence(page, sources);
    page.table(influence_table(page, sources));
    page.table(permutation_table(page, sources));
    if (const std::size_t all = sources.back().second->columns.size(); all > most_explained_columns)
        page.muted(Message(FAIRLOOM_TEXT("The %1 columns with most influence of %2; all stand in run.json"), {std::to_string(most_explained_columns), std::to_string(all)}));
    page.subsection(FAIRLOOM_TEXT("The same person in another group"));
    page.paragraph(FAIRLOOM_TEXT("Each held-out row is judged once more with the other group's value in its sensitive columns and all else as it was. It shows what the classifier does with "
                                 "the value itself, not what would follow in life from belonging to another group"));
    page.table(changed_table(page, sources));
    for (const auto &[name, explanation] : sources)
        page.table(counterfactual_table(page, name, *explanation));
}

} // namespace fairloom
