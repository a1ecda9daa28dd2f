#include "core/report/sections/judgement_tables.h"

#include "core/report/report_numbers.h"

namespace fairloom {

namespace {

struct NamedFigure {
    Message name;
    const char *guide;
    Metric Fairness::*figure;
};

const std::vector<NamedFigure> &fairness_figures()
{
    static const std::vector<NamedFigure> all = {{FAIRLOOM_TEXT("Equalized odds ratio (EOR)"), "eor", &Fairness::eor},
                                                 {FAIRLOOM_TEXT("Demographic parity difference (DPD)"), "dpd", &Fairness::dpd},
                                                 {FAIRLOOM_TEXT("Equalized odds difference (EOD)"), "eod", &Fairness::eod},
                                                 {FAIRLOOM_TEXT("Equal opportunity ratio"), "eopr", &Fairness::eopr},
                                                 {FAIRLOOM_TEXT("Equal opportunity difference"), "eopd", &Fairness::eopd}};
    return all;
}

std::string number_of(std::size_t count) { return std::to_string(count); }

std::string group_name(const ReportPage &page, const GroupRates &group)
{
    return group.small ? page.t(Message(FAIRLOOM_TEXT("%1 (few rows)"), {group.group.name})) : group.group.name;
}

} // namespace

std::vector<std::pair<std::string, const Fairness *>> fairness_of(const JudgedSet &set)
{
    std::vector<std::pair<std::string, const Fairness *>> out;
    for (const auto &[name, result] : set.sources)
        out.emplace_back(name, &result->fairness);
    return out;
}

std::string four_fifths_text(const ReportPage &page, const Metric &dpr)
{
    switch (four_fifths(dpr)) {
    case FourFifths::met: return page.t(FAIRLOOM_TEXT("met"));
    case FourFifths::missed: return page.t(FAIRLOOM_TEXT("missed"));
    case FourFifths::unsettled: return page.t(FAIRLOOM_TEXT("not settled"));
    case FourFifths::undefined: break;
    }
    return page.t(FAIRLOOM_TEXT("undefined"));
}

HtmlTable fairness_table(const ReportPage &page, const std::string &caption, const std::vector<std::pair<std::string, const Fairness *>> &sources)
{
    FigureTable out(page, caption);
    out.table.head = {page.t(FAIRLOOM_TEXT("Figure"))};
    std::vector<HtmlCell> dpr = {out.head(FAIRLOOM_TEXT("Demographic parity ratio (DPR)"), "dpr")},
                          verdict = {out.head(FAIRLOOM_TEXT("Four-fifths rule"), "four_fifths")};
    for (const auto &[name, fairness] : sources) {
        out.table.head.push_back(page.source_name(name));
        dpr.push_back(out.figure(fairness->dpr));
        verdict.push_back(four_fifths_text(page, fairness->dpr));
    }
    out.table.rows = {dpr, verdict};
    for (const auto &[name, guide, figure] : fairness_figures()) {
        std::vector<HtmlCell> row = {out.head(name, guide)};
        for (const auto &[source, fairness] : sources)
            row.push_back(out.figure(fairness->*figure));
        out.table.rows.push_back(std::move(row));
    }
    const std::pair<const char *, std::optional<double> FairlearnFigures::*> others[] = {
        {"DPR", &FairlearnFigures::dpr}, {"EOR", &FairlearnFigures::eor}, {"DPD", &FairlearnFigures::dpd}, {"EOD", &FairlearnFigures::eod}};
    for (const auto &[name, figure] : others) {
        std::vector<HtmlCell> row = {{page.t(Message(FAIRLOOM_TEXT("%1 as the fairlearn package has it"), {name})), "fairlearn"}};
        for (const auto &[source, fairness] : sources)
            row.push_back(fixed_text(fairness->fairlearn.*figure));
        out.table.rows.push_back(std::move(row));
    }
    return out.take();
}

HtmlTable utility_table(const ReportPage &page, const JudgedSet &set)
{
    FigureTable out(page, page.set_title(set));
    out.table.head = {page.t(FAIRLOOM_TEXT("Figure"))};
    for (const auto &[name, unused] : set.sources)
        out.table.head.push_back(page.source_name(name));
    struct Row {
        Message name;
        const char *guide;
        Metric Utility::*figure;
    };
    for (const auto &[name, guide, figure] : {Row{FAIRLOOM_TEXT("Accuracy"), "accuracy", &Utility::accuracy},
                                              Row{FAIRLOOM_TEXT("Precision"), "precision", &Utility::precision},
                                              Row{FAIRLOOM_TEXT("Recall"), "recall", &Utility::recall}, Row{"F1", "f1", &Utility::f1},
                                              Row{"AUROC", "auroc", &Utility::auroc}}) {
        std::vector<HtmlCell> row = {out.head(name, guide)};
        for (const auto &[source, result] : set.sources)
            row.push_back(out.figure(result->utility.*figure));
        out.table.rows.push_back(std::move(row));
    }
    std::vector<HtmlCell> majority = {out.head(FAIRLOOM_TEXT("Always the more frequent label"), "majority_accuracy")};
    for (const auto &[source, result] : set.sources)
        majority.push_back(fixed_text(result->utility.majority_accuracy));
    out.table.rows.push_back(std::move(majority));
    return out.take();
}

HtmlTable decisions_table(const ReportPage &page, const std::string &caption, const Fairness &fairness)
{
    FigureTable out(page, caption);
    out.table.paper_columns = 7; // counts and rates
    out.table.head = {page.t(FAIRLOOM_TEXT("Group")),
                      page.t(FAIRLOOM_TEXT("Rows")),
                      page.t(FAIRLOOM_TEXT("TP")),
                      page.t(FAIRLOOM_TEXT("FP")),
                      page.t(FAIRLOOM_TEXT("TN")),
                      page.t(FAIRLOOM_TEXT("FN")),
                      out.head(FAIRLOOM_TEXT("Base rate"), "base_rate"),
                      out.head(FAIRLOOM_TEXT("Selection rate"), "selection_rate"),
                      out.head("TPR", "tpr"),
                      out.head("FPR", "fpr"),
                      out.head("FNR", "fnr")};
    for (const GroupRates &g : fairness.groups) {
        const GroupCounts &c = g.counts;
        out.table.rows.push_back({group_name(page, g), number_of(g.n), number_of(c.true_positive), number_of(c.false_positive), number_of(c.true_negative),
                                  number_of(c.false_negative), out.figure(g.base_rate), out.figure(g.selection_rate), out.figure(g.tpr), out.figure(g.fpr),
                                  out.figure(g.fnr)});
    }
    out.table.notes.push_back(page.t(FAIRLOOM_TEXT("TP, FP, TN, FN: true and false decisions for (P) and against (N) the favourable label, counted in test rows.")));
    return out.take();
}

HtmlTable correctness_table(const ReportPage &page, const std::string &caption, const Fairness &fairness)
{
    FigureTable out(page, caption);
    out.table.head = {page.t(FAIRLOOM_TEXT("Group")),
                      page.t(FAIRLOOM_TEXT("Rows")),
                      out.head(FAIRLOOM_TEXT("Precision"), "precision"),
                      out.head(FAIRLOOM_TEXT("Accuracy"), "accuracy"),
                      out.head("AUROC", "auroc"),
                      out.head(FAIRLOOM_TEXT("Calibration"), "calibration"),
                      out.head(FAIRLOOM_TEXT("Calibration error"), "calibration_error")};
    for (const GroupRates &g : fairness.groups)
        out.table.rows.push_back({group_name(page, g), number_of(g.n), out.figure(g.precision), out.figure(g.accuracy), out.figure(g.auroc),
                                  out.difference(g.calibration), out.figure(g.calibration_error)});
    return out.take();
}

HtmlTable reference_table(const ReportPage &page, const std::string &caption, const Fairness &fairness)
{
    FigureTable out(page, caption);
    out.table.head = {page.t(FAIRLOOM_TEXT("Group")),
                      out.head(FAIRLOOM_TEXT("Selection rate, difference"), "selection_difference"),
                      out.head(FAIRLOOM_TEXT("Selection rate, ratio"), "selection_log_ratio"),
                      out.head(FAIRLOOM_TEXT("TPR, difference"), "tpr_difference"),
                      out.head(FAIRLOOM_TEXT("TPR, ratio"), "tpr_log_ratio"),
                      out.head(FAIRLOOM_TEXT("FPR, difference"), "fpr_difference"),
                      out.head(FAIRLOOM_TEXT("FPR, ratio"), "fpr_log_ratio")};
    for (const GroupRates &g : fairness.groups)
        if (const auto &a = g.against)
            out.table.rows.push_back({group_name(page, g), out.difference(a->selection_difference), out.ratio(a->selection_log_ratio),
                                      out.difference(a->tpr_difference), out.ratio(a->tpr_log_ratio), out.difference(a->fpr_difference),
                                      out.ratio(a->fpr_log_ratio)});
    return out.take();
}

} // namespace fairloom
