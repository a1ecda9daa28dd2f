#include "core/study/metric_json.h"

#include <cmath>
#include <optional>

namespace fairloom {

namespace {

const char *const not_computed = "not computed for this source";

Json number_or_null(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

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
    put_metric(out, "precision", rates.precision);
    put_metric(out, "accuracy", rates.accuracy);
    return out;
}

Json fairness_json(const Fairness &fairness)
{
    Json out = Json::object();
    put_metric(out, "dpr", fairness.dpr);
    put_metric(out, "eor", fairness.eor);
    put_metric(out, "dpd", fairness.dpd);
    put_metric(out, "eod", fairness.eod);
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

Json leakage_json(const LeakageResult &leakage, bool with_model)
{
    Json out = Json::object();
    if (with_model)
        put_probe(out, "auroc_latent", leakage.latent);
    put_probe(out, "auroc_features", leakage.features);
    if (!with_model)
        return out;
    put_probe(out, "auroc_source", leakage.source);
    if (leakage.latent_distance_correlation) {
        out["distance_correlation"] = number_or_null(leakage.latent_distance_correlation->value);
        out["distance_correlation_p"] = number_or_null(leakage.latent_distance_correlation->p_value);
        out["distance_correlation_n"] = leakage.latent_distance_correlation->n;
    } else {
        put_missing(out, "distance_correlation");
    }
    return out;
}

Json privacy_json(const std::optional<Memorisation> &memorisation)
{
    if (memorisation)
        return {{"dcr_median", number_or_null(memorisation->median)},
                {"dcr_median_holdout", number_or_null(memorisation->median_holdout)},
                {"nndr_median", number_or_null(memorisation->median_ratio)},
                {"near_limit", number_or_null(memorisation->limit)},
                {"near_copies", number_or_null(memorisation->near)},
                {"near_copies_holdout", number_or_null(memorisation->near_holdout)},
                {"exact_copies", number_or_null(memorisation->copies)},
                {"exact_copies_holdout", number_or_null(memorisation->copies_holdout)},
                {"n", memorisation->generated},
                {"n_train", memorisation->train},
                {"n_holdout", memorisation->holdout}};
    Json out = Json::object();
    for (const char *name : {"dcr_median", "dcr_median_holdout", "nndr_median", "exact_copies", "exact_copies_holdout"})
        put_missing(out, name, "this version does not compute it");
    return out;
}

Json classifiers_json(const ProtocolResult &classifiers)
{
    Json by_name = Json::object();
    for (const auto &[name, result] : classifiers)
        by_name[name] = {{"fairness", fairness_json(result.fairness)}, {"utility", utility_json(result.utility)}};
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

void put_metric(Json &object, const std::string &name, const Metric &metric)
{
    if (metric.value && std::isfinite(*metric.value)) {
        object[name] = *metric.value;
    } else {
        const std::string reason = metric.undefined.english();
        put_missing(object, name, reason.empty() ? not_computed : reason.c_str());
    }
    if (metric.interval) {
        object[name + "_interval"] = {{"lo", number_or_null(metric.interval->low)},
                                      {"hi", number_or_null(metric.interval->high)},
                                      {"level", metric.interval->level},
                                      {"resampled", metric.interval->resampled},
                                      {"draws", metric.interval->draws}};
    }
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
    out["privacy"] = privacy_json(source.memorisation);
    return out;
}

} // namespace fairloom
