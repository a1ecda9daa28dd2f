#include "core/report/findings.h"
#include "core/report/report_plots.h"
#include "core/report/sections/judgement_tables.h"
#include "core/report/sections/sections.h"

#include <algorithm>

namespace fairloom {

namespace {

constexpr std::size_t most_paper_rows = 160;

std::string reference_caption(const ReportPage &page, const Fairness &fairness, const std::string &source)
{
    const std::string reference = fairness.reference < fairness.groups.size() ? fairness.groups[fairness.reference].group.name : std::string();
    return page.t(Message(FAIRLOOM_TEXT("Against the reference group \"%1\", %2"), {reference, page.source_name(source)}));
}

void write_group_tables(ReportPage &page, const Fairness &fairness, const std::string &source)
{
    const std::vector<std::string> name = {page.source_name(source)};
    page.table(decisions_table(page, page.t(Message(FAIRLOOM_TEXT("Decisions per group, %1"), name)), fairness));
    page.table(correctness_table(page, page.t(Message(FAIRLOOM_TEXT("How right decisions are per group, %1"), name)), fairness));
    page.table(reference_table(page, reference_caption(page, fairness, source), fairness));
}

void write_groups(ReportPage &page, const JudgedSet &headline)
{
    page.subsection(FAIRLOOM_TEXT("Every group"));
    page.paragraph(Message(FAIRLOOM_TEXT("All figures above are derived from these rates. A row is selected if the classifier gives it a probability of %1 or more for the "
                                         "favourable label"),
                           {to_text(headline.sources.front().second->fairness.threshold)}));
    plot_groups(page);
    for (const auto &[source, result] : headline.sources)
        if (source == "real" || source == page.generated())
            write_group_tables(page, result->fairness, source);
    page.muted(FAIRLOOM_TEXT("A ratio of the smallest to the largest rate can only be 1 or less, so among groups that are treated alike it is below 1 by chance alone: it errs on the "
                             "side of caution. Differences and ratios against one reference group do not have this bias: where groups are alike they are about 0 "
                             "and about 1"));
}

void write_columns(ReportPage &page, const JudgedSet &headline)
{
    const ClassifierResult &first = *headline.sources.front().second;
    if (first.by_column.empty())
        return;
    page.subsection(FAIRLOOM_TEXT("Each sensitive column alone"));
    page.paragraph(FAIRLOOM_TEXT("The figures above are those of the groups that all sensitive columns form together; here each column's own groups are looked at"));
    for (std::size_t c = 0; c < first.by_column.size(); ++c) {
        const std::string &column = first.by_column[c].column;
        std::vector<std::pair<std::string, const Fairness *>> sources;
        for (const auto &[source, result] : headline.sources)
            if (c < result->by_column.size())
                sources.emplace_back(source, &result->by_column[c].fairness);
        page.table(fairness_table(page, page.t(Message(FAIRLOOM_TEXT("Groups of \"%1\" alone"), {column})), sources));
        for (const auto &[source, fairness] : sources)
            if (source == page.generated()) {
                page.table(decisions_table(page, page.t(Message(FAIRLOOM_TEXT("Decisions per group of \"%1\", %2"), {column, page.source_name(source)})), *fairness));
                page.table(reference_table(page, reference_caption(page, *fairness, source), *fairness));
            }
    }
}

void write_set(ReportPage &page, const JudgedSet &set) { page.table(fairness_table(page, page.set_title(set), fairness_of(set))); }

void write_others(ReportPage &page, const std::vector<JudgedSet> &sets)
{
    struct Part {
        const char *protocol;
        Message title, words;
    };
    const Part parts[] = {
        {"tstr_counterpart", FAIRLOOM_TEXT("Without the built-in bias"),
         FAIRLOOM_TEXT("The data set has test rows from which the bias that was built into it is left out: what fair decisions should look like")},
        {"tsts", FAIRLOOM_TEXT("Inside the generated rows"),
         FAIRLOOM_TEXT("Trained and tested on parts of the same generated rows, as the published tool-kit scores. No interval is given: more test rows could be had for nothing. "
                       "Judge by the figures on held-out real rows instead")},
        {"latent", FAIRLOOM_TEXT("From the latent alone"),
         FAIRLOOM_TEXT("Classifiers that see only what the model keeps of a row, its label masked")}};
    for (const auto &[protocol, title, words] : parts) {
        const auto is_part = [&, wanted = protocol](const JudgedSet &set) { return set.protocol == wanted; };
        if (std::none_of(sets.begin(), sets.end(), is_part))
            continue;
        page.subsection(title);
        page.paragraph(words);
        for (const JudgedSet &set : sets)
            if (is_part(set))
                write_set(page, set);
    }
}

/// What write_fairness() has shown already.
bool shown(const ReportPage &page, std::size_t set, const std::string &source) { return set == 0 && (source == "real" || source == page.generated()); }

} // namespace

void write_fairness(ReportPage &page)
{
    const std::vector<JudgedSet> sets = judged_sets(page.result());
    if (sets.empty())
        return;
    page.section("fairness", FAIRLOOM_TEXT("Fairness"));
    // nobody knows what the makers of imported rows have seen
    page.paragraph(page.imported() ? FAIRLOOM_TEXT("A classifier is trained on each source's rows and judged on held-out real rows that it never saw")
                                   : FAIRLOOM_TEXT("A classifier is trained on each source's rows and judged on held-out real rows that neither it nor the models ever saw"));
    page.paragraph(FAIRLOOM_TEXT("DPR is the lowest selection rate of a group divided by the highest, EOR the same for true and false positive rates, the smaller of the two; 1 means equal. "
                                 "Ranges in brackets are intervals; beneath each table stands what varies in them"));
    plot_ratios(page);
    for (const JudgedSet &set : sets)
        if (set.protocol == "tstr")
            write_set(page, set);
    page.muted(FAIRLOOM_TEXT("The four-fifths rule takes a selection rate under 80 % of the highest group's as evidence of adverse impact; it is not settled while 80 % lies inside the "
                             "interval. A figure that needs a division by zero is undefined; the fairlearn package counts such a rate as 0"));
    if (sets.front().protocol == "tstr") {
        write_groups(page, sets.front());
        write_columns(page, sets.front());
    }
    write_others(page, sets);
}

void write_all_groups(ReportPage &page)
{
    const std::vector<JudgedSet> sets = judged_sets(page.result());
    std::size_t rows = 0;
    for (std::size_t i = 0; i < sets.size(); ++i)
        for (const auto &[source, result] : sets[i].sources)
            if (!shown(page, i, source))
                rows += result->fairness.groups.size();
    if (rows == 0)
        return;
    page.section("groups", FAIRLOOM_TEXT("Groups by other sources, classifiers and protocols"));
    if (page.form() == ReportForm::paper && rows > most_paper_rows) {
        page.paragraph(FAIRLOOM_TEXT("These tables are too long for paper; they stand in the HTML report and in run.json"));
        return;
    }
    for (std::size_t i = 0; i < sets.size(); ++i) {
        if (std::all_of(sets[i].sources.begin(), sets[i].sources.end(), [&](const auto &entry) { return shown(page, i, entry.first); }))
            continue;
        page.out().element("h3", page.set_title(sets[i]));
        for (const auto &[source, result] : sets[i].sources) {
            if (shown(page, i, source))
                continue;
            const std::vector<std::string> name = {page.source_name(source)};
            page.table(decisions_table(page, page.t(Message(FAIRLOOM_TEXT("Decisions per group, %1"), name)), result->fairness));
            page.table(correctness_table(page, page.t(Message(FAIRLOOM_TEXT("How right decisions are per group, %1"), name)), result->fairness));
        }
    }
}

} // namespace fairloom
