#include "ui/models/audit_model.h"

#include "ui/models/audit_guide.h"
#include "ui/text.h"
#include "ui/widgets/source_style.h"

namespace fairloom::ui {

namespace {

bool isPercent(int column)
{
    return column == AuditModel::exact_copies || column == AuditModel::identifiability || column == AuditModel::linkage;
}

int decimalsOf(int column)
{
    return column == AuditModel::accuracy || column == AuditModel::latent_accuracy ? 3 : isPercent(column) && column != AuditModel::linkage ? 1 : 2;
}

} // namespace

void AuditModel::setResult(std::shared_ptr<const RunResult> result, const AuditChoice &choice)
{
    beginResetModel();
    result_ = std::move(result);
    choice_ = choice;
    sources_ = result_ ? AuditFigures::sources(*result_) : std::vector<std::string>();
    endResetModel();
}

void AuditModel::setWithoutNearUnique(bool without)
{
    withoutNearUnique_ = without;
    if (!sources_.empty())
        emit dataChanged(index(0, closest_record), index(rowCount() - 1, linkage));
}

std::vector<std::string> AuditModel::nearUnique() const
{
    if (result_)
        for (const auto &[name, judged] : result_->sources)
            if (judged.privacy && !judged.privacy->near_unique.empty())
                return judged.privacy->near_unique;
    return {};
}

bool AuditModel::isIn(int column, Part part)
{
    switch (part) {
    case rows_part: return column <= leakage_rows;
    case latent_part: return column == source || column == leakage_latent || (column >= latent_accuracy && column <= latent_eor);
    case depth_part: return column == source || (column >= alpha_precision && column <= marginal_distance);
    default: return column == source || column >= closest_record;
    }
}

int AuditModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(sources_.size());
}

int AuditModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(column_count);
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
            return AuditFigures::shortLabel(name);
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
        return value.computed ? text(value, index.column()) : QStringLiteral("–");
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

QString AuditModel::text(const Cell &cell, int column) const
{
    const double times = isPercent(column) ? 100 : 1;
    const int decimals = decimalsOf(column);
    const QString own = cell.metric ? number(*cell.metric.value * times, decimals) : AuditFigures::text(cell.metric);
    return cell.metric && cell.beside ? tr("%1 (%2)").arg(own, number(*cell.beside * times, decimals)) : own;
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == source ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignBottom);
    if (role == Qt::ToolTipRole)
        return section == source ? QString() : AuditGuide::meaning(key(section));
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    const bool spoken = role == Qt::AccessibleTextRole;
    switch (section) {
    case accuracy: return tr("accuracy");
    case f1: return tr("F1");
    case auroc: return tr("AUROC");
    case density: return tr("density");
    case coverage: return spoken ? tr("coverage") : tr("cover-\nage");
    case leakage_latent: return spoken ? tr("leakage AUROC, latent") : tr("leakage\nlatent");
    case leakage_rows: return spoken ? tr("leakage AUROC, rows") : tr("leakage\nrows");
    case latent_accuracy: return spoken ? tr("accuracy from the latent") : tr("latent\naccuracy");
    case latent_dpr: return spoken ? tr("DPR from the latent") : tr("latent\nDPR");
    case latent_eor: return spoken ? tr("EOR from the latent") : tr("latent\nEOR");
    case alpha_precision: return spoken ? tr("alpha-precision") : tr("alpha-\nprecision");
    case beta_recall: return spoken ? tr("beta-recall") : tr("beta-\nrecall");
    case authenticity: return spoken ? tr("authenticity") : tr("authen-\nticity");
    case two_sample: return spoken ? tr("two-sample AUROC") : tr("two-sample\nAUROC");
    case marginal_distance: return spoken ? tr("marginal distance") : tr("marginal\ndistance");
    case closest_record: return spoken ? tr("distance to the closest record") : tr("DCR");
    case distance_ratio: return spoken ? tr("nearest-neighbour distance ratio") : tr("NNDR");
    case exact_copies: return spoken ? tr("exact copies") : tr("copies,\n%");
    case identifiability: return spoken ? tr("identifiability") : tr("identif., %\n(holdout)");
    case attack_advantage: return spoken ? tr("attack advantage") : tr("attack\nadv.");
    case linkage: return spoken ? tr("linked to their source row") : tr("linked,\n%");
    default: return spoken ? tr("source") : QString();
    }
}

const char *AuditModel::key(int column)
{
    switch (column) {
    case accuracy:
    case latent_accuracy: return "accuracy";
    case f1: return "f1";
    case auroc: return "auroc";
    case density: return "density";
    case coverage: return "coverage";
    case leakage_latent: return "auroc_latent";
    case leakage_rows: return "auroc_features";
    case latent_dpr: return "dpr";
    case latent_eor: return "eor";
    case alpha_precision: return "alpha_precision";
    case beta_recall: return "beta_recall";
    case authenticity: return "authenticity";
    case two_sample: return "two_sample_auroc";
    case marginal_distance: return "marginal_distance";
    case closest_record: return "dcr_median";
    case distance_ratio: return "nndr_median";
    case exact_copies: return "exact_copies";
    case identifiability: return "identifiability";
    case attack_advantage: return "attack_advantage";
    case linkage: return "linkage";
    default: return "";
    }
}

QString AuditModel::besides(const Cell &cell, int column) const
{
    if (!cell.beside)
        return {};
    return tr("Real holdout rows: %1.").arg(isPercent(column) ? percent(*cell.beside) : number(*cell.beside));
}

QString AuditModel::whyAbsent(const std::string &name, int column) const
{
    const QString what = AuditGuide::meaning(key(column));
    if (name == "real" && (column == density || column == coverage || column >= alpha_precision))
        return tr("%1 Not computed for real rows: they are what the others are compared with.").arg(what);
    if ((column == leakage_latent || isIn(column, latent_part)) && name != "teacher" && name != "student")
        return tr("%1 Not computed: only the teacher and the student have a latent that is judged.").arg(what);
    return tr("%1 Not computed in this run.").arg(what);
}

QString AuditModel::explanation(const QModelIndex &index) const
{
    if (!index.isValid() || !result_)
        return {};
    const std::string &name = sources_[std::size_t(index.row())];
    if (index.column() == source)
        return tr("Figures about %1.").arg(AuditFigures::sourceRows(name));
    const Cell value = cell(name, index.column());
    if (!value.computed)
        return whyAbsent(name, index.column());
    QString whose = AuditFigures::sourceLabel(name);
    if (name == "real" && index.column() >= closest_record)
        whose = tr("real holdout rows");
    if (isIn(index.column(), latent_part) && index.column() != leakage_latent)
        whose = tr("Classifier that sees the latent alone, %1").arg(whose);
    const QString shown = value.metric && isPercent(index.column()) ? percent(*value.metric.value, 2) : QString();
    return AuditGuide::about({key(index.column()), whose, value.metric, value.origin, shown, besides(value, index.column())});
}

} // namespace fairloom::ui
