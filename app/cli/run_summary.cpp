#include "app/cli/run_summary.h"

#include "app/cli/errors.h"
#include "app/cli/text_table.h"
#include "core/report/findings.h"

#include <fmt/format.h>

#include <algorithm>

namespace fairloom::cli {

namespace {

std::string figure(const Metric &metric) { return metric ? fmt::format("{:.3f}", *metric.value) : text(FAIRLOOM_TEXT("undefined")); }
std::string figure(double value) { return fmt::format("{:.3f}", value); }

} // namespace

std::string run_summary(const RunResult &result)
{
    const bool counterpart = std::ranges::any_of(result.sources, [&](const auto &s) { return headline_counterpart(result, s.first) != nullptr; });
    std::vector<std::string> header = {text(FAIRLOOM_TEXT("source")), "DPR", "EOR", text(FAIRLOOM_TEXT("accuracy")), "F1",
                                       text(FAIRLOOM_TEXT("density")), text(FAIRLOOM_TEXT("coverage"))};
    if (counterpart)
        header.insert(header.end(), {"DPR*", "EOR*", text(FAIRLOOM_TEXT("accuracy")) + "*"});
    TextTable table(header);
    for (const auto &[name, source] : result.sources) {
        const ClassifierResult *figures = headline(result, name);
        if (!figures)
            continue;
        std::vector<std::string> row = {name, figure(figures->fairness.dpr), figure(figures->fairness.eor), figure(figures->utility.accuracy),
                                        figure(figures->utility.f1), source.quality ? figure(source.quality->train.density) : "-",
                                        source.quality ? figure(source.quality->train.coverage) : "-"};
        if (counterpart) {
            const ClassifierResult *other = headline_counterpart(result, name);
            row.insert(row.end(), {other ? figure(other->fairness.dpr) : "-", other ? figure(other->fairness.eor) : "-",
                                   other ? figure(other->utility.accuracy) : "-"});
        }
        table.add(std::move(row));
    }
    return table.str() + (counterpart ? "* " + text(FAIRLOOM_TEXT("on test rows without the bias that was built into the data")) + "\n" : "");
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
    if (source.memorisation) {
        const Memorisation &m = *source.memorisation;
        out.append("\n").append(text(Message(FAIRLOOM_TEXT("Of %1 generated pictures, %2 come nearer to a training picture than 99 % of held-out "
                                                          "pictures do; %3 are copies of one"),
                                             {std::to_string(m.generated), percent_text(m.near, 1), percent_text(m.copies, 1)})));
        out.append("\n");
    }
    return out;
}

} // namespace fairloom::cli
