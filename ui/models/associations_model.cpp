#include "ui/models/associations_model.h"

#include "ui/style/theme.h"
#include "ui/text.h"

namespace fairloom::ui {

void AssociationsModel::setRows(std::vector<AssociationRow> rows, const QString &sensitive, const QString &target)
{
    beginResetModel();
    rows_ = std::move(rows);
    sensitive_ = sensitive;
    target_ = target;
    endResetModel();
}

QString AssociationsModel::measureName(AssociationMeasure measure)
{
    switch (measure) {
    case AssociationMeasure::cramers_v: return tr("Cramér’s V");
    case AssociationMeasure::correlation_ratio: return tr("correlation ratio η");
    case AssociationMeasure::spearman: return tr("Spearman’s |ρ|");
    }
    return {};
}

QString AssociationsModel::measureSymbol(AssociationMeasure measure)
{
    switch (measure) {
    case AssociationMeasure::cramers_v: return QStringLiteral("V");
    case AssociationMeasure::correlation_ratio: return QStringLiteral("η");
    case AssociationMeasure::spearman: return QStringLiteral("|ρ|");
    }
    return {};
}

QVariant AssociationsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const AssociationRow &of = rows_[std::size_t(index.row())];
    const auto association = [&](const std::optional<ColumnAssociation> &value, const QString &with) -> QVariant {
        switch (role) {
        case Qt::DisplayRole: return value ? number(value->value, 2) + u' ' + measureSymbol(value->measure) : QString();
        case SortRole: return value ? value->value : -1.0;
        case Qt::ToolTipRole:
            return value ? tr("%1 and %2: %3 %4, from %5 rows").arg(toQString(of.name), with, measureName(value->measure), number(value->value), count(value->n))
                         : QVariant();
        default: return {};
        }
    };
    if (role == Qt::TextAlignmentRole)
        return int((index.column() == name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    switch (index.column()) {
    case name:
        return role == Qt::DisplayRole || role == Qt::ToolTipRole || role == SortRole ? QVariant(toQString(of.name)) : QVariant();
    case auroc:
        if (role == Qt::DisplayRole)
            return of.auroc ? number(*of.auroc, 2) : QString();
        if (role == SortRole)
            return of.auroc && *of.auroc ? *of.auroc->value : -1.0;
        if (role == Qt::ToolTipRole && of.auroc)
            return *of.auroc ? tr("How well %1 is told from %2 alone: AUROC %3; 0.5 is not at all, 1 without error")
                                   .arg(sensitive_, toQString(of.name), number(*of.auroc))
                             : translated(of.auroc->undefined);
        return {};
    case group: return association(of.group, sensitive_);
    case label: return association(of.label, target_);
    default: return {};
    }
}

QVariant AssociationsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    const QString titles[] = {tr("Column"), tr("AUROC"), tr("With %1").arg(sensitive_), tr("With %1").arg(target_)};
    const QString helps[] = {{}, tr("How well %1 is told from this column alone").arg(sensitive_), tr("Association with %1").arg(sensitive_),
                             tr("Association with the favourable value of %1").arg(target_)};
    if (section < 0 || section >= field_count)
        return {};
    if (role == Qt::ToolTipRole)
        return helps[section];
    return role == Qt::DisplayRole ? QVariant(titles[section]) : QVariant();
}

} // namespace fairloom::ui
