#include "ui/models/audit_guide.h"
#include "ui/models/audit_model.h"
#include "ui/text.h"

#include <algorithm>

namespace fairloom::ui {

AuditModel::Cell AuditModel::cell(const std::string &name, int column) const
{
    const SourceResult *found = result_->source(name);
    if (!found)
        return {};
    switch (column) {
    case accuracy:
    case f1:
    case auroc: return decisionCell(name, column);
    case density:
    case coverage:
    case leakage_latent:
    case leakage_rows: return qualityCell(*found, column);
    case latent_accuracy:
    case latent_dpr:
    case latent_eor: return latentCell(*found, column);
    case alpha_precision:
    case beta_recall:
    case authenticity:
    case two_sample:
    case marginal_distance: return depthCell(*found, column);
    default: return name == "real" ? holdoutCell(column) : privacyCell(*found, column);
    }
}

AuditModel::Cell AuditModel::decisionCell(const std::string &name, int column) const
{
    Cell cell;
    const ClassifierResult *judged = AuditFigures::classifier(*result_, name, choice_);
    if (!judged)
        return cell;
    const Utility &utility = judged->utility;
    cell.computed = true;
    cell.metric = column == accuracy ? utility.accuracy : column == f1 ? utility.f1 : utility.auroc;
    cell.origin = AuditGuide::origin(*judged, name, choice_);
    if (column == accuracy)
        cell.origin += u' ' + tr("Always saying the more frequent label would be right for %1.").arg(percent(utility.majority_accuracy));
    if (!judged->over_seeds || column == auroc)
        return cell;
    const Metric &mean = column == accuracy ? judged->over_seeds->accuracy : judged->over_seeds->f1;
    if (mean)
        cell.origin += u' ' + tr("Mean over %1 seeds: %2. %3").arg(AuditFigures::count(judged->over_seeds->each.size()), number(mean), AuditFigures::detail(mean));
    return cell;
}

AuditModel::Cell AuditModel::qualityCell(const SourceResult &found, int column) const
{
    Cell cell;
    if (column == leakage_latent || column == leakage_rows) {
        const auto &probe = column == leakage_latent ? found.leakage.latent : found.leakage.features;
        if (!probe)
            return cell;
        cell.computed = true;
        cell.metric = probe->auroc;
        cell.origin = tr("By chance alone %1 to %2; p = %3.").arg(number(probe->null_low), number(probe->null_high), number(probe->p_value));
        return cell;
    }
    if (!found.quality)
        return cell;
    const Quality &quality = found.quality->train;
    cell.computed = true;
    cell.metric = Metric(column == density ? quality.density : quality.coverage);
    cell.metric.interval = column == density ? found.quality->density_interval : found.quality->coverage_interval;
    const double holdout = column == density ? found.quality->holdout.density : found.quality->holdout.coverage;
    cell.origin = tr("%1 rows of this source against %2 real training rows, k = %3; against real holdout rows: %4.")
                      .arg(AuditFigures::count(quality.n_synthetic), AuditFigures::count(quality.n_real))
                      .arg(quality.k)
                      .arg(number(holdout));
    return cell;
}

AuditModel::Cell AuditModel::latentCell(const SourceResult &found, int column) const
{
    Cell cell;
    if (!found.representation)
        return cell;
    // latents are judged by what judges plain vectors; a network for pictures is none of it
    auto judged = found.representation->classifiers.find(choice_.classifier);
    if (judged == found.representation->classifiers.end())
        judged = found.representation->classifiers.find("logistic");
    if (judged == found.representation->classifiers.end())
        return cell;
    const Fairness &fairness = judged->second.fairness;
    cell.computed = true;
    cell.metric = column == latent_accuracy ? judged->second.utility.accuracy : column == latent_dpr ? fairness.dpr : fairness.eor;
    cell.origin = tr("%1 trained on the latents of the training rows and scored on those of %2 held-out rows, the label hidden from "
                     "the encoder in both.")
                      .arg(AuditFigures::classifierLabel(judged->first), AuditFigures::count(AuditFigures::scoredRows(fairness)));
    return cell;
}

AuditModel::Cell AuditModel::depthCell(const SourceResult &found, int column) const
{
    Cell cell;
    if (column == two_sample) {
        if (!found.two_sample)
            return cell;
        cell.computed = true;
        cell.metric = found.two_sample->auroc;
        cell.origin = tr("XGBoost learned from %1 real and generated rows and was scored on %2 others; %3 against a coin.")
                          .arg(AuditFigures::count(found.two_sample->n_train), AuditFigures::count(found.two_sample->n_scored),
                               AuditGuide::pValue(found.two_sample->p_value));
        return cell;
    }
    if (column == marginal_distance) {
        if (!found.marginals)
            return cell;
        cell.computed = true;
        cell.metric = Metric(found.marginals->mean);
        const MarginalDistance *farthest = nullptr;
        for (const MarginalDistance &distance : found.marginals->columns)
            if (distance.all && (!farthest || *distance.all.value > *farthest->all.value))
                farthest = &distance;
        cell.origin = tr("Over %1 columns, all real training rows against all generated ones.").arg(AuditFigures::count(found.marginals->columns.size()));
        if (farthest)
            cell.origin += u' ' + tr("Farthest: %1, %2.").arg(toQString(farthest->column), number(farthest->all));
        return cell;
    }
    if (!found.support)
        return cell;
    const SupportQuality &support = *found.support;
    cell.computed = true;
    cell.metric = Metric(column == alpha_precision ? support.alpha_precision : column == beta_recall ? support.beta_recall : support.authenticity);
    cell.origin = tr("%1 rows of this source against %2 real training rows.").arg(AuditFigures::count(support.n_synthetic), AuditFigures::count(support.n_real));
    if (column == authenticity) {
        const Metric &published = support.authenticity_published;
        cell.origin = tr("%1 rows of this source, each against all real training rows.").arg(AuditFigures::count(support.n_synthetic)) + u' ' +
                      (published ? tr("As the authors' code computes it: %1.").arg(number(published))
                                 : tr("As the authors' code computes it: undefined, because %1.").arg(translated(published.undefined)));
    }
    return cell;
}

AuditModel::Cell AuditModel::privacyCell(const SourceResult &found, int column) const
{
    Cell cell;
    if (!found.privacy)
        return cell;
    const PrivacyResult &privacy = *found.privacy;
    const PrivacyFigures &figures = withoutNearUnique_ ? privacy.without : privacy.all;
    const MembershipAttack &attack = withoutNearUnique_ ? privacy.attack_without : privacy.attack;
    cell.computed = true;
    cell.origin = tr("%1 generated rows against %2 training rows, beside %3 real holdout rows.")
                      .arg(AuditFigures::count(figures.n), AuditFigures::count(figures.n_train), AuditFigures::count(figures.n_holdout));
    switch (column) {
    case closest_record: cell.metric = Metric(figures.dcr_median); break;
    case distance_ratio: cell.metric = Metric(figures.nndr_median); break;
    case exact_copies: cell.metric = figures.exact_copies; break;
    case identifiability:
        cell.metric = figures.identifiability;
        cell.beside = figures.identifiability_holdout.value;
        break;
    case linkage: cell.metric = figures.linkage; break;
    default:
        cell.metric = attack.advantage;
        cell.origin = tr("Scored on %1 training rows and %2 others that no model has seen; AUROC of the attack: %3.")
                          .arg(AuditFigures::count(attack.members), AuditFigures::count(attack.non_members), AuditFigures::text(attack.auroc));
    }
    if (const Cell holdout = holdoutCell(column); holdout.metric)
        cell.origin += u' ' + (column == linkage ? tr("By chance: %1.").arg(percent(*holdout.metric.value, 3))
                                                 : tr("Real holdout rows: %1.").arg(text(holdout, column)));
    if (withoutNearUnique_ && !privacy.near_unique.empty()) {
        QStringList names;
        for (const std::string &name : privacy.near_unique)
            names << toQString(name);
        cell.origin += u' ' + tr("Without %1.").arg(names.join(QStringLiteral(", ")));
    }
    return cell;
}

/// Held-out real rows cannot be copies: what they score is what the others are held against. It stands in the row of the real source.
AuditModel::Cell AuditModel::holdoutCell(int column) const
{
    Cell cell;
    const auto judged = std::find_if(result_->sources.begin(), result_->sources.end(), [](const auto &entry) { return entry.second.privacy.has_value(); });
    if (judged == result_->sources.end() || column == attack_advantage || column == identifiability)
        return cell;
    const PrivacyFigures &figures = withoutNearUnique_ ? judged->second.privacy->without : judged->second.privacy->all;
    cell.computed = true;
    cell.origin = tr("%1 real holdout rows against %2 training rows.").arg(AuditFigures::count(figures.n_holdout), AuditFigures::count(figures.n_train));
    switch (column) {
    case closest_record: cell.metric = Metric(figures.dcr_median_holdout); break;
    case distance_ratio: cell.metric = Metric(figures.nndr_median_holdout); break;
    case exact_copies: cell.metric = figures.exact_copies_holdout; break;
    default:
        cell.metric = Metric(figures.linkage_chance);
        cell.origin = tr("By chance: one in %1 training rows.").arg(AuditFigures::count(figures.n_train));
    }
    return cell;
}

} // namespace fairloom::ui
