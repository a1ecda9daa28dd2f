#include "app/cli/run_summary.h"

#include "app/cli/errors.h"
#include "app/cli/text_table.h"
#include "core/report/findings.h"

#include <fmt/format.h>

namespace fairloom::cli {

namespace {

std::string figure(const Metric &metric) { return metric ? fmt::format("{:.3f}", *metric.value) : text(FAIRLOOM_TEXT("undefined")); }
std::string figure(double value) { return fmt::format("{:.3f}", value); }

} // namespace

std::string run_summary(const RunResult &result)
{
    TextTable table({text(FAIRLOOM_TEXT("source")), "DPR", "EOR", text(FAIRLOOM_TEXT("accuracy")), "F1",
                     text(FAIRLOOM_TEXT("density")), text(FAIRLOOM_TEXT("coverage"))});
    for (const auto &[name, source] : result.sources) {
        const ClassifierResult *figures = headline(result, name);
        if (!figures)
            continue;
        table.add({name, figure(figures->fairness.dpr), figure(figures->fairness.eor), figure(figures->utility.accuracy),
                   figure(figures->utility.f1), source.quality ? figure(source.quality->train.density) : "-",
                   source.quality ? figure(source.quality->train.coverage) : "-"});
    }
    return table.str();
}

std::string source_summary(const SourceResult &source)
{
    TextTable table({text(FAIRLOOM_TEXT("protocol")), text(FAIRLOOM_TEXT("classifier")), "DPR", "EOR", "DPD", "EOD",
                     text(FAIRLOOM_TEXT("accuracy")), "F1", "AUROC"},
                    2);
    for (const auto &[protocol, classifiers] : source.protocols)
        for (const auto &[name, result] : classifiers)
            table.add({protocol, name, figure(result.fairness.dpr), figure(result.fairness.eor), figure(result.fairness.dpd),
                       figure(result.fairness.eod), figure(result.utility.accuracy), figure(result.utility.f1),
                       figure(result.utility.auroc)});
    std::string out = table.str();
    if (source.quality) {
        TextTable quality({text(FAIRLOOM_TEXT("against")), text(FAIRLOOM_TEXT("density")), text(FAIRLOOM_TEXT("coverage")),
                           text(FAIRLOOM_TEXT("precision")), text(FAIRLOOM_TEXT("recall")), "n"});
        const auto add = [&](const Message &against, const Quality &q) {
            quality.add({text(against), figure(q.density), figure(q.coverage), figure(q.precision), figure(q.recall),
                         std::to_string(q.n_synthetic)});
        };
        add(FAIRLOOM_TEXT("training rows"), source.quality->train);
        add(FAIRLOOM_TEXT("held-out rows"), source.quality->holdout);
        out.append("\n").append(quality.str());
    }
    return out;
}

} // namespace fairloom::cli
