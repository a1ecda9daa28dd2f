#include "core/study/store/run_record.h"

#include <algorithm>
#include <cmath>

namespace fairloom {

namespace {

Metric without_draws(Metric metric)
{
    if (metric.interval)
        metric.interval->values.reset(); // kilobytes a figure
    return metric;
}

RecordedJudgement recorded(const ClassifierResult &result)
{
    return {without_draws(result.fairness.dpr),     without_draws(result.fairness.eor), without_draws(result.fairness.dpd),  without_draws(result.fairness.eod),
            without_draws(result.utility.accuracy), without_draws(result.utility.f1),   without_draws(result.utility.auroc)};
}

Metric quality_figure(double value, const std::optional<Interval> &interval)
{
    Metric out;
    if (std::isfinite(value))
        out.value = value;
    out.interval = interval;
    return without_draws(std::move(out));
}

RecordedSource recorded(const SourceResult &source)
{
    RecordedSource out;
    for (const auto &[protocol, classifiers] : source.protocols)
        for (const auto &[classifier, result] : classifiers)
            out.protocols[protocol][classifier] = recorded(result);
    if (const auto &quality = source.quality) {
        out.density = quality_figure(quality->train.density, quality->density_interval);
        out.coverage = quality_figure(quality->train.coverage, quality->coverage_interval);
    }
    if (source.leakage.latent)
        out.auroc_latent = source.leakage.latent->auroc.value;
    if (source.representation) {
        out.representation_accuracy = source.representation->accuracy.value;
        out.representation_dpr = source.representation->dpr.value;
    }
    return out;
}

} // namespace

const RecordedSource *RunRecord::source(const std::string &source_name) const
{
    for (const auto &[known, recorded_source] : sources)
        if (known == source_name)
            return &recorded_source;
    return nullptr;
}

std::string RunRecord::generated_source() const
{
    for (const std::string &candidate : generated_sources())
        if (source(candidate))
            return candidate;
    return {};
}

const RecordedJudgement *RunRecord::judgement(const std::string &source_name, const std::string &protocol, const std::string &classifier) const
{
    const RecordedSource *const judged = source(source_name);
    if (!judged)
        return nullptr;
    const auto classifiers = judged->protocols.find(protocol);
    if (classifiers == judged->protocols.end())
        return nullptr;
    const auto found = classifiers->second.find(classifier);
    return found == classifiers->second.end() ? nullptr : &found->second;
}

double RunRecord::seconds() const
{
    const auto total = std::find_if(timings.begin(), timings.end(), [](const auto &timing) { return timing.first == "total"; });
    return total == timings.end() ? 0 : total->second;
}

RunRecord record_of(const RunResult &result)
{
    RunRecord out;
    out.name = result.name;
    out.state = result.state;
    out.finished = result.finished;
    out.version = result.version;
    out.data_name = result.dataset.name;
    out.data_sha256 = result.dataset.sha256;
    out.test_sha256 = result.dataset.test_sha256;
    out.task = result.task;
    out.settings = result.settings;
    out.timings = result.timings;
    out.cost = result.cost;
    out.student_parameters = result.rival ? result.rival->parameters : result.student.parameters;
    out.teacher_encoder_parameters = result.teacher.encoder_parameters;
    for (const auto &[name, source] : result.sources)
        out.sources.emplace_back(name, recorded(source));
    return out;
}

} // namespace fairloom
