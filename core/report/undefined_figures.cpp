#include "core/report/undefined_figures.h"

#include "core/report/metric_guide.h"

#include <algorithm>

namespace fairloom {

namespace {

class Collector {
public:
    explicit Collector(const ReportPage &page) : page_(page) {}

    void set_place(std::string judged, const std::string &source)
    {
        judged_ = std::move(judged);
        source_ = page_.source_name(source);
    }
    void add(const char *key, const Metric &metric, const std::string &group = {})
    {
        if (metric || metric.undefined.empty())
            return;
        const MetricGuide *guide = metric_guide(key);
        UndefinedFigure found{judged_, source_, guide ? page_.t(guide->name) : key, {}, page_.t(metric.undefined)};
        const auto same = std::find_if(out_.begin(), out_.end(), [&](const UndefinedFigure &other) {
            return other.judged == found.judged && other.source == found.source && other.figure == found.figure && other.reason == found.reason &&
                   other.groups.empty() == group.empty();
        });
        UndefinedFigure &entry = same == out_.end() ? out_.emplace_back(std::move(found)) : *same;
        if (!group.empty())
            entry.groups.push_back(group);
    }
    std::vector<UndefinedFigure> take() { return std::move(out_); }

private:
    const ReportPage &page_;
    std::string judged_, source_;
    std::vector<UndefinedFigure> out_;
};

using Named = std::pair<const char *, const Metric *>;

void add_judgement(Collector &collector, const ClassifierResult &result)
{
    const Fairness &f = result.fairness;
    const Utility &u = result.utility;
    const Named whole[] = {{"dpr", &f.dpr},           {"eor", &f.eor},       {"dpd", &f.dpd},       {"eod", &f.eod}, {"eopr", &f.eopr},  {"eopd", &f.eopd},
                           {"accuracy", &u.accuracy}, {"precision", &u.precision}, {"recall", &u.recall}, {"f1", &u.f1},   {"auroc", &u.auroc}};
    for (const auto &[key, metric] : whole)
        collector.add(key, *metric);
    for (const GroupRates &g : f.groups) {
        const Named rates[] = {{"base_rate", &g.base_rate}, {"selection_rate", &g.selection_rate}, {"tpr", &g.tpr},         {"fpr", &g.fpr},
                               {"fnr", &g.fnr},             {"precision", &g.precision},           {"accuracy", &g.accuracy}, {"auroc", &g.auroc},
                               {"calibration", &g.calibration}, {"calibration_error", &g.calibration_error}};
        for (const auto &[key, metric] : rates)
            collector.add(key, *metric, g.group.name);
    }
}

void add_source(Collector &collector, const SourceResult &source)
{
    const auto probe = [&](const char *key, const std::optional<ProbeResult> &result) {
        if (result)
            collector.add(key, result->auroc);
    };
    probe("auroc_latent", source.leakage.latent);
    probe("auroc_features", source.leakage.features);
    probe("auroc_source", source.leakage.source);
    if (source.support)
        collector.add("authenticity_published", source.support->authenticity_published);
    if (source.two_sample)
        collector.add("two_sample_auroc", source.two_sample->auroc);
    if (source.privacy) {
        collector.add("linkage", source.privacy->all.linkage);
        collector.add("attack_auroc", source.privacy->attack.auroc);
        collector.add("attack_advantage", source.privacy->attack.advantage);
    }
    if (source.explanation)
        collector.add("changed", source.explanation->changed);
}

} // namespace

std::vector<UndefinedFigure> undefined_figures(const ReportPage &page)
{
    Collector collector(page);
    for (const JudgedSet &set : judged_sets(page.result()))
        for (const auto &[name, result] : set.sources) {
            collector.set_place(page.set_title(set), name);
            add_judgement(collector, *result);
        }
    for (const auto &[name, source] : page.result().sources) {
        collector.set_place({}, name);
        add_source(collector, source);
    }
    return collector.take();
}

} // namespace fairloom
