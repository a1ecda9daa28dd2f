#include "ui/models/subgroups_model.h"

#include "ui/text.h"

#include <QCoreApplication>
#include <QStringList>

namespace fairloom::ui {

QString inWords(const std::vector<Condition> &conditions)
{
    QStringList out;
    for (const Condition &condition : conditions)
        out << translated(describe(condition));
    return out.join(QCoreApplication::translate("SubgroupsModel", " and "));
}

QString chanceText(double p)
{
    return p < 0.001 ? QStringLiteral("< ") + number(0.001) : number(p);
}

void SubgroupsModel::setSubgroups(std::vector<Subgroup> subgroups)
{
    beginResetModel();
    subgroups_ = std::move(subgroups);
    endResetModel();
}

QVariant SubgroupsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Subgroup &of = subgroups_[std::size_t(index.row())];
    if (role == Qt::TextAlignmentRole)
        return int((index.column() == conditions ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole || role == Qt::AccessibleDescriptionRole)
        return tr("%1: %2 of %3 rows have the favourable label, %4 (95 % interval %5 to %6); of all other rows %7.")
            .arg(inWords(of.conditions), count(of.positives), count(of.size), percent(of.base_rate))
            .arg(percent(of.interval.low), percent(of.interval.high), percent(of.rest_rate));
    const bool sorting = role == SortRole;
    if (role != Qt::DisplayRole && !sorting)
        return {};
    switch (index.column()) {
    case conditions: return inWords(of.conditions);
    case size: return sorting ? QVariant(qulonglong(of.size)) : QVariant(count(of.size));
    case rate: return sorting ? QVariant(of.base_rate) : QVariant(percent(of.base_rate));
    case gap: return sorting ? QVariant(of.gap) : QVariant((of.gap > 0 ? QStringLiteral("+") : QString()) + number(100 * of.gap, 1));
    case chance: return sorting ? QVariant(of.p_value.value_or(2)) : QVariant(of.p_value ? chanceText(*of.p_value) : number(Metric()));
    default: return {};
    }
}

QVariant SubgroupsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= field_count)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == conditions ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    const QString titles[] = {tr("Subgroup"), tr("Rows"), tr("Rate"), tr("Gap"), tr("p")};
    const QString helps[] = {tr("What its rows have in common"), tr("Rows of the subgroup"), tr("Share of them with the favourable label"),
                             tr("Percentage points above (+) or below the rate of all rows"),
                             tr("Chance that the whole search finds so extreme a subgroup where labels have nothing to do with any column")};
    return role == Qt::DisplayRole ? QVariant(titles[section]) : role == Qt::ToolTipRole ? QVariant(helps[section]) : QVariant();
}

} // namespace fairloom::ui
