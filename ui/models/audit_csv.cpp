#include "ui/models/audit_csv.h"

#include "ui/models/audit_figures.h"
#include "ui/text.h"

#include <QByteArrayList>

#include <string>
#include <utility>
#include <vector>

namespace fairloom::ui {

namespace {

QByteArray exact(double value)
{
    return QByteArray::number(value, 'g', 17);
}

QByteArray line(const QByteArrayList &place, const char *figure, const Metric &metric)
{
    QByteArrayList fields = place;
    fields << figure << (metric ? exact(*metric.value) : QByteArray());
    fields << (metric.interval ? exact(metric.interval->low) : QByteArray());
    fields << (metric.interval ? exact(metric.interval->high) : QByteArray());
    fields << (metric ? QByteArray() : csvField(translated(metric.undefined)));
    return fields.join(',') + "\r\n";
}

/// One figure of a row of figures that stand in the same place.
using Figures = std::vector<std::pair<const char *, Metric>>;

QByteArray lines(const QByteArrayList &place, const Figures &figures)
{
    QByteArray out;
    for (const auto &[name, metric] : figures)
        out += line(place, name, metric);
    return out;
}

Metric withInterval(double value, const std::optional<Interval> &interval)
{
    Metric out(value);
    out.interval = interval;
    return out;
}

QByteArray groupLines(QByteArrayList place, const Fairness &fairness)
{
    QByteArray out;
    for (const GroupRates &group : fairness.groups) {
        place.last() = csvField(toQString(group.group.name));
        out += lines(place, {{"n", Metric(double(group.n))}, {"base_rate", group.base_rate}, {"selection_rate", group.selection_rate}, {"tpr", group.tpr},
                             {"fpr", group.fpr}, {"fnr", group.fnr}, {"precision", group.precision}, {"accuracy", group.accuracy}, {"auroc", group.auroc},
                             {"calibration", group.calibration}, {"calibration_error", group.calibration_error}});
        if (!group.against)
            continue;
        const AgainstReference &a = *group.against;
        out += lines(place, {{"selection_difference", a.selection_difference}, {"selection_log_ratio", a.selection_log_ratio},
                             {"tpr_difference", a.tpr_difference}, {"tpr_log_ratio", a.tpr_log_ratio}, {"fpr_difference", a.fpr_difference},
                             {"fpr_log_ratio", a.fpr_log_ratio}});
    }
    return out;
}

QByteArray judgedLines(const QByteArray &source, const std::string &protocol, const std::string &classifier, const ClassifierResult &judged)
{
    const QByteArrayList whole{source, QByteArray::fromStdString(protocol), QByteArray::fromStdString(classifier), QByteArray()};
    const Fairness &fairness = judged.fairness;
    const Utility &utility = judged.utility;
    QByteArray out = lines(whole, {{"dpr", fairness.dpr}, {"eor", fairness.eor}, {"dpd", fairness.dpd}, {"eod", fairness.eod}, {"eopr", fairness.eopr},
                                   {"eopd", fairness.eopd}, {"accuracy", utility.accuracy}, {"precision", utility.precision}, {"recall", utility.recall},
                                   {"f1", utility.f1}, {"auroc", utility.auroc}, {"majority_accuracy", Metric(utility.majority_accuracy)}});
    out += groupLines(whole, fairness);
    for (const ColumnFairness &column : judged.by_column) {
        QByteArrayList place = whole;
        place.last() = csvField(toQString(column.column));
        out += lines(place, {{"dpr", column.fairness.dpr}, {"eor", column.fairness.eor}, {"dpd", column.fairness.dpd}, {"eod", column.fairness.eod}});
        out += groupLines(whole, column.fairness);
    }
    if (judged.over_seeds) {
        const OverSeeds &seeds = *judged.over_seeds;
        out += lines(whole, {{"dpr_over_seeds", seeds.dpr}, {"eor_over_seeds", seeds.eor}, {"dpd_over_seeds", seeds.dpd}, {"eod_over_seeds", seeds.eod},
                             {"accuracy_over_seeds", seeds.accuracy}, {"f1_over_seeds", seeds.f1}});
    }
    return out;
}

QByteArray privacyLines(const QByteArrayList &place, const PrivacyResult &privacy)
{
    const auto figures = [](const PrivacyFigures &f, const MembershipAttack &attack) {
        return Figures{{"dcr_median", f.dcr_median}, {"dcr_median_holdout", f.dcr_median_holdout}, {"dcr_low", f.dcr_low}, {"dcr_low_holdout", f.dcr_low_holdout},
                       {"nndr_median", f.nndr_median}, {"nndr_median_holdout", f.nndr_median_holdout}, {"exact_copies", f.exact_copies},
                       {"exact_copies_holdout", f.exact_copies_holdout}, {"identifiability", f.identifiability},
                       {"identifiability_holdout", f.identifiability_holdout}, {"linkage", f.linkage}, {"linkage_chance", f.linkage_chance},
                       {"attack_auroc", attack.auroc}, {"attack_advantage", attack.advantage}};
    };
    QByteArray out = lines(place, figures(privacy.all, privacy.attack));
    out += lines(place, {{"attack_sources_auroc", privacy.attack_sources.auroc}, {"attack_sources_advantage", privacy.attack_sources.advantage}});
    if (privacy.near_unique.empty())
        return out;
    for (const auto &[name, metric] : figures(privacy.without, privacy.attack_without))
        out += line(place, (std::string(name) + "_without_near_unique").c_str(), metric);
    return out;
}

/// What was found out about the rows themselves, without a classifier's decisions.
QByteArray sourceLines(const QByteArray &name, const SourceResult &source)
{
    QByteArrayList place{name, QByteArray(), QByteArray(), QByteArray()};
    QByteArray out;
    if (source.quality)
        out += lines(place, {{"density", withInterval(source.quality->train.density, source.quality->density_interval)},
                             {"coverage", withInterval(source.quality->train.coverage, source.quality->coverage_interval)},
                             {"density_holdout", source.quality->holdout.density}, {"coverage_holdout", source.quality->holdout.coverage}});
    if (source.leakage.latent)
        out += line(place, "auroc_latent", source.leakage.latent->auroc);
    if (source.leakage.features)
        out += line(place, "auroc_features", source.leakage.features->auroc);
    if (source.leakage.source)
        out += line(place, "auroc_source", source.leakage.source->auroc);
    if (source.support)
        out += lines(place, {{"alpha_precision", source.support->alpha_precision}, {"beta_recall", source.support->beta_recall},
                             {"authenticity", source.support->authenticity}, {"authenticity_published", source.support->authenticity_published}});
    if (source.two_sample)
        out += lines(place, {{"two_sample_auroc", source.two_sample->auroc}, {"two_sample_accuracy", source.two_sample->accuracy}});
    if (source.marginals)
        out += line(place, "marginal_distance", Metric(source.marginals->mean));
    if (source.privacy)
        out += privacyLines(place, *source.privacy);
    if (source.explanation)
        out += line(place, "changed", source.explanation->changed);
    if (source.marginals)
        for (const MarginalDistance &distance : source.marginals->columns) {
            place.last() = csvField(toQString(distance.column));
            out += line(place, "marginal_distance", distance.all);
        }
    if (source.explanation)
        for (const ColumnInfluence &column : source.explanation->columns) {
            place.last() = csvField(toQString(column.column));
            out += lines(place, {{"shap_share", column.shap_share}, {"accuracy_drop", column.accuracy_drop}, {"parity_change", column.parity_change},
                                 {"proxy", column.proxy}});
        }
    return out;
}

} // namespace

QByteArray csvField(const QString &text)
{
    QByteArray field = text.toUtf8();
    if (field.contains(',') || field.contains('"') || field.contains('\n') || field.contains('\r'))
        field = '"' + field.replace("\"", "\"\"") + '"';
    return field;
}

QByteArray auditCsv(const RunResult &result)
{
    QByteArray out = "source,protocol,classifier,group,figure,value,low,high,undefined\r\n";
    for (const std::string &name : AuditFigures::sources(result)) {
        const SourceResult &source = *result.source(name);
        const QByteArray field = csvField(toQString(name));
        for (const auto &[protocol, classifiers] : source.protocols)
            for (const auto &[classifier, judged] : classifiers)
                out += judgedLines(field, protocol, classifier, judged);
        if (source.representation)
            for (const auto &[classifier, judged] : source.representation->classifiers)
                out += judgedLines(field, "latent", classifier, judged);
        out += sourceLines(field, source);
    }
    for (const SourceDifference &d : result.differences) {
        const QByteArrayList place{csvField(toQString(d.first + " - " + d.second)), QByteArray::fromStdString(d.protocol), QByteArray::fromStdString(d.classifier),
                                   QByteArray()};
        out += line(place, d.figure.c_str(), d.difference);
        if (d.difference)
            out += line(place, (d.figure + "_p").c_str(), Metric(d.p_value)) + line(place, (d.figure + "_p_holm").c_str(), Metric(d.p_holm));
    }
    return out;
}

} // namespace fairloom::ui
