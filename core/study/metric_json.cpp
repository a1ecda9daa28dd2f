#include "core/study/metric_json.h"

#include <cmath>
#include <optional>

namespace fairloom {

namespace {

void put_missing(Json &object, const std::string &name, const char *reason = not_computed)
{
    object[name] = nullptr;
    object[name + "_undefined"] = reason;
}

Json group_json(const GroupRates &rates)
{
    Json values = Json::object();
    for (const auto &[column, value] : rates.group.values)
        values[column] = value;
    Json out = {{"group", rates.group.name}, {"values", std::move(values)}, {"n", rates.n}};
    put_metric(out, "base_rate", rates.base_rate);
    put_metric(out, "selection_rate", rates.selection_rate);
    put_metric(out, "tpr", rates.tpr);
    put_metric(out, "fpr", rates.fpr);
    put_metric(out, "fnr", rates.fnr);
    put_metric(out, "precision", rates.precision);
    put_metric(out, "accuracy", rates.accuracy);
    put_metric(out, "auroc", rates.auroc);
    put_metric(out, "calibration", rates.calibration);
    put_metric(out, "calibration_error", rates.calibration_error);
    out["counts"] = {{"tp", rates.counts.true_positive}, {"fp", rates.counts.false_positive}, {"tn", rates.counts.true_negative}, {"fn", rates.counts.false_negative}};
    out["small"] = rates.small;
    if (const auto &a = rates.against) {
        Json against = Json::object();
        put_metric(against, "selection_difference", a->selection_difference);
        put_metric(against, "tpr_difference", a->tpr_difference);
        put_metric(against, "fpr_difference", a->fpr_difference);
        put_metric(against, "selection_log_ratio", a->selection_log_ratio);
        put_metric(against, "tpr_log_ratio", a->tpr_log_ratio);
        put_metric(against, "fpr_log_ratio", a->fpr_log_ratio);
        out["against_reference"] = std::move(against);
    }
    return out;
}

Json fairness_json(const Fairness &fairness)
{
    Json out = Json::object();
    put_metric(out, "dpr", fairness.dpr);
    put_metric(out, "eor", fairness.eor);
    put_metric(out, "dpd", fairness.dpd);
    put_metric(out, "eod", fairness.eod);
    put_metric(out, "eopr", fairness.eopr);
    put_metric(out, "eopd", fairness.eopd);
    const auto put_fairlearn = [&](const std::string &name, const std::optional<double> &value) {
        if (value)
            out[name] = number_or_null(*value);
        else
            put_missing(out, name, "not a number in fairlearn either");
    };
    put_fairlearn("dpr_fairlearn", fairness.fairlearn.dpr);
    put_fairlearn("eor_fairlearn", fairness.fairlearn.eor);
    put_fairlearn("dpd_fairlearn", fairness.fairlearn.dpd);
    put_fairlearn("eod_fairlearn", fairness.fairlearn.eod);
    out["threshold"] = fairness.threshold;
    if (fairness.reference < fairness.groups.size())
        out["reference"] = fairness.groups[fairness.reference].group.name;
    out["groups"] = Json::array();
    for (const GroupRates &rates : fairness.groups)
        out["groups"].push_back(group_json(rates));
    return out;
}

Json utility_json(const Utility &utility)
{
    Json out = Json::object();
    put_metric(out, "accuracy", utility.accuracy);
    put_metric(out, "precision", utility.precision);
    put_metric(out, "recall", utility.recall);
    put_metric(out, "f1", utility.f1);
    put_metric(out, "auroc", utility.auroc);
    out["majority_accuracy"] = number_or_null(utility.majority_accuracy);
    return out;
}

Json quality_numbers(const Quality &quality)
{
    return {{"density", number_or_null(quality.density)},     {"coverage", number_or_null(quality.coverage)},
            {"precision", number_or_null(quality.precision)}, {"recall", number_or_null(quality.recall)},
            {"k", quality.k},                                 {"n", quality.n_synthetic},
            {"n_real", quality.n_real}};
}

Json quality_json(const std::optional<QualityResult> &quality)
{
    if (quality) {
        Json out = quality_numbers(quality->train);
        put_interval(out, "density", quality->density_interval);
        put_interval(out, "coverage", quality->coverage_interval);
        out["holdout"] = quality_numbers(quality->holdout);
        return out;
    }
    Json out = Json::object();
    for (const char *name : {"density", "coverage", "precision", "recall", "k", "n"})
        put_missing(out, name);
    return out;
}

void put_probe(Json &object, const std::string &name, const std::optional<ProbeResult> &probe)
{
    if (!probe) {
        put_missing(object, name);
        return;
    }
    put_metric(object, name, probe->auroc);
    if (probe->auroc && probe->null_high > probe->null_low) { // else no permutations were drawn
        object[name + "_null"] = {{"lo", probe->null_low}, {"hi", probe->null_high}};
        object[name + "_p"] = probe->p_value;
    }
}

void put_correlation(Json &object, const std::string &name, const std::optional<DistanceCorrelation> &correlation)
{
    if (!correlation) {
        put_missing(object, name);
        return;
    }
    object[name] = number_or_null(correlation->value);
    object[name + "_p"] = number_or_null(correlation->p_value);
    object[name + "_n"] = correlation->n;
}

Json leakage_json(const LeakageResult &leakage, bool with_model)
{
    Json out = Json::object();
    if (with_model)
        put_probe(out, "auroc_latent", leakage.latent);
    put_probe(out, "auroc_features", leakage.features);
    put_correlation(out, "distance_correlation_features", leakage.features_distance_correlation);
    if (!with_model)
        return out;
    put_probe(out, "auroc_source", leakage.source);
    put_correlation(out, "distance_correlation", leakage.latent_distance_correlation);
    return out;
}

Json figures_json(const PrivacyFigures &f)
{
    Json out = {{"dcr_median", number_or_null(f.dcr_median)},
                {"dcr_median_holdout", number_or_null(f.dcr_median_holdout)},
                {"dcr_low", number_or_null(f.dcr_low)},
                {"dcr_low_holdout", number_or_null(f.dcr_low_holdout)},
                {"nndr_median", number_or_null(f.nndr_median)},
                {"nndr_median_holdout", number_or_null(f.nndr_median_holdout)}};
    put_metric(out, "exact_copies", f.exact_copies);
    put_metric(out, "exact_copies_holdout", f.exact_copies_holdout);
    put_metric(out, "identifiability", f.identifiability);
    put_metric(out, "identifiability_holdout", f.identifiability_holdout);
    put_metric(out, "linkage", f.linkage);
    out["linkage_chance"] = number_or_null(f.linkage_chance);
    out["n"] = f.n;
    out["n_train"] = f.n_train;
    out["n_holdout"] = f.n_holdout;
    return out;
}

Json attack_json(const MembershipAttack &attack)
{
    Json out = Json::object();
    put_metric(out, "auroc", attack.auroc);
    put_metric(out, "advantage", attack.advantage);
    out["threshold"] = number_or_null(attack.threshold);
    out["members"] = attack.members;
    out["non_members"] = attack.non_members;
    return out;
}

Json memorisation_json(const Memorisation &m)
{
    return {{"dcr_median", number_or_null(m.median)},
            {"dcr_median_holdout", number_or_null(m.median_holdout)},
            {"nndr_median", number_or_null(m.median_ratio)},
            {"near_limit", number_or_null(m.limit)},
            {"near_copies", number_or_null(m.near)},
            {"near_copies_holdout", number_or_null(m.near_holdout)},
            {"exact_copies", number_or_null(m.copies)},
            {"exact_copies_holdout", number_or_null(m.copies_holdout)},
            {"n", m.generated},
            {"n_train", m.train},
            {"n_holdout", m.holdout}};
}

/// The rows' figures; of pictures, those of the pictures alone stand beside them, or in their place where nothing else was computed.
Json privacy_json(const SourceResult &source)
{
    if (source.privacy) {
        const PrivacyResult &privacy = *source.privacy;
        Json out = figures_json(privacy.all);
        out["attack"] = attack_json(privacy.attack);
        out["attack_sources"] = attack_json(privacy.attack_sources);
        out["near_unique_columns"] = privacy.near_unique;
        if (!privacy.near_unique.empty()) {
            out["without_near_unique"] = figures_json(privacy.without);
            out["without_near_unique"]["attack"] = attack_json(privacy.attack_without);
        }
        if (source.memorisation)
            out["pictures"] = memorisation_json(*source.memorisation);
        return out;
    }
    if (source.memorisation)
        return memorisation_json(*source.memorisation);
    Json out = Json::object();
    for (const char *name : {"dcr_median", "dcr_median_holdout", "nndr_median", "exact_copies", "exact_copies_holdout"})
        put_missing(out, name);
    return out;
}

Json support_json(const SupportQuality &support)
{
    Json out = {{"alpha_precision", number_or_null(support.alpha_precision)},
                {"beta_recall", number_or_null(support.beta_recall)},
                {"authenticity", number_or_null(support.authenticity)}};
    put_metric(out, "authenticity_published", support.authenticity_published);
    out["n"] = support.n_synthetic;
    out["n_real"] = support.n_real;
    return out;
}

Json two_sample_json(const TwoSampleTest &test)
{
    Json out = Json::object();
    put_metric(out, "auroc", test.auroc);
    put_metric(out, "accuracy", test.accuracy);
    out["p"] = number_or_null(test.p_value);
    out["n_train"] = test.n_train;
    out["n_scored"] = test.n_scored;
    return out;
}

Json marginals_json(const MarginalResult &marginals)
{
    Json columns = Json::array();
    for (const MarginalDistance &distance : marginals.columns) {
        Json column = {{"column", distance.column}};
        put_metric(column, "total_variation", distance.all);
        column["groups"] = Json::array();
        for (const Metric &of_group : distance.groups) {
            Json group = Json::object();
            put_metric(group, "total_variation", of_group);
            column["groups"].push_back(std::move(group));
        }
        columns.push_back(std::move(column));
    }
    const AssociationDifference &a = marginals.associations;
    return {{"mean", number_or_null(marginals.mean)},
            {"columns", std::move(columns)},
            {"associations",
             {{"mean_difference", number_or_null(a.mean)}, {"largest_difference", number_or_null(a.largest)}, {"pair", {a.first, a.second}}, {"pairs", a.pairs}}}};
}

Json explanation_json(const Explanation &explanation)
{
    Json columns = Json::array();
    for (const ColumnInfluence &influence : explanation.columns) {
        Json column = {{"column", influence.column}, {"sensitive", influence.sensitive}, {"proxy", number_or_null(influence.proxy)}};
        put_metric(column, "shap", influence.shap);
        put_metric(column, "shap_share", influence.shap_share);
        put_metric(column, "accuracy_drop", influence.accuracy_drop);
        put_metric(column, "parity_change", influence.parity_change);
        columns.push_back(std::move(column));
    }
    Json counterfactuals = Json::array();
    for (const GroupCounterfactual &c : explanation.counterfactuals) {
        Json pair = {{"group", c.group}, {"as", c.as}, {"n", c.n}};
        put_metric(pair, "gained", c.gained);
        put_metric(pair, "lost", c.lost);
        put_metric(pair, "probability_change", c.probability_change);
        counterfactuals.push_back(std::move(pair));
    }
    Json out = {{"columns", std::move(columns)}, {"counterfactuals", std::move(counterfactuals)}};
    put_metric(out, "changed", explanation.changed);
    out["n"] = explanation.rows;
    return out;
}

Json over_seeds_json(const OverSeeds &over)
{
    Json out = Json::object();
    const auto put = [&](const char *name, const Metric &mean, double sd) {
        put_metric(out, name, mean);
        if (mean)
            out[std::string(name) + "_sd"] = number_or_null(sd);
    };
    put("dpr", over.dpr, over.dpr_sd);
    put("eor", over.eor, over.eor_sd);
    put("dpd", over.dpd, over.dpd_sd);
    put("eod", over.eod, over.eod_sd);
    put("accuracy", over.accuracy, over.accuracy_sd);
    put("f1", over.f1, over.f1_sd);
    out["each"] = Json::array();
    for (const SeedFigures &figures : over.each) {
        Json seed = {{"seed", figures.seed}};
        put_metric(seed, "dpr", figures.dpr);
        put_metric(seed, "eor", figures.eor);
        put_metric(seed, "dpd", figures.dpd);
        put_metric(seed, "eod", figures.eod);
        put_metric(seed, "accuracy", figures.accuracy);
        put_metric(seed, "f1", figures.f1);
        out["each"].push_back(std::move(seed));
    }
    return out;
}

Json classifiers_json(const ProtocolResult &classifiers)
{
    Json by_name = Json::object();
    for (const auto &[name, result] : classifiers) {
        Json &out = by_name[name];
        out = {{"fairness", fairness_json(result.fairness)}, {"utility", utility_json(result.utility)}};
        for (const ColumnFairness &column : result.by_column)
            out["by_column"][column.column] = fairness_json(column.fairness);
        if (result.over_seeds)
            out["over_seeds"] = over_seeds_json(*result.over_seeds);
    }
    return by_name;
}

Json representation_json(const std::optional<RepresentationResult> &representation)
{
    Json out = Json::object();
    if (representation) {
        put_metric(out, "accuracy", representation->accuracy);
        put_metric(out, "dpr", representation->dpr);
        put_metric(out, "eor", representation->eor);
        out["classifiers"] = classifiers_json(representation->classifiers);
    } else {
        for (const char *name : {"accuracy", "dpr", "eor"})
            put_missing(out, name);
    }
    return out;
}

} // namespace

Json number_or_null(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

void put_metric(Json &object, const std::string &name, const Metric &metric)
{
    if (metric.value && std::isfinite(*metric.value)) {
        object[name] = *metric.value;
    } else {
        const std::string reason = metric.undefined.english();
        put_missing(object, name, reason.empty() ? not_computed : reason.c_str());
        put_message(object, name + "_undefined_message", metric.undefined);
    }
    put_interval(object, name, metric.interval);
}

void put_interval(Json &object, const std::string &name, const std::optional<Interval> &interval)
{
    if (interval)
        object[name + "_interval"] = {{"lo", number_or_null(interval->low)}, {"hi", number_or_null(interval->high)}, {"level", interval->level},
                                      {"resampled", interval->resampled},    {"draws", interval->draws},            {"method", interval->method}};
}

void put_message(Json &object, const std::string &name, const Message &message)
{
    if (!message.empty())
        object[name] = {{"text", message.text}, {"args", message.args}};
}

void put_messages(Json &object, const std::string &name, const std::vector<Message> &messages)
{
    Json english = Json::array(), whole = Json::array();
    for (const Message &message : messages) {
        english.push_back(message.english());
        whole.push_back({{"text", message.text}, {"args", message.args}});
    }
    object[name] = std::move(english);
    object[name + "_messages"] = std::move(whole);
}

Json source_to_json(const SourceResult &source, bool with_model)
{
    Json out = {{"rows", source.rows}, {"protocols", Json::object()}};
    for (const auto &[protocol, classifiers] : source.protocols)
        out["protocols"][protocol] = {{"classifiers", classifiers_json(classifiers)}};
    if (with_model)
        out["representation"] = representation_json(source.representation);
    if (with_model || source.quality)
        out["quality"] = quality_json(source.quality);
    out["leakage"] = leakage_json(source.leakage, with_model);
    if (source.support)
        out["support"] = support_json(*source.support);
    if (source.two_sample)
        out["two_sample_test"] = two_sample_json(*source.two_sample);
    if (source.marginals)
        out["marginals"] = marginals_json(*source.marginals);
    out["privacy"] = privacy_json(source);
    if (source.explanation)
        out["explanation"] = explanation_json(*source.explanation);
    return out;
}

} // namespace fairloom
