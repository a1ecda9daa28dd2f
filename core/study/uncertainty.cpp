#include "core/study/uncertainty.h"

#include "core/base/random.h"
#include "core/metrics/decision_bootstrap.h"
#include "core/metrics/intervals.h"
#include "core/study/judged_predictions.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>

namespace fairloom {

namespace {

constexpr const char *test_rows = "test rows";
constexpr std::array judged_figures{std::pair{"dpr", DecisionFigure::dpr}, std::pair{"eor", DecisionFigure::eor}, std::pair{"accuracy", DecisionFigure::accuracy},
                                    std::pair{"f1", DecisionFigure::f1}};
constexpr std::size_t fairness_figures = 2; ///< the first of them

void add_ratio_intervals(Fairness &fairness, const DecisionBootstrap &bootstrap, std::size_t classifier, std::span<const std::int32_t> of_group)
{
    const std::pair<Metric Fairness::*, DecisionFigure> figures[] = {{&Fairness::dpr, DecisionFigure::dpr},   {&Fairness::eor, DecisionFigure::eor},
                                                                     {&Fairness::dpd, DecisionFigure::dpd},   {&Fairness::eod, DecisionFigure::eod},
                                                                     {&Fairness::eopr, DecisionFigure::eopr}, {&Fairness::eopd, DecisionFigure::eopd}};
    for (const auto &[member, figure] : figures)
        if (fairness.*member)
            (fairness.*member).interval = percentile_interval(bootstrap.values(classifier, figure, of_group), bootstrap.settings().level, test_rows);
}

void add_intervals(ClassifierResult &result, const std::vector<Group> &groups, const DecisionBootstrap &bootstrap, std::size_t classifier)
{
    add_ratio_intervals(result.fairness, bootstrap, classifier, {});
    const std::vector<GroupMarginal> marginals = group_marginals(groups);
    for (std::size_t c = 0; c < result.by_column.size(); ++c)
        add_ratio_intervals(result.by_column[c].fairness, bootstrap, classifier, marginals[c].of_group);
    if (result.utility.f1)
        result.utility.f1.interval = percentile_interval(bootstrap.values(classifier, DecisionFigure::f1), bootstrap.settings().level, test_rows);
}

DecisionBootstrap::Settings bootstrap_settings(const EvaluationSettings &settings)
{
    return {settings.bootstrap, settings.level, derive_seed(settings.seed, "audit"), settings.threads};
}

/// Sources that one classifier of one protocol judged on the same rows.
struct Judges {
    std::vector<std::string> sources;
    std::vector<ClassifierResult *> results;
};

DecisionBootstrap draw(const std::vector<ClassifierResult *> &results, std::size_t groups, const EvaluationSettings &settings, const std::stop_token &stop)
{
    std::vector<Decisions> decisions;
    for (const ClassifierResult *result : results)
        decisions.push_back(decisions_at(*result->scored, result->fairness.threshold));
    const ScoredRows &rows = *results.front()->scored;
    return {rows.label, rows.group, groups, decisions, bootstrap_settings(settings), stop};
}

/// Which sources are held against each other: what a reader asks, not all pairs.
constexpr std::pair<const char *, const char *> questions[] = {{"student", "real"},    {"student", "control_independent"}, {"student", "teacher"},
                                                               {"teacher", "real"},    {"control_independent", "real"},    {"imported", "real"},
                                                               {"rival", "real"}};

void add_differences(const Judges &judges, const std::string &protocol, const std::string &classifier, const DecisionBootstrap &bootstrap,
                     std::vector<SourceDifference> &out)
{
    std::vector<SourceDifference> of_family[2];
    for (const auto &[first, second] : questions) {
        const auto place = [&](const char *name) { return static_cast<std::size_t>(std::find(judges.sources.begin(), judges.sources.end(), name) - judges.sources.begin()); };
        const std::size_t a = place(first), b = place(second);
        if (a == judges.sources.size() || b == judges.sources.size())
            continue;
        for (std::size_t f = 0; f < judged_figures.size(); ++f) {
            const auto &[name, figure] = judged_figures[f];
            const BootstrapDifference found =
                bootstrap_difference(decision_figure(figure, counts_of(judges.results[a]->fairness)), decision_figure(figure, counts_of(judges.results[b]->fairness)),
                                     bootstrap.values(a, figure), bootstrap.values(b, figure), bootstrap.settings().level, test_rows);
            SourceDifference difference{first, second, protocol, classifier, f < fairness_figures ? "fairness" : "utility", name, found.difference, found.p_value, 1};
            of_family[f < fairness_figures ? 0 : 1].push_back(std::move(difference));
        }
    }
    for (std::vector<SourceDifference> &family : of_family) {
        std::vector<double> p;
        for (const SourceDifference &d : family)
            if (d.difference)
                p.push_back(d.p_value);
        const std::vector<double> adjusted = holm_adjusted(p);
        std::size_t next = 0;
        for (SourceDifference &d : family) {
            if (d.difference)
                d.p_holm = adjusted[next++];
            out.push_back(std::move(d));
        }
    }
}

bool same_rows(const ScoredRows &a, const ScoredRows &b) { return a.label == b.label && a.group == b.group; }

} // namespace

std::vector<SourceDifference> add_uncertainty(std::vector<std::pair<std::string, SourceResult>> &sources, const std::vector<Group> &groups,
                                              const EvaluationSettings &settings, const std::stop_token &stop)
{
    std::vector<SourceDifference> out;
    if (settings.bootstrap <= 0)
        return out;
    // Real rows are judged by trtr what others are by tstr: the same test rows.
    std::map<std::pair<std::string, std::string>, Judges> judges;
    for (auto &[name, source] : sources)
        for (auto &[protocol, classifiers] : source.protocols)
            for (auto &[classifier, result] : classifiers) {
                if (protocol == "tsts" || !result.scored || result.scored->rows() == 0)
                    continue;
                const std::string shared = protocol == "trtr" ? "tstr" : protocol == "trtr_counterpart" ? "tstr_counterpart" : protocol;
                Judges &of = judges[{shared, classifier}];
                if (!of.results.empty() && !same_rows(*of.results.front()->scored, *result.scored))
                    continue;
                of.sources.push_back(name);
                of.results.push_back(&result);
            }
    for (auto &[key, of] : judges) {
        const DecisionBootstrap bootstrap = draw(of.results, groups.size(), settings, stop);
        for (std::size_t k = 0; k < of.results.size(); ++k)
            add_intervals(*of.results[k], groups, bootstrap, k);
        add_differences(of, key.first, key.second, bootstrap, out);
    }
    for (auto &[name, source] : sources)
        if (source.representation) {
            std::vector<ClassifierResult *> results;
            for (auto &[classifier, result] : source.representation->classifiers)
                if (result.scored && result.scored->rows() > 0)
                    results.push_back(&result);
            if (results.empty())
                continue;
            const DecisionBootstrap bootstrap = draw(results, groups.size(), settings, stop);
            for (std::size_t k = 0; k < results.size(); ++k)
                add_intervals(*results[k], groups, bootstrap, k);
            if (const auto linear = source.representation->classifiers.find("logistic"); linear != source.representation->classifiers.end()) {
                source.representation->accuracy = linear->second.utility.accuracy;
                source.representation->dpr = linear->second.fairness.dpr;
                source.representation->eor = linear->second.fairness.eor;
            }
        }
    return out;
}

namespace {

double value_or_nan(const Metric &metric) { return metric.value.value_or(std::numeric_limits<double>::quiet_NaN()); }

double deviation(const std::vector<double> &values)
{
    double mean = 0, squares = 0;
    for (const double v : values)
        mean += v / static_cast<double>(values.size());
    for (const double v : values)
        squares += (v - mean) * (v - mean);
    return values.size() < 2 ? 0 : std::sqrt(squares / static_cast<double>(values.size() - 1));
}

} // namespace

std::optional<OverSeeds> over_seeds(const ClassifierResult &first, std::uint64_t first_seed, const std::vector<SeedRows> &others,
                                    const std::vector<Group> &groups, const EvaluationSettings &settings, const std::stop_token &stop)
{
    if (!first.scored || others.empty())
        return std::nullopt;
    std::vector<ClassifierResult> all{first};
    std::vector<std::uint64_t> seeds{first_seed};
    FairnessOptions options;
    options.threshold = first.fairness.threshold;
    for (const SeedRows &other : others) {
        if (!other.scored || !same_rows(*first.scored, *other.scored))
            return std::nullopt;
        all.push_back(judge_predictions(other.scored, groups, options));
        seeds.push_back(other.seed);
    }
    std::vector<ClassifierResult *> results;
    for (ClassifierResult &result : all)
        results.push_back(&result);
    const DecisionBootstrap bootstrap = draw(results, groups.size(), settings, stop);
    OverSeeds out;
    for (std::size_t k = 0; k < all.size(); ++k) {
        add_intervals(all[k], groups, bootstrap, k);
        const Fairness &f = all[k].fairness;
        out.each.push_back({seeds[k], f.dpr, f.eor, f.dpd, f.eod, all[k].utility.accuracy, all[k].utility.f1});
    }
    struct Figure {
        DecisionFigure figure;
        Metric SeedFigures::*of_seed;
        Metric OverSeeds::*mean;
        double OverSeeds::*sd;
    };
    const Figure figures[] = {{DecisionFigure::dpr, &SeedFigures::dpr, &OverSeeds::dpr, &OverSeeds::dpr_sd},
                              {DecisionFigure::eor, &SeedFigures::eor, &OverSeeds::eor, &OverSeeds::eor_sd},
                              {DecisionFigure::dpd, &SeedFigures::dpd, &OverSeeds::dpd, &OverSeeds::dpd_sd},
                              {DecisionFigure::eod, &SeedFigures::eod, &OverSeeds::eod, &OverSeeds::eod_sd},
                              {DecisionFigure::accuracy, &SeedFigures::accuracy, &OverSeeds::accuracy, &OverSeeds::accuracy_sd},
                              {DecisionFigure::f1, &SeedFigures::f1, &OverSeeds::f1, &OverSeeds::f1_sd}};
    for (const Figure &f : figures) {
        std::vector<double> values;
        std::vector<std::vector<double>> draws;
        for (std::size_t k = 0; k < all.size(); ++k) {
            values.push_back(value_or_nan(out.each[k].*f.of_seed));
            draws.push_back(bootstrap.values(k, f.figure));
        }
        out.*f.mean = mean_over_seeds(values, draws, settings.level, derive_seed(settings.seed, "seeds drawn"));
        if (out.*f.mean)
            out.*f.sd = deviation(values);
    }
    return out;
}

ClassifierResult judge_anew(const ClassifierResult &judged, const std::vector<Group> &groups, const FairnessOptions &options,
                            const EvaluationSettings &settings, const std::stop_token &stop)
{
    ClassifierResult out = judge_predictions(judged.scored, groups, options);
    if (settings.bootstrap > 0 && options.level > 0 && judged.scored->rows() > 0)
        add_intervals(out, groups, draw({&out}, groups.size(), settings, stop), 0);
    return out;
}

} // namespace fairloom
