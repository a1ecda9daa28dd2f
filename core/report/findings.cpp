#include "core/report/findings.h"

#include <algorithm>
#include <cmath>

namespace fairloom {

namespace {

const ClassifierResult *first_classifier(const RunResult &result, const std::string &source, const std::string &protocol)
{
    const SourceResult *found = result.source(source);
    if (!found)
        return nullptr;
    const auto results = found->protocols.find(protocol);
    if (results == found->protocols.end() || results->second.empty())
        return nullptr;
    for (const char *classifier : {"xgboost", "logistic", "cnn"})
        if (const auto entry = results->second.find(classifier); entry != results->second.end())
            return &entry->second;
    return &results->second.begin()->second;
}

/// Groups with the lowest and the highest selection rate; null if fewer than two have one.
struct Extremes {
    const GroupRates *lowest = nullptr, *highest = nullptr;
};

template <typename Rate>
Extremes extremes(const Fairness &fairness, Rate rate)
{
    Extremes out;
    for (const GroupRates &group : fairness.groups) {
        const Metric &value = group.*rate;
        if (!value)
            continue;
        if (!out.lowest || *value.value < *((*out.lowest).*rate).value)
            out.lowest = &group;
        if (!out.highest || *value.value > *((*out.highest).*rate).value)
            out.highest = &group;
    }
    return out;
}

/// Which group is selected how often, of the run's own seed.
Message parity_sentence(const Fairness &fairness, const ClassifierResult *real, const std::string &source)
{
    const Extremes rates = extremes(fairness, &GroupRates::selection_rate);
    if (!rates.lowest || !rates.highest)
        return {};
    if (*rates.lowest->selection_rate.value == *rates.highest->selection_rate.value)
        return FAIRLOOM_TEXT("A classifier trained on the generated rows selects all groups equally often, measured on held-out real rows");
    // a comparison with the 80 % rule must still show in the rounded number
    const double dpr = *fairness.dpr.value;
    int decimals = 0;
    while (decimals < 4 && dpr != 0.8 && percent_text(dpr, decimals) == percent_text(0.8))
        ++decimals;
    std::vector<std::string> args = {rates.lowest->group.name, percent_text(dpr, decimals), rates.highest->group.name};
    if (!real || !real->fairness.dpr)
        return {FAIRLOOM_TEXT("A classifier trained on the generated rows selects the group \"%1\" at %2 of the rate of "
                              "\"%3\", measured on held-out real rows"),
                args};
    args.push_back(percent_text(*real->fairness.dpr.value));
    return {source == "student"    ? FAIRLOOM_TEXT("A classifier trained on the student's rows selects the group \"%1\" at %2 of "
                                                "the rate of \"%3\", measured on held-out real rows; trained on the real "
                                                "rows, the least selected group stands at %4")
            : source == "imported" ? FAIRLOOM_TEXT("A classifier trained on the imported rows selects the group \"%1\" at %2 of "
                                                   "the rate of \"%3\", measured on held-out real rows; trained on the real "
                                                   "rows, the least selected group stands at %4")
            : source == "rival" ? FAIRLOOM_TEXT("A classifier trained on the other method's rows selects the group \"%1\" at %2 of "
                                                "the rate of \"%3\", measured on held-out real rows; trained on the real "
                                                "rows, the least selected group stands at %4")
                                   : FAIRLOOM_TEXT("A classifier trained on the teacher's rows selects the group \"%1\" at %2 of "
                                                   "the rate of \"%3\", measured on held-out real rows; trained on the real "
                                                   "rows, the least selected group stands at %4"),
            args};
}

/// Whether `dpr` keeps the 80 % rule, and how sure that is.
Message rule_sentence(const Metric &dpr)
{
    if (!dpr.interval)
        return *dpr.value >= 0.8 ? FAIRLOOM_TEXT("That meets the 80 % rule; no interval was computed")
                                 : FAIRLOOM_TEXT("That misses the 80 % rule; no interval was computed");
    const Interval &interval = *dpr.interval;
    const std::vector<std::string> range = {percent_text(interval.level), percent_text(interval.low), percent_text(interval.high)};
    const bool seeds = interval.resampled != "test rows"; // an argument would not be translated
    switch (four_fifths(dpr)) {
    case FourFifths::met:
        return {seeds ? FAIRLOOM_TEXT("That meets the 80 % rule, and so does its whole %1 interval from %2 to %3 over test rows and seeds")
                      : FAIRLOOM_TEXT("That meets the 80 % rule, and so does its whole %1 interval from %2 to %3 over test rows"),
                range};
    case FourFifths::missed:
        return {seeds ? FAIRLOOM_TEXT("That misses the 80 % rule, and so does its whole %1 interval from %2 to %3 over test rows and seeds")
                      : FAIRLOOM_TEXT("That misses the 80 % rule, and so does its whole %1 interval from %2 to %3 over test rows"),
                range};
    default:
        return {seeds ? FAIRLOOM_TEXT("Whether that meets the 80 % rule is not settled: its %1 interval runs from %2 to %3 over test rows and seeds")
                      : FAIRLOOM_TEXT("Whether that meets the 80 % rule is not settled: its %1 interval runs from %2 to %3 over test rows"),
                range};
    }
}

void add_parity(const ClassifierResult &figures, const ClassifierResult *real, const std::string &source, std::vector<Message> &out)
{
    const Fairness &fairness = figures.fairness;
    if (!fairness.dpr) {
        // two sentences, so that the reason can be translated
        out.emplace_back(FAIRLOOM_TEXT("The demographic parity ratio of the generated rows is undefined"));
        if (!fairness.dpr.undefined.empty())
            out.push_back(fairness.dpr.undefined);
        return;
    }
    Message sentence = parity_sentence(fairness, real, source);
    if (sentence.empty())
        return;
    out.push_back(std::move(sentence));
    if (figures.over_seeds && figures.over_seeds->dpr) {
        const OverSeeds &over = *figures.over_seeds;
        out.emplace_back(FAIRLOOM_TEXT("Over %1 trainings that differ in their seed alone, the ratio is %2 on average, with a standard deviation of %3"),
                         std::vector{std::to_string(over.each.size()), percent_text(*over.dpr.value, 1), percent_text(over.dpr_sd, 1)});
        out.push_back(rule_sentence(over.dpr));
    } else {
        out.push_back(rule_sentence(fairness.dpr));
    }
}

void add_accuracy(const Utility &utility, const ClassifierResult *real, std::vector<Message> &out)
{
    if (!utility.accuracy)
        return;
    const double accuracy = *utility.accuracy.value;
    if (real && real->utility.accuracy) {
        const double difference = 100 * (accuracy - *real->utility.accuracy.value);
        out.emplace_back(difference < 0 ? FAIRLOOM_TEXT("Its accuracy is %1, %2 points below that of training on the real rows; "
                                                        "always giving the more frequent answer would reach %3")
                                        : FAIRLOOM_TEXT("Its accuracy is %1, %2 points above that of training on the real rows; "
                                                        "always giving the more frequent answer would reach %3"),
                         std::vector{percent_text(accuracy, 1), to_text(std::fabs(difference), 1),
                                     percent_text(utility.majority_accuracy, 1)});
    } else {
        out.emplace_back(FAIRLOOM_TEXT("Its accuracy is %1; always giving the more frequent answer would reach %2"),
                         std::vector{percent_text(accuracy, 1), percent_text(utility.majority_accuracy, 1)});
    }
}

void add_odds(const Fairness &fairness, std::vector<Message> &out)
{
    const Extremes tpr = extremes(fairness, &GroupRates::tpr), base = extremes(fairness, &GroupRates::base_rate);
    if (!tpr.lowest || !tpr.highest || tpr.lowest == tpr.highest || !base.lowest || !base.highest)
        return;
    out.emplace_back(FAIRLOOM_TEXT("Of the real rows with the favourable label it finds %1 in \"%2\" and %3 in \"%4\"; the groups' "
                                   "base rates in the test rows run from %5 to %6, and where they differ, equal selection drives "
                                   "these rates apart"),
                     std::vector{percent_text(*tpr.lowest->tpr.value), tpr.lowest->group.name,
                                 percent_text(*tpr.highest->tpr.value), tpr.highest->group.name,
                                 percent_text(*base.lowest->base_rate.value), percent_text(*base.highest->base_rate.value)});
}

void add_control(const RunResult &result, const Fairness &fairness, std::vector<Message> &out)
{
    const ClassifierResult *control = headline(result, "control_independent");
    if (control && control->fairness.dpr && fairness.dpr) {
        out.emplace_back(FAIRLOOM_TEXT("The same pipeline without the fairness term reaches a demographic parity ratio of %1; only "
                                       "the step from there to %2 may be credited to the fairness term"),
                         std::vector{to_text(*control->fairness.dpr.value, 2), to_text(*fairness.dpr.value, 2)});
    } else if (!control && !imports_only(result) && !result.rival) {
        out.emplace_back(FAIRLOOM_TEXT("No control was trained, so no gain in fairness may be credited to the fairness term; train "
                                       "with --controls to find out"));
    }
}

void add_quality(const SourceResult &source, std::vector<Message> &out)
{
    if (!source.quality)
        return;
    out.emplace_back(FAIRLOOM_TEXT("Coverage is %1: so many of the real training rows have a generated row in their "
                                   "neighbourhood; density is %2, where 1 means as close together as real rows"),
                     std::vector{percent_text(source.quality->train.coverage), to_text(source.quality->train.density, 2)});
}

void add_leakage(const SourceResult &source, std::vector<Message> &out)
{
    if (!source.leakage.latent || !source.leakage.latent->auroc)
        return;
    const ProbeResult &probe = *source.leakage.latent;
    // a comparison must still show in the rounded numbers
    const int decimals = to_text(*probe.auroc.value, 2) == to_text(probe.null_high, 2) ? 3 : 2;
    const std::vector<std::string> figures = {to_text(*probe.auroc.value, decimals), to_text(probe.null_low, decimals),
                                              to_text(probe.null_high, decimals)};
    if (*probe.auroc.value <= probe.null_high)
        out.emplace_back(FAIRLOOM_TEXT("A linear probe does no better than chance at telling the group from the latents of held-out "
                                       "rows: AUROC %1, where chance lies between %2 and %3"),
                         figures);
    else
        out.emplace_back(FAIRLOOM_TEXT("A linear probe can still tell the group from the latents of held-out rows to some degree: "
                                       "AUROC %1, where chance lies between %2 and %3"),
                         figures);
}

void add_counterpart(const RunResult &result, const std::string &name, std::vector<Message> &out)
{
    const ClassifierResult *model = headline_counterpart(result, name), *real = headline_counterpart(result, "real");
    if (!model || !model->fairness.dpr || !model->utility.accuracy)
        return;
    std::vector<std::string> figures = {to_text(*model->fairness.dpr.value, 2), percent_text(*model->utility.accuracy.value, 1)};
    if (real && real->fairness.dpr && real->utility.accuracy) {
        figures.insert(figures.end(), {to_text(*real->fairness.dpr.value, 2), percent_text(*real->utility.accuracy.value, 1)});
        out.emplace_back(FAIRLOOM_TEXT("On test rows without the bias that was built into the data, its demographic parity ratio is %1 and its "
                                       "accuracy %2; trained on the real rows they are %3 and %4"),
                         figures);
    } else {
        out.emplace_back(FAIRLOOM_TEXT("On test rows without the bias that was built into the data, its demographic parity ratio is %1 and its "
                                       "accuracy %2"),
                         figures);
    }
}

void add_memorisation(const SourceResult &source, std::vector<Message> &out)
{
    if (!source.memorisation)
        return;
    const Memorisation &m = *source.memorisation;
    out.emplace_back(FAIRLOOM_TEXT("Of the generated pictures, %1 come nearer to a training picture than 99 % of held-out pictures do; %2 are "
                                   "copies of one"),
                     std::vector{percent_text(m.near, 1), percent_text(m.copies, 1)});
}

} // namespace

std::string percent_text(double share, int decimals) { return to_text(100 * share, decimals) + " %"; }

std::string headline_protocol(const std::string &source) { return source == "real" ? "trtr" : "tstr"; }

std::string generated_source_name(const RunResult &result)
{
    for (const std::string &candidate : generated_sources())
        if (headline(result, candidate))
            return candidate;
    return {};
}

bool imports_only(const RunResult &result) { return result.generated_source() == "imported"; }

const ClassifierResult *headline(const RunResult &result, const std::string &source)
{
    return first_classifier(result, source, headline_protocol(source));
}

const ClassifierResult *headline_counterpart(const RunResult &result, const std::string &source)
{
    return first_classifier(result, source, headline_protocol(source) + "_counterpart");
}

std::vector<Message> main_findings(const RunResult &result)
{
    std::vector<Message> out;
    if (result.state == "stopped")
        out.emplace_back(FAIRLOOM_TEXT("The run was stopped before its end; these are the parts that were finished"));
    else if (result.state == "failed")
        out.emplace_back(FAIRLOOM_TEXT("The run failed; these are the parts that were finished"));
    const std::string name = generated_source_name(result);
    if (name.empty()) {
        out.emplace_back(FAIRLOOM_TEXT("Generated rows were not evaluated"));
        return out;
    }
    const SourceResult *source = result.source(name);
    const ClassifierResult &figures = *headline(result, name);
    const ClassifierResult *real = headline(result, "real");
    add_parity(figures, real, name, out);
    add_accuracy(figures.utility, real, out);
    add_odds(figures.fairness, out);
    add_counterpart(result, name, out);
    add_control(result, figures.fairness, out);
    add_quality(*source, out);
    add_memorisation(*source, out);
    add_leakage(*source, out);
    for (const std::vector<Message> &more : {explanation_findings(result), privacy_findings(result)})
        out.insert(out.end(), more.begin(), more.end());
    return out;
}

std::vector<Message> privacy_caveats(const RunResult &result)
{
    std::vector<Message> out;
    const bool own = !imports_only(result) && !result.rival; // nobody knows how others' rows were made
    const std::string method = result.rival ? result.rival->method : "";
    if (method == "reweighing" || method == "correlation-remover")
        out.emplace_back(FAIRLOOM_TEXT("These are the real rows themselves, drawn anew or changed: they are personal data as the original is"));
    if (method == "vae" || method == "fairdisco" || (own && effective_sampler(result.settings) == "posterior"))
        out.emplace_back(FAIRLOOM_TEXT("The generated rows are not anonymous: the posterior sampler derives each of them from one "
                                       "real person's row. Handle them as you handle the original data, or generate with the "
                                       "mixture sampler"));
    if (own && result.settings.keep_latents)
        out.emplace_back(FAIRLOOM_TEXT("The model holds the training rows' latents: it is personal data"));
    out.emplace_back(FAIRLOOM_TEXT("Nothing in this report bounds how well somebody could find out whether a person was among the "
                                   "training rows"));
    return out;
}

} // namespace fairloom
