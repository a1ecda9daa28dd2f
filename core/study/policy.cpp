#include "core/study/policy.h"

#include "core/metrics/intervals.h"
#include "core/study/run_result.h"

#include <algorithm>
#include <functional>

namespace fairloom {

namespace {

/// Why a figure is not there at all.
constexpr const char *figure_not_computed = FAIRLOOM_TEXT("it was not computed");

Metric absent() { return Metric::undefined_because(figure_not_computed); }

const SourceResult *source_of(const RunResult &result, PolicyLimit &limit)
{
    if (!limit.source.empty())
        return result.source(limit.source);
    limit.source = result.generated_source();
    return result.source(limit.source);
}

const ClassifierResult *classifier_of(const SourceResult &source, PolicyLimit &limit)
{
    const std::string protocol = limit.source == "real" && limit.protocol == "tstr" ? "trtr" : limit.protocol;
    const auto judged = source.protocols.find(protocol);
    if (judged == source.protocols.end())
        return nullptr;
    if (limit.classifier.empty())
        for (const char *candidate : {"xgboost", "logistic", "cnn"})
            if (judged->second.contains(candidate)) {
                limit.classifier = candidate;
                break;
            }
    const auto found = judged->second.find(limit.classifier);
    return found == judged->second.end() ? nullptr : &found->second;
}

Metric with_interval(double value, const std::optional<Interval> &interval)
{
    Metric out(value);
    out.interval = interval;
    return out;
}

using OfJudged = std::function<Metric(const ClassifierResult &)>;
using OfGroup = Metric GroupRates::*;
using OfSource = std::function<Metric(const SourceResult &)>;

/// How a figure is found: among what a classifier did, for all or for a group, or among what was found out about the rows.
struct Entry {
    PolicyFigure figure;
    OfJudged of_judged;
    OfGroup of_group = nullptr;
    OfSource of_source;
};

/// Means over seeds, whose intervals take them in, come first.
OfJudged headline(Metric OverSeeds::*over, std::function<Metric(const ClassifierResult &)> single)
{
    return [over, single](const ClassifierResult &r) { return r.over_seeds ? (*r.over_seeds).*over : single(r); };
}
OfJudged fairness(Metric Fairness::*member)
{
    return [member](const ClassifierResult &r) { return r.fairness.*member; };
}
OfJudged utility(Metric Utility::*member)
{
    return [member](const ClassifierResult &r) { return r.utility.*member; };
}
template <typename Part>
OfSource of(std::optional<Part> SourceResult::*part, std::function<Metric(const Part &)> figure)
{
    return [part, figure](const SourceResult &s) { return s.*part ? figure(*(s.*part)) : absent(); };
}

std::vector<Entry> decision_entries()
{
    return {{{"dpr", FAIRLOOM_TEXT("demographic parity ratio")}, headline(&OverSeeds::dpr, fairness(&Fairness::dpr)), nullptr, {}},
            {{"eor", FAIRLOOM_TEXT("equalized odds ratio")}, headline(&OverSeeds::eor, fairness(&Fairness::eor)), nullptr, {}},
            {{"dpd", FAIRLOOM_TEXT("demographic parity difference")}, headline(&OverSeeds::dpd, fairness(&Fairness::dpd)), nullptr, {}},
            {{"eod", FAIRLOOM_TEXT("equalized odds difference")}, headline(&OverSeeds::eod, fairness(&Fairness::eod)), nullptr, {}},
            {{"eopr", FAIRLOOM_TEXT("equal opportunity ratio")}, fairness(&Fairness::eopr), nullptr, {}},
            {{"eopd", FAIRLOOM_TEXT("equal opportunity difference")}, fairness(&Fairness::eopd), nullptr, {}},
            {{"accuracy", FAIRLOOM_TEXT("accuracy, of a group if one is named")}, headline(&OverSeeds::accuracy, utility(&Utility::accuracy)), &GroupRates::accuracy, {}},
            {{"precision", FAIRLOOM_TEXT("precision, of a group if one is named")}, utility(&Utility::precision), &GroupRates::precision, {}},
            {{"recall", FAIRLOOM_TEXT("recall")}, utility(&Utility::recall), &GroupRates::tpr, {}},
            {{"f1", FAIRLOOM_TEXT("F1")}, headline(&OverSeeds::f1, utility(&Utility::f1)), nullptr, {}},
            {{"auroc", FAIRLOOM_TEXT("area under the ROC curve, of a group if one is named")}, utility(&Utility::auroc), &GroupRates::auroc, {}},
            {{"base_rate", FAIRLOOM_TEXT("base rate of a group")}, {}, &GroupRates::base_rate, {}},
            {{"selection_rate", FAIRLOOM_TEXT("selection rate of a group")}, {}, &GroupRates::selection_rate, {}},
            {{"tpr", FAIRLOOM_TEXT("true-positive rate of a group")}, {}, &GroupRates::tpr, {}},
            {{"fpr", FAIRLOOM_TEXT("false-positive rate of a group")}, {}, &GroupRates::fpr, {}},
            {{"fnr", FAIRLOOM_TEXT("false-negative rate of a group")}, {}, &GroupRates::fnr, {}},
            {{"calibration", FAIRLOOM_TEXT("mean probability less base rate of a group")}, {}, &GroupRates::calibration, {}},
            {{"calibration_error", FAIRLOOM_TEXT("expected calibration error of a group")}, {}, &GroupRates::calibration_error, {}}};
}

std::vector<Entry> source_entries()
{
    const auto privacy = [](auto figure) { return of<PrivacyResult>(&SourceResult::privacy, [figure](const PrivacyResult &p) { return Metric(figure(p)); }); };
    const auto support = [](double SupportQuality::*member) {
        return of<SupportQuality>(&SourceResult::support, [member](const SupportQuality &s) { return Metric(s.*member); });
    };
    const auto leakage = [](std::optional<ProbeResult> LeakageResult::*member) {
        return [member](const SourceResult &s) { return s.leakage.*member ? (s.leakage.*member)->auroc : absent(); };
    };
    return {{{"density", FAIRLOOM_TEXT("density")}, {}, nullptr,
             of<QualityResult>(&SourceResult::quality, [](const QualityResult &q) { return with_interval(q.train.density, q.density_interval); })},
            {{"coverage", FAIRLOOM_TEXT("coverage")}, {}, nullptr,
             of<QualityResult>(&SourceResult::quality, [](const QualityResult &q) { return with_interval(q.train.coverage, q.coverage_interval); })},
            {{"alpha_precision", FAIRLOOM_TEXT("alpha-precision")}, {}, nullptr, support(&SupportQuality::alpha_precision)},
            {{"beta_recall", FAIRLOOM_TEXT("beta-recall")}, {}, nullptr, support(&SupportQuality::beta_recall)},
            {{"authenticity", FAIRLOOM_TEXT("authenticity")}, {}, nullptr, support(&SupportQuality::authenticity)},
            {{"two_sample_auroc", FAIRLOOM_TEXT("AUROC of telling generated rows from real ones")}, {}, nullptr,
             of<TwoSampleTest>(&SourceResult::two_sample, [](const TwoSampleTest &t) { return t.auroc; })},
            {{"marginal_distance", FAIRLOOM_TEXT("mean total variation of the columns")}, {}, nullptr,
             of<MarginalResult>(&SourceResult::marginals, [](const MarginalResult &m) { return Metric(m.mean); })},
            {{"auroc_latent", FAIRLOOM_TEXT("AUROC of the group from the latent")}, {}, nullptr, leakage(&LeakageResult::latent)},
            {{"auroc_source", FAIRLOOM_TEXT("AUROC of the source row's group from the generated row")}, {}, nullptr, leakage(&LeakageResult::source)},
            {{"auroc_features", FAIRLOOM_TEXT("AUROC of the group from the features")}, {}, nullptr, leakage(&LeakageResult::features)},
            {{"exact_copies", FAIRLOOM_TEXT("share of exact copies of training rows")}, {}, nullptr, privacy([](const PrivacyResult &p) { return p.all.exact_copies; })},
            {{"identifiability", FAIRLOOM_TEXT("share of training rows with a generated row nearer than any other training row")}, {}, nullptr,
             privacy([](const PrivacyResult &p) { return p.all.identifiability; })},
            {{"linkage", FAIRLOOM_TEXT("rate at which generated rows are linked back to their source")}, {}, nullptr,
             privacy([](const PrivacyResult &p) { return p.all.linkage; })},
            {{"attack_auroc", FAIRLOOM_TEXT("AUROC of the membership-inference attack")}, {}, nullptr, privacy([](const PrivacyResult &p) { return p.attack.auroc; })},
            {{"attack_advantage", FAIRLOOM_TEXT("advantage of the membership-inference attack")}, {}, nullptr,
             privacy([](const PrivacyResult &p) { return p.attack.advantage; })},
            {{"dcr_median", FAIRLOOM_TEXT("median distance to the closest training record")}, {}, nullptr, privacy([](const PrivacyResult &p) { return p.all.dcr_median; })},
            {{"changed", FAIRLOOM_TEXT("share of decisions that another group's value would change")}, {}, nullptr,
             of<Explanation>(&SourceResult::explanation, [](const Explanation &e) { return e.changed; })}};
}

const std::vector<Entry> &entries()
{
    static const std::vector<Entry> all = [] {
        std::vector<Entry> out = decision_entries(), more = source_entries();
        out.insert(out.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
        return out;
    }();
    return all;
}

/// Settles what the limit leaves open, so that the outcome says what was looked at.
Metric find_figure(const RunResult &result, PolicyLimit &limit)
{
    const auto entry = std::find_if(entries().begin(), entries().end(), [&](const Entry &e) { return e.figure.key == limit.figure; });
    const SourceResult *source = source_of(result, limit);
    if (entry == entries().end() || !source)
        return Metric::undefined_because(FAIRLOOM_TEXT("there are no such rows in this run"));
    if (entry->of_source) {
        limit.protocol.clear();
        limit.classifier.clear();
        return entry->of_source(*source);
    }
    const ClassifierResult *judged = classifier_of(*source, limit);
    if (!judged)
        return absent();
    if (limit.group.empty())
        return entry->of_judged ? entry->of_judged(*judged) : Metric::undefined_because(FAIRLOOM_TEXT("it is a figure of a group, and none is named"));
    if (!entry->of_group)
        return Metric::undefined_because(FAIRLOOM_TEXT("it is no figure of a single group"));
    std::vector<const Fairness *> tables{&judged->fairness};
    for (const ColumnFairness &column : judged->by_column)
        tables.push_back(&column.fairness);
    for (const Fairness *table : tables)
        for (const GroupRates &rates : table->groups)
            if (rates.group.name == limit.group)
                return rates.*(entry->of_group);
    return Metric::undefined_because(Message(FAIRLOOM_TEXT("there is no group “%1”"), {limit.group}));
}

bool keeps(const PolicyLimit &limit, double at_lowest, double at_highest)
{
    return (!limit.at_least || at_lowest >= *limit.at_least) && (!limit.at_most || at_highest <= *limit.at_most);
}

} // namespace

const std::vector<PolicyFigure> &policy_figures()
{
    static const std::vector<PolicyFigure> figures = [] {
        std::vector<PolicyFigure> out;
        for (const Entry &entry : entries())
            out.push_back(entry.figure);
        return out;
    }();
    return figures;
}

PolicyResult check_policy(const Policy &policy, const RunResult &result)
{
    PolicyResult out;
    out.name = policy.name;
    for (const PolicyLimit &limit : policy.limits) {
        PolicyOutcome outcome;
        outcome.limit = limit;
        outcome.figure = find_figure(result, outcome.limit);
        if (!outcome.figure) {
            outcome.reason = outcome.figure.undefined.empty() ? Message(figure_not_computed) : outcome.figure.undefined;
        } else if (!limit.confidence) {
            outcome.met = keeps(limit, *outcome.figure.value, *outcome.figure.value);
            outcome.reason = Message(outcome.met ? FAIRLOOM_TEXT("%1 keeps the limit") : FAIRLOOM_TEXT("%1 does not keep the limit"), {to_text(*outcome.figure.value)});
        } else if (!outcome.figure.interval) {
            outcome.reason = FAIRLOOM_TEXT("no interval was computed, so nothing can be said with confidence");
        } else {
            const double low = *lower_bound(outcome.figure, *limit.confidence), high = *upper_bound(outcome.figure, *limit.confidence);
            outcome.met = keeps(limit, low, high);
            outcome.bound = limit.at_least ? low : high;
            outcome.reason = Message(outcome.met ? FAIRLOOM_TEXT("%1, one-sided bound %2, keeps the limit") : FAIRLOOM_TEXT("%1, one-sided bound %2, does not keep the limit"),
                                     {to_text(*outcome.figure.value), to_text(*outcome.bound)});
        }
        out.outcomes.push_back(std::move(outcome));
    }
    return out;
}

bool PolicyResult::met() const { return met_count() == outcomes.size(); }

std::size_t PolicyResult::met_count() const
{
    return static_cast<std::size_t>(std::count_if(outcomes.begin(), outcomes.end(), [](const PolicyOutcome &o) { return o.met; }));
}

} // namespace fairloom
