#include "ui/models/differences_model.h"

#include "ui/models/audit_guide.h"
#include "ui/text.h"

#include <cmath>

namespace fairloom::ui {

namespace {

/// Small differences keep as many decimals as show on which side of 0 they lie.
int decimalsOf(const SourceDifference &d)
{
    const double size = d.difference ? std::abs(*d.difference.value) : 1;
    return size < 0.1 ? 3 : 2;
}

QString chance(double p)
{
    return p < 0.001 ? QStringLiteral("< %1").arg(number(0.001, 3)) : number(p, 3);
}

} // namespace

void DifferencesModel::setDifferences(std::vector<SourceDifference> differences)
{
    beginResetModel();
    differences_ = std::move(differences);
    endResetModel();
}

int DifferencesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(differences_.size());
}

int DifferencesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(column_count);
}

QString DifferencesModel::figureName(const std::string &key)
{
    return key == "dpr" ? tr("DPR") : key == "eor" ? tr("EOR") : key == "accuracy" ? tr("accuracy") : key == "f1" ? tr("F1") : toQString(key);
}

QString DifferencesModel::inWords(const SourceDifference &d)
{
    const QString what = tr("%1 vs %2: %3").arg(AuditFigures::sourceLabel(d.first), AuditFigures::sourceLabel(d.second), figureName(d.figure));
    if (!d.difference)
        return tr("%1 undefined, because %2").arg(what, translated(d.difference.undefined));
    const QString value = AuditGuide::signedNumber(*d.difference.value, decimalsOf(d));
    if (!d.difference.interval)
        return tr("%1 %2").arg(what, value);
    return tr("%1 %2 (%3), %4").arg(what, value, AuditGuide::range(*d.difference.interval, decimalsOf(d)), AuditGuide::pValue(d.p_value));
}

QVariant DifferencesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const SourceDifference &d = differences_[std::size_t(index.row())];
    if (role == Qt::TextAlignmentRole)
        return int((index.column() <= figure ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
        return explanation(index);
    if (role == Qt::AccessibleTextRole)
        return inWords(d);
    if (role == valueRole)
        return d.difference ? QVariant(*d.difference.value) : QVariant();
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case comparison: return tr("%1 vs %2").arg(AuditFigures::sourceLabel(d.first), AuditFigures::sourceLabel(d.second));
    case figure: return figureName(d.figure);
    case difference: return d.difference ? AuditGuide::signedNumber(*d.difference.value, decimalsOf(d)) : AuditFigures::text(d.difference);
    case interval: return d.difference.interval ? AuditGuide::range(*d.difference.interval, decimalsOf(d)) : QStringLiteral("–");
    case p_value: return d.difference ? chance(d.p_value) : QStringLiteral("–");
    default: return d.difference ? chance(d.p_holm) : QStringLiteral("–");
    }
}

QVariant DifferencesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section <= figure ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignBottom);
    if (role == Qt::ToolTipRole && section == p_holm)
        return tr("Adjusted by Holm's method for the number of comparisons in the same family (fairness or utility)");
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (section) {
    case comparison: return tr("comparison");
    case figure: return tr("figure");
    case difference: return tr("difference");
    case interval: return tr("95 % interval");
    case p_value: return tr("p");
    default: return tr("p adjusted");
    }
}

QString DifferencesModel::explanation(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const SourceDifference &d = differences_[std::size_t(index.row())];
    QStringList parts{tr("%1.").arg(inWords(d)),
                      tr("%1 of %2 less that of %3, both judged on the same test rows.").arg(figureName(d.figure), AuditFigures::sourceRows(d.first),
                                                                                              AuditFigures::sourceRows(d.second))};
    if (d.difference) {
        parts << AuditFigures::detail(d.difference);
        parts << tr("How often chance alone would give as much: %1; adjusted by Holm for all comparisons of its family (%2): %3.")
                     .arg(AuditGuide::pValue(d.p_value), d.family == "fairness" ? tr("fairness") : tr("utility"), AuditGuide::pValue(d.p_holm));
    }
    parts << tr("Training with another seed is not in it.");
    parts << AuditGuide::meaning(d.figure);
    return parts.join(u' ');
}

} // namespace fairloom::ui
