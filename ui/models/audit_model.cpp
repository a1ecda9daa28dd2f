#include "ui/models/audit_model.h"

#include "ui/text.h"
#include "ui/widgets/source_style.h"

namespace fairloom::ui {

void AuditModel::setResult(std::shared_ptr<const RunResult> result, const AuditChoice &choice)
{
    beginResetModel();
    result_ = std::move(result);
    choice_ = choice;
    sources_ = result_ ? AuditFigures::sources(*result_) : std::vector<std::string>();
    endResetModel();
}

int AuditModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(sources_.size());
}

int AuditModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(column_count);
}

AuditModel::Cell AuditModel::cell(const std::string &name, int column) const
{
    Cell cell;
    const SourceResult *found = result_->source(name);
    if (!found)
        return cell;
    switch (column) {
    case accuracy:
    case f1:
    case auroc: {
        const ClassifierResult *judged = AuditFigures::classifier(*result_, name, choice_);
        if (!judged)
            break;
        const Utility &utility = judged->utility;
        cell.computed = true;
        cell.metric = column == accuracy ? utility.accuracy : column == f1 ? utility.f1 : utility.auroc;
        const QString rows = AuditFigures::count(AuditFigures::scoredRows(judged->fairness));
        const QString classifier = AuditFigures::classifierLabel(choice_.classifier);
        cell.origin = choice_.protocol == "tsts" && name != "real"
                          ? tr("%1 trained on 70 % of %2 and scored on the other %3 rows.").arg(classifier, AuditFigures::sourceRows(name), rows)
                          : tr("%1 trained on %2 and scored on %3 %4.").arg(classifier, AuditFigures::sourceRows(name), rows, AuditFigures::testRows(choice_.protocol));
        break;
    }
    case density:
    case coverage: {
        if (!found->quality)
            break;
        const Quality &quality = found->quality->train;
        cell.computed = true;
        cell.metric = Metric(column == density ? quality.density : quality.coverage);
        const double holdout = column == density ? found->quality->holdout.density : found->quality->holdout.coverage;
        cell.origin = tr("%1 rows of this source against %2 real training rows, k = %3; against real holdout rows: %4.")
                          .arg(AuditFigures::count(quality.n_synthetic), AuditFigures::count(quality.n_real))
                          .arg(quality.k)
                          .arg(number(holdout));
        break;
    }
    case leakage_latent:
    case leakage_rows: {
        const auto &probe = column == leakage_latent ? found->leakage.latent : found->leakage.features;
        if (!probe)
            break;
        cell.computed = true;
        cell.metric = probe->auroc;
        cell.origin = tr("By chance alone %1 to %2; p = %3.").arg(number(probe->null_low), number(probe->null_high), number(probe->p_value));
        break;
    }
    case latent_accuracy:
    case latent_dpr:
    case latent_eor: {
        if (!found->representation)
            break;
        // latents are judged by what judges plain vectors; a network for pictures is none of it
        auto judged = found->representation->classifiers.find(choice_.classifier);
        if (judged == found->representation->classifiers.end())
            judged = found->representation->classifiers.find("logistic");
        if (judged == found->representation->classifiers.end())
            break;
        const Fairness &fairness = judged->second.fairness;
        cell.computed = true;
        cell.metric = column == latent_accuracy ? judged->second.utility.accuracy : column == latent_dpr ? fairness.dpr : fairness.eor;
        cell.origin = tr("%1 trained on the latents of the training rows and scored on those of %2 held-out rows, the label hidden from "
                         "the encoder in both.")
                          .arg(AuditFigures::classifierLabel(judged->first), AuditFigures::count(AuditFigures::scoredRows(fairness)));
        break;
    }
    default:
        break;
    }
    return cell;
}

QVariant AuditModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !result_)
        return {};
    const std::string &name = sources_[std::size_t(index.row())];
    if (role == sourceRole)
        return toQString(name);
    if (index.column() == source) {
        switch (role) {
        case Qt::DisplayRole:
        case Qt::AccessibleTextRole:
            return AuditFigures::sourceLabel(name);
        case Qt::DecorationRole:
            return sourceIcon(toQString(name));
        case Qt::ToolTipRole:
            return tr("Figures about %1.").arg(AuditFigures::sourceRows(name));
        default:
            return {};
        }
    }
    const Cell value = cell(name, index.column());
    switch (role) {
    case Qt::DisplayRole:
        return value.computed ? AuditFigures::text(value.metric, index.column() == accuracy || index.column() == latent_accuracy ? 3 : 2) : QStringLiteral("–");
    case Qt::TextAlignmentRole:
        return int(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return explanation(index);
    case Qt::AccessibleTextRole:
        return tr("%1 of %2: %3").arg(headerData(index.column(), Qt::Horizontal, Qt::AccessibleTextRole).toString(),
                                      AuditFigures::sourceLabel(name),
                                      value.computed ? AuditFigures::text(value.metric) : tr("not computed"));
    case valueRole:
        return value.computed && value.metric ? QVariant(*value.metric.value) : QVariant();
    default:
        return {};
    }
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == source ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignBottom);
    if (role == Qt::ToolTipRole)
        return meaning(section);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    const bool spoken = role == Qt::AccessibleTextRole;
    switch (section) {
    case accuracy: return tr("accuracy");
    case f1: return tr("F1");
    case auroc: return tr("AUROC");
    case density: return tr("density");
    case coverage: return tr("coverage");
    case leakage_latent: return spoken ? tr("leakage AUROC, latent") : tr("leakage\nlatent");
    case leakage_rows: return spoken ? tr("leakage AUROC, rows") : tr("leakage\nrows");
    case latent_accuracy: return spoken ? tr("accuracy from the latent") : tr("latent\naccuracy");
    case latent_dpr: return spoken ? tr("DPR from the latent") : tr("latent\nDPR");
    case latent_eor: return spoken ? tr("EOR from the latent") : tr("latent\nEOR");
    default: return spoken ? tr("source") : QString();
    }
}

QString AuditModel::meaning(int column)
{
    switch (column) {
    case accuracy:
        return tr("Accuracy: share of rows whose label the classifier gets right.");
    case f1:
        return tr("F1: harmonic mean of precision and recall for the favourable label.");
    case auroc:
        return tr("AUROC: chance that a row with the favourable label gets a higher score than one without; 0.5 is guessing.");
    case density:
        return tr("Density: how closely generated rows lie to real ones, by their k nearest neighbours; near 1 is good.");
    case coverage:
        return tr("Coverage: share of real rows that have a generated row nearby; 1 is best.");
    case leakage_latent:
        return tr("Leakage AUROC, latent: how well a linear probe guesses the group from the latent of held-out rows; 0.5 is best.");
    case leakage_rows:
        return tr("Leakage AUROC, rows: how well the group can be guessed from a row's other values. Real data show how much "
                  "is there; generated rows are meant to depend on their group.");
    case latent_accuracy:
        return tr("Latent, accuracy: how useful the representation itself is to a classifier that sees nothing else.");
    case latent_dpr:
        return tr("Latent, DPR: lowest selection rate of a group divided by the highest, by a classifier that sees the representation "
                  "alone; 1 is best.");
    case latent_eor:
        return tr("Latent, EOR: the lower of the ratios of true- and of false-positive rates between groups, by a classifier that sees the "
                  "representation alone; 1 is best.");
    default:
        return {};
    }
}

QString AuditModel::explanation(const QModelIndex &index) const
{
    if (!index.isValid() || !result_)
        return {};
    const std::string &name = sources_[std::size_t(index.row())];
    if (index.column() == source)
        return tr("Figures about %1.").arg(AuditFigures::sourceRows(name));
    const Cell value = cell(name, index.column());
    const QString what = meaning(index.column());
    if (!value.computed) {
        if (name == "real" && (index.column() == density || index.column() == coverage))
            return tr("%1 Not computed for real rows: they are what the others are compared with.").arg(what);
        if ((index.column() == leakage_latent || index.column() >= latent_accuracy) && name != "teacher" && name != "student")
            return tr("%1 Not computed: only the teacher and the student have a latent that is judged.").arg(what);
        return tr("%1 Not computed in this run.").arg(what);
    }
    return tr("%1 %2: %3. %4 %5").arg(what, AuditFigures::sourceLabel(name), AuditFigures::text(value.metric), value.origin,
                                      AuditFigures::detail(value.metric));
}

} // namespace fairloom::ui
