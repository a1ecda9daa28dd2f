#include "core/study/source_json_reader.h"

#include <algorithm>

namespace fairloom {

namespace {

GroupRates read_group(const JsonPart &part)
{
    GroupRates out;
    out.group = {part.text("group"), part.named_texts("values")};
    out.n = part.count("n");
    if (const auto counts = part.part("counts"))
        out.counts = {counts->count("tp"), counts->count("fp"), counts->count("tn"), counts->count("fn")};
    out.base_rate = part.metric("base_rate");
    out.selection_rate = part.metric("selection_rate");
    out.tpr = part.metric("tpr");
    out.fpr = part.metric("fpr");
    out.fnr = part.metric("fnr");
    out.precision = part.metric("precision");
    out.accuracy = part.metric("accuracy");
    out.auroc = part.metric("auroc");
    out.calibration = part.metric("calibration");
    out.calibration_error = part.metric("calibration_error");
    out.small = part.flag("small");
    if (const auto against = part.part("against_reference"))
        out.against = AgainstReference{against->metric("selection_difference"), against->metric("tpr_difference"), against->metric("fpr_difference"),
                                       against->metric("selection_log_ratio"),  against->metric("tpr_log_ratio"),  against->metric("fpr_log_ratio")};
    return out;
}

/// Older files do not name it; it was the group with most rows then.
std::size_t reference_of(const JsonPart &part, const std::vector<GroupRates> &groups)
{
    if (!part.has("reference"))
        return static_cast<std::size_t>(std::max_element(groups.begin(), groups.end(), [](const auto &a, const auto &b) { return a.n < b.n; }) - groups.begin());
    const std::string name = part.text("reference");
    const auto found = std::find_if(groups.begin(), groups.end(), [&](const GroupRates &rates) { return rates.group.name == name; });
    if (found == groups.end())
        part.refuse("reference", Message(FAIRLOOM_TEXT("There is no group “%1”"), {name}), FAIRLOOM_TEXT("Name one of “groups”"));
    return static_cast<std::size_t>(found - groups.begin());
}

Fairness read_fairness(const JsonPart &part)
{
    Fairness out;
    out.dpr = part.metric("dpr");
    out.eor = part.metric("eor");
    out.dpd = part.metric("dpd");
    out.eod = part.metric("eod");
    out.eopr = part.metric("eopr");
    out.eopd = part.metric("eopd");
    out.fairlearn = {part.optional_number("dpr_fairlearn"), part.optional_number("eor_fairlearn"), part.optional_number("dpd_fairlearn"),
                     part.optional_number("eod_fairlearn")};
    out.threshold = part.number("threshold", 0.5);
    for (const JsonPart &group : part.list("groups"))
        out.groups.push_back(read_group(group));
    out.reference = reference_of(part, out.groups);
    return out;
}

Utility read_utility(const JsonPart &part)
{
    Utility out;
    out.accuracy = part.metric("accuracy");
    out.precision = part.metric("precision");
    out.recall = part.metric("recall");
    out.f1 = part.metric("f1");
    out.auroc = part.metric("auroc");
    out.majority_accuracy = part.number("majority_accuracy");
    return out;
}

OverSeeds read_over_seeds(const JsonPart &part)
{
    OverSeeds out;
    const auto read = [&](const char *name, Metric &mean, double &sd) {
        mean = part.metric(name);
        sd = part.number(std::string(name) + "_sd", 0);
    };
    read("dpr", out.dpr, out.dpr_sd);
    read("eor", out.eor, out.eor_sd);
    read("dpd", out.dpd, out.dpd_sd);
    read("eod", out.eod, out.eod_sd);
    read("accuracy", out.accuracy, out.accuracy_sd);
    read("f1", out.f1, out.f1_sd);
    for (const JsonPart &seed : part.list("each"))
        out.each.push_back({seed.seed("seed"), seed.metric("dpr"), seed.metric("eor"), seed.metric("dpd"), seed.metric("eod"), seed.metric("accuracy"),
                            seed.metric("f1")});
    return out;
}

ProtocolResult read_classifiers(const JsonPart &part)
{
    ProtocolResult out;
    for (const auto &[name, classifier] : part.parts()) {
        ClassifierResult result;
        if (const auto fairness = classifier.part("fairness"))
            result.fairness = read_fairness(*fairness);
        if (const auto utility = classifier.part("utility"))
            result.utility = read_utility(*utility);
        if (const auto columns = classifier.part("by_column"))
            for (const auto &[column, fairness] : columns->parts())
                result.by_column.push_back({column, read_fairness(fairness)});
        if (const auto over = classifier.part("over_seeds"))
            result.over_seeds = read_over_seeds(*over);
        out[name] = std::move(result);
    }
    return out;
}

std::optional<RepresentationResult> read_representation(const JsonPart &part)
{
    RepresentationResult out{part.metric("accuracy"), part.metric("dpr"), part.metric("eor"), {}};
    if (const auto classifiers = part.part("classifiers"))
        out.classifiers = read_classifiers(*classifiers);
    else if (!out.accuracy && !out.dpr && !out.eor)
        return std::nullopt;
    return out;
}

Quality read_quality_numbers(const JsonPart &part)
{
    Quality out;
    out.density = part.number("density");
    out.coverage = part.number("coverage");
    out.precision = part.number("precision");
    out.recall = part.number("recall");
    out.k = part.small_count("k");
    out.n_synthetic = part.count("n");
    out.n_real = part.count("n_real");
    return out;
}

std::optional<QualityResult> read_quality(const JsonPart &part)
{
    if (!part.has("holdout") && !part.has("density"))
        return std::nullopt;
    QualityResult out{read_quality_numbers(part), {}, part.interval("density"), part.interval("coverage")};
    if (const auto holdout = part.part("holdout"))
        out.holdout = read_quality_numbers(*holdout);
    return out;
}

/// A probe that found nothing says why; where there was none, the reason is the general one.
std::optional<ProbeResult> read_probe(const JsonPart &part, const std::string &name)
{
    ProbeResult out;
    out.auroc = part.metric(name);
    if (!out.auroc && out.auroc.undefined.empty())
        return std::nullopt;
    if (const auto range = part.part(name + "_null")) {
        out.null_low = range->number("lo", 0.5);
        out.null_high = range->number("hi", 0.5);
    }
    out.p_value = part.number(name + "_p", 1);
    return out;
}

std::optional<DistanceCorrelation> read_correlation(const JsonPart &part, const std::string &name)
{
    if (!part.has(name) && !part.mentions(name + "_n"))
        return std::nullopt;
    return DistanceCorrelation{part.number(name), part.number(name + "_p", 1), part.count(name + "_n")};
}

LeakageResult read_leakage(const JsonPart &part)
{
    return {read_probe(part, "auroc_latent"), read_probe(part, "auroc_features"), read_probe(part, "auroc_source"),
            read_correlation(part, "distance_correlation"), read_correlation(part, "distance_correlation_features")};
}

PrivacyFigures read_figures(const JsonPart &part)
{
    PrivacyFigures out;
    out.dcr_median = part.number("dcr_median");
    out.dcr_median_holdout = part.number("dcr_median_holdout");
    out.dcr_low = part.number("dcr_low");
    out.dcr_low_holdout = part.number("dcr_low_holdout");
    out.nndr_median = part.number("nndr_median");
    out.nndr_median_holdout = part.number("nndr_median_holdout");
    out.exact_copies = part.metric("exact_copies");
    out.exact_copies_holdout = part.metric("exact_copies_holdout");
    out.identifiability = part.metric("identifiability");
    out.identifiability_holdout = part.metric("identifiability_holdout");
    out.linkage = part.metric("linkage");
    out.linkage_chance = part.number("linkage_chance");
    out.n = part.count("n");
    out.n_train = part.count("n_train");
    out.n_holdout = part.count("n_holdout");
    return out;
}

MembershipAttack read_attack(const std::optional<JsonPart> &part)
{
    if (!part)
        return {};
    return {part->metric("auroc"), part->metric("advantage"), part->number("threshold"), part->count("members"), part->count("non_members")};
}

Memorisation read_memorisation(const JsonPart &part)
{
    Memorisation out;
    out.median = part.number("dcr_median");
    out.median_holdout = part.number("dcr_median_holdout");
    out.median_ratio = part.number("nndr_median");
    out.limit = part.number("near_limit");
    out.near = part.number("near_copies");
    out.near_holdout = part.number("near_copies_holdout");
    out.copies = part.number("exact_copies");
    out.copies_holdout = part.number("exact_copies_holdout");
    out.generated = part.count("n");
    out.train = part.count("n_train");
    out.holdout = part.count("n_holdout");
    return out;
}

/// Rows' figures, with those of pictures beside them, or those of pictures in their place (privacy_json()).
void read_privacy(const JsonPart &part, SourceResult &source)
{
    if (part.mentions("near_limit")) {
        source.memorisation = read_memorisation(part);
        return;
    }
    if (!part.mentions("attack") && !part.has("dcr_median"))
        return;
    PrivacyResult out;
    out.all = out.without = read_figures(part);
    out.attack = out.attack_without = read_attack(part.part("attack"));
    out.attack_sources = read_attack(part.part("attack_sources"));
    out.near_unique = part.texts("near_unique_columns");
    if (const auto without = part.part("without_near_unique"); without && !out.near_unique.empty()) {
        out.without = read_figures(*without);
        out.attack_without = read_attack(without->part("attack"));
    }
    source.privacy = std::move(out);
    if (const auto pictures = part.part("pictures"))
        source.memorisation = read_memorisation(*pictures);
}

SupportQuality read_support(const JsonPart &part)
{
    return {part.number("alpha_precision"), part.number("beta_recall"), part.number("authenticity"), part.metric("authenticity_published"),
            part.count("n_real"),           part.count("n")};
}

TwoSampleTest read_two_sample(const JsonPart &part)
{
    return {part.metric("auroc"), part.metric("accuracy"), part.number("p"), part.count("n_train"), part.count("n_scored")};
}

MarginalResult read_marginals(const JsonPart &part)
{
    MarginalResult out;
    for (const JsonPart &column : part.list("columns")) {
        MarginalDistance distance{column.text("column"), column.metric("total_variation"), {}};
        for (const JsonPart &group : column.list("groups"))
            distance.groups.push_back(group.metric("total_variation"));
        out.columns.push_back(std::move(distance));
    }
    out.mean = part.number("mean");
    if (const auto found = part.part("associations")) {
        AssociationDifference &a = out.associations;
        a.mean = found->number("mean_difference");
        a.largest = found->number("largest_difference");
        const std::vector<std::string> pair = found->texts("pair");
        if (pair.size() == 2) {
            a.first = pair[0];
            a.second = pair[1];
        } else if (!pair.empty()) {
            found->refuse("pair", FAIRLOOM_TEXT("A pair has two columns"), FAIRLOOM_TEXT("Correct the file, or write it again from a run"));
        }
        a.pairs = found->count("pairs");
    }
    return out;
}

Explanation read_explanation(const JsonPart &part)
{
    Explanation out;
    for (const JsonPart &column : part.list("columns")) {
        ColumnInfluence influence;
        influence.column = column.text("column");
        influence.sensitive = column.flag("sensitive");
        influence.shap = column.metric("shap");
        influence.shap_share = column.metric("shap_share");
        influence.accuracy_drop = column.metric("accuracy_drop");
        influence.parity_change = column.metric("parity_change");
        influence.proxy = column.number("proxy");
        out.columns.push_back(std::move(influence));
    }
    for (const JsonPart &pair : part.list("counterfactuals"))
        out.counterfactuals.push_back(
            {pair.text("group"), pair.text("as"), pair.metric("gained"), pair.metric("lost"), pair.metric("probability_change"), pair.count("n")});
    out.changed = part.metric("changed");
    out.rows = part.count("n");
    return out;
}

} // namespace

SourceResult read_source(const JsonPart &part)
{
    SourceResult out;
    out.rows = part.count("rows");
    if (const auto protocols = part.part("protocols"))
        for (const auto &[name, protocol] : protocols->parts())
            if (const auto classifiers = protocol.part("classifiers"))
                out.protocols[name] = read_classifiers(*classifiers);
    if (const auto found = part.part("representation"))
        out.representation = read_representation(*found);
    if (const auto found = part.part("quality"))
        out.quality = read_quality(*found);
    if (const auto found = part.part("leakage"))
        out.leakage = read_leakage(*found);
    if (const auto found = part.part("support"))
        out.support = read_support(*found);
    if (const auto found = part.part("two_sample_test"))
        out.two_sample = read_two_sample(*found);
    if (const auto found = part.part("marginals"))
        out.marginals = read_marginals(*found);
    if (const auto found = part.part("privacy"))
        read_privacy(*found, out);
    if (const auto found = part.part("explanation"))
        out.explanation = read_explanation(*found);
    return out;
}

SourceDifference read_difference(const JsonPart &part)
{
    return {part.text("first"),  part.text("second"), part.text("protocol"),       part.text("classifier"), part.text("family"),
            part.text("figure"), part.metric("difference"), part.number("p", 1), part.number("p_holm", 1)};
}

PolicyResult read_policy_result(const JsonPart &part)
{
    PolicyResult out;
    out.name = part.text("name");
    for (const JsonPart &entry : part.list("limits")) {
        PolicyOutcome outcome;
        PolicyLimit &limit = outcome.limit;
        limit.figure = entry.text("figure");
        limit.source = entry.text("source");
        limit.protocol = entry.text("protocol");
        limit.classifier = entry.text("classifier");
        limit.group = entry.text("group");
        limit.at_least = entry.optional_number("at_least");
        limit.at_most = entry.optional_number("at_most");
        limit.confidence = entry.optional_number("confidence");
        limit.note = entry.text("note");
        outcome.met = entry.flag("met");
        outcome.figure = entry.metric("value");
        outcome.bound = entry.optional_number("bound");
        outcome.reason = entry.message("reason");
        out.outcomes.push_back(std::move(outcome));
    }
    return out;
}

} // namespace fairloom
