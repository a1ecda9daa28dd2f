#include "core/study/comparison/comparison.h"

#include <algorithm>

namespace fairloom {

namespace {

Metric or_undefined(const std::optional<double> &value)
{
    return value ? Metric(*value) : Metric::undefined_because(FAIRLOOM_TEXT("not computed in this run"));
}

/// A record says of a figure that was not computed that it has neither a value nor a reason.
Metric with_reason(const Metric &metric)
{
    return metric || !metric.undefined.empty() ? metric : or_undefined({});
}

std::optional<double> timing(const RunRecord &run, const std::string &stage)
{
    for (const auto &[name, seconds] : run.timings)
        if (name == stage)
            return seconds;
    return {};
}

std::optional<double> unless_zero(double value)
{
    return value > 0 ? std::optional(value) : std::nullopt;
}

std::string protocol_of(const std::string &source, const std::string &protocol)
{
    if (source != "real")
        return protocol;
    return protocol == "tstr_counterpart" ? "trtr_counterpart" : "trtr";
}

void put_costs(const RunRecord &run, ComparisonRow &row)
{
    const auto put = [&](ComparedFigure figure, const std::optional<double> &value) { row.figures[std::size_t(figure)] = or_undefined(value); };
    put(ComparedFigure::student_s, timing(run, "student"));
    put(ComparedFigure::total_s, unless_zero(run.seconds()));
    put(ComparedFigure::training_s, run.cost ? unless_zero(run.cost->training_s) : std::nullopt);
    put(ComparedFigure::first_row_s, run.cost ? unless_zero(run.cost->first_row_s) : std::nullopt);
    put(ComparedFigure::rows_per_s, run.cost ? unless_zero(run.cost->rows_per_s) : std::nullopt);
    put(ComparedFigure::peak_memory, run.cost ? unless_zero(run.cost->peak_memory_bytes) : std::nullopt);
}

} // namespace

bool ComparisonRow::counts() const
{
    return judged && run->state == "done";
}

ComparisonRow comparison_row(const RunRecord &run, const ComparisonChoice &choice)
{
    ComparisonRow row;
    row.run = &run;
    row.source = choice.source.empty() ? run.generated_source() : choice.source;
    row.figures.fill(or_undefined({}));
    put_costs(run, row);
    const RecordedSource *source = run.source(row.source);
    if (!source) {
        row.source.clear();
        return row;
    }
    const auto put = [&row](ComparedFigure figure, const Metric &value) { row.figures[std::size_t(figure)] = with_reason(value); };
    if (const RecordedJudgement *judged = run.judgement(row.source, protocol_of(row.source, choice.protocol), choice.classifier)) {
        row.judged = true;
        put(ComparedFigure::dpr, judged->dpr);
        put(ComparedFigure::eor, judged->eor);
        put(ComparedFigure::dpd, judged->dpd);
        put(ComparedFigure::eod, judged->eod);
        put(ComparedFigure::accuracy, judged->accuracy);
        put(ComparedFigure::f1, judged->f1);
        put(ComparedFigure::auroc, judged->auroc);
    }
    if (const RecordedJudgement *judged = run.judgement(row.source, "tsts", choice.classifier))
        put(ComparedFigure::tsts_dpr, judged->dpr);
    put(ComparedFigure::density, source->density);
    put(ComparedFigure::coverage, source->coverage);
    put(ComparedFigure::auroc_latent, or_undefined(source->auroc_latent));
    put(ComparedFigure::representation_accuracy, or_undefined(source->representation_accuracy));
    put(ComparedFigure::representation_dpr, or_undefined(source->representation_dpr));
    return row;
}

std::vector<ComparisonRow> comparison_rows(std::span<const RunRecord *const> runs, const ComparisonChoice &choice)
{
    std::vector<ComparisonRow> rows;
    rows.reserve(runs.size());
    for (const RunRecord *run : runs)
        rows.push_back(comparison_row(*run, choice));
    return rows;
}

bool comparable(const RunRecord &a, const RunRecord &b)
{
    const RunSettings &x = a.settings, &y = b.settings;
    return !a.data_sha256.empty() && a.data_sha256 == b.data_sha256 && a.test_sha256 == b.test_sha256 && a.task == b.task
           && x.train_rows == y.train_rows && x.favourable_share == y.favourable_share && x.smallest_group_share == y.smallest_group_share
           && x.noise_columns == y.noise_columns;
}

std::string run_kind(const RunRecord &run)
{
    if (!run.judged_file.empty())
        return "imported";
    return run.settings.method == "fairloom" ? run.settings.loss : run.settings.method;
}

Message kind_label(const std::string &kind)
{
    for (const auto &[loss, label] : {std::pair{"l1", "L1-KL"}, {"huber", "Huber-KL"}, {"mse", "MSE-KL"}, {"md", "MD-KL"}})
        if (kind == loss)
            return Message("%1", {label});
    return method_label(kind);
}

Message method_label(const std::string &method)
{
    for (const auto &[key, name] : {std::pair{"fairloom", "Fairloom"}, {"fairdisco", "FairDisCo"}, {"tabfairgan", "TabFairGAN"}, {"decaf", "DECAF"}})
        if (method == key)
            return Message("%1", {name});
    if (method == "vae")
        return FAIRLOOM_TEXT("plain VAE");
    if (method == "correlation-remover")
        return FAIRLOOM_TEXT("correlation remover");
    if (method == "reweighing")
        return FAIRLOOM_TEXT("reweighing");
    if (method == "imported")
        return FAIRLOOM_TEXT("imported rows");
    return Message("%1", {method});
}

} // namespace fairloom
