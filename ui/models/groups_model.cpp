#include "ui/models/groups_model.h"

#include "ui/models/audit_guide.h"
#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/widgets/group_texture.h"

#include <QIcon>
#include <QPainter>
#include <QPixmap>

#include <cmath>

namespace fairloom::ui {

namespace {

QIcon groupIcon(int group)
{
    QPixmap picture(20, 20);
    picture.setDevicePixelRatio(2);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setPen(Qt::NoPen);
    painter.setBrush(groupBrush(group));
    painter.drawRoundedRect(QRectF(0, 0, 10, 10), 2, 2);
    return QIcon(picture);
}

std::size_t positivesOf(const GroupRates &rates)
{
    const std::size_t counted = rates.counts.true_positive + rates.counts.false_negative;
    // results that are older than the counts have the rate alone
    return rates.counts.n() > 0 || !rates.base_rate ? counted : std::size_t(std::llround(*rates.base_rate.value * double(rates.n)));
}

/// Logarithms are for computing with; people read ratios.
Metric asRatio(Metric log_ratio)
{
    if (log_ratio)
        log_ratio.value = std::exp(*log_ratio.value);
    if (log_ratio.interval) {
        log_ratio.interval->low = std::exp(log_ratio.interval->low);
        log_ratio.interval->high = std::exp(log_ratio.interval->high);
        log_ratio.interval->values.reset();
    }
    return log_ratio;
}

struct Against {
    int column;
    Metric AgainstReference::*figure;
};
constexpr Against differences[] = {{GroupsModel::selection_difference, &AgainstReference::selection_difference},
                                   {GroupsModel::tpr_difference, &AgainstReference::tpr_difference},
                                   {GroupsModel::fpr_difference, &AgainstReference::fpr_difference}};
constexpr Against ratios[] = {{GroupsModel::selection_ratio, &AgainstReference::selection_log_ratio},
                              {GroupsModel::tpr_ratio, &AgainstReference::tpr_log_ratio},
                              {GroupsModel::fpr_ratio, &AgainstReference::fpr_log_ratio}};

bool isDifference(int column)
{
    return column == GroupsModel::selection_difference || column == GroupsModel::tpr_difference || column == GroupsModel::fpr_difference
           || column == GroupsModel::calibration;
}

} // namespace

void GroupsModel::setGroups(std::shared_ptr<const RunResult> result, const std::string &source, const AuditChoice &choice, const std::string &column)
{
    beginResetModel();
    result_ = std::move(result);
    source_ = source;
    choice_ = choice;
    column_ = column;
    judged_ = result_ ? AuditFigures::classifier(*result_, source, choice) : nullptr;
    fairness_ = judged_ && column.empty() ? &judged_->fairness : nullptr;
    if (judged_)
        for (const ColumnFairness &alone : judged_->by_column)
            if (alone.column == column)
                fairness_ = &alone.fairness;
    endResetModel();
}

bool GroupsModel::isIn(int column, Part part)
{
    if (column == group)
        return true;
    return part == rates_part ? column <= calibration : column == n || column >= selection_against;
}

int GroupsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !fairness_ ? 0 : int(fairness_->groups.size());
}

int GroupsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(column_count);
}

Metric GroupsModel::metric(const GroupRates &rates, int column) const
{
    for (const bool ratio : {false, true})
        for (const Against &known : ratio ? ratios : differences)
            if (known.column == column) {
                if (rates.against)
                    return ratio ? asRatio((*rates.against).*known.figure) : (*rates.against).*known.figure;
                const std::size_t place = std::size_t(&rates - fairness_->groups.data());
                return Metric::undefined_because(place == fairness_->reference ? FAIRLOOM_TEXT("this is the reference group itself")
                                                                               : FAIRLOOM_TEXT("this group or the reference group has no rows"));
            }
    switch (column) {
    case n: return Metric(double(rates.n));
    case positives: return Metric(double(positivesOf(rates)));
    case base_rate: return rates.base_rate;
    case selection_rate:
    case selection_against: return rates.selection_rate;
    case tpr:
    case tpr_against: return rates.tpr;
    case fpr:
    case fpr_against: return rates.fpr;
    case fnr: return rates.fnr;
    case precision: return rates.precision;
    case accuracy: return rates.accuracy;
    case auroc: return rates.auroc;
    default: return rates.calibration;
    }
}

QString GroupsModel::text(const GroupRates &rates, int column) const
{
    const Metric value = metric(rates, column);
    const bool reference = std::size_t(&rates - fairness_->groups.data()) == fairness_->reference;
    if (!value)
        return reference && column > calibration ? QStringLiteral("–") : AuditFigures::text(value);
    if (column == n || column == positives)
        return AuditFigures::count(std::size_t(*value.value));
    return isDifference(column) ? AuditGuide::signedNumber(*value.value) : number(value, 2);
}

QVariant GroupsModel::groupData(int row, int role) const
{
    const GroupRates &rates = fairness_->groups[std::size_t(row)];
    const bool reference = std::size_t(row) == fairness_->reference;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: {
        QString name = toQString(rates.group.name);
        if (rates.small)
            name = tr("⚠ %1").arg(name);
        return reference ? tr("%1 (reference)").arg(name) : name;
    }
    case Qt::DecorationRole:
        return column_.empty() ? QVariant(groupIcon(row)) : QVariant(); // colours belong to the groups of all columns together
    case Qt::ForegroundRole:
        return rates.small ? QVariant(Theme::instance().warning()) : QVariant();
    case Qt::ToolTipRole:
        return groupExplanation(rates);
    default:
        return {};
    }
}

QVariant GroupsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !fairness_)
        return {};
    if (index.column() == group)
        return groupData(index.row(), role);
    const GroupRates &rates = fairness_->groups[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(rates, index.column());
    case Qt::TextAlignmentRole:
        return int(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        return metric(rates, index.column()) ? QVariant() : QVariant(Theme::instance().muted());
    case Qt::ToolTipRole:
        return explanation(index);
    case Qt::AccessibleTextRole:
        return tr("%1 of %2: %3").arg(headerData(index.column(), Qt::Horizontal, Qt::AccessibleTextRole).toString(), toQString(rates.group.name),
                                      text(rates, index.column()));
    case valueRole: {
        const Metric value = metric(rates, index.column());
        return value ? QVariant(*value.value) : QVariant();
    }
    default:
        return {};
    }
}

QVariant GroupsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == group ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignBottom);
    if (role == Qt::ToolTipRole)
        return section == group ? QString() : AuditGuide::meaning(key(section));
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    const bool spoken = role == Qt::AccessibleTextRole;
    switch (section) {
    case n: return spoken ? tr("rows") : tr("n");
    case positives: return spoken ? tr("favourable") : tr("favour-\nable");
    case base_rate: return spoken ? tr("base rate") : tr("base\nrate");
    case selection_rate:
    case selection_against: return spoken ? tr("selection rate") : tr("selection\nrate");
    case tpr:
    case tpr_against: return tr("TPR");
    case fpr:
    case fpr_against: return tr("FPR");
    case fnr: return tr("FNR");
    case precision: return tr("precision");
    case accuracy: return tr("accuracy");
    case auroc: return tr("AUROC");
    case calibration: return spoken ? tr("calibration") : tr("cali-\nbration");
    case selection_difference: return spoken ? tr("difference in selection rate") : tr("selection\ndiff.");
    case selection_ratio: return spoken ? tr("ratio of selection rates") : tr("selection\nratio");
    case tpr_difference: return spoken ? tr("difference in TPR") : tr("TPR\ndiff.");
    case tpr_ratio: return spoken ? tr("ratio of TPR") : tr("TPR\nratio");
    case fpr_difference: return spoken ? tr("difference in FPR") : tr("FPR\ndiff.");
    case fpr_ratio: return spoken ? tr("ratio of FPR") : tr("FPR\nratio");
    default: return tr("group");
    }
}

const char *GroupsModel::key(int column)
{
    switch (column) {
    case n: return "n";
    case positives: return "positives";
    case base_rate: return "base_rate";
    case selection_rate:
    case selection_against: return "selection_rate";
    case tpr:
    case tpr_against: return "tpr";
    case fpr:
    case fpr_against: return "fpr";
    case fnr: return "fnr";
    case precision: return "precision";
    case accuracy: return "accuracy";
    case auroc: return "auroc";
    case calibration: return "calibration";
    case selection_difference: return "selection_difference";
    case selection_ratio: return "selection_log_ratio";
    case tpr_difference: return "tpr_difference";
    case tpr_ratio: return "tpr_log_ratio";
    case fpr_difference: return "fpr_difference";
    case fpr_ratio: return "fpr_log_ratio";
    default: return "";
    }
}

QString GroupsModel::groupExplanation(const GroupRates &rates) const
{
    QString text = tr("%1: %2 test rows, %3 of them favourable.")
                       .arg(toQString(rates.group.name), AuditFigures::count(rates.n), AuditFigures::count(positivesOf(rates)));
    if (rates.small)
        text += u' ' + tr("So few rows (fewer than %1) say little: read their intervals, not their rates.").arg(FairnessOptions().minimum_rows);
    return text;
}

QString GroupsModel::explanation(const QModelIndex &index) const
{
    if (!index.isValid() || !fairness_)
        return {};
    const GroupRates &rates = fairness_->groups[std::size_t(index.row())];
    if (index.column() == group)
        return groupExplanation(rates);
    const Metric value = metric(rates, index.column());
    const QString whose = tr("%1, %2").arg(AuditFigures::sourceLabel(source_), toQString(rates.group.name));
    if (index.column() == n || index.column() == positives)
        return tr("%1 %2: %3. %4").arg(AuditGuide::meaning(key(index.column())), whose, text(rates, index.column()), AuditGuide::origin(*judged_, source_, choice_));
    QStringList besides{tr("%1 rows of this group.").arg(AuditFigures::count(rates.n))};
    if (index.column() > calibration && index.column() != selection_against && index.column() != tpr_against && index.column() != fpr_against)
        besides << tr("Reference group: %1, %2 rows.").arg(toQString(fairness_->groups[fairness_->reference].group.name),
                                                           AuditFigures::count(fairness_->groups[fairness_->reference].n));
    if (rates.small)
        besides << tr("A small group.");
    return AuditGuide::about({key(index.column()), whose, value, AuditGuide::origin(*judged_, source_, choice_),
                              value ? text(rates, index.column()) : QString(), besides.join(QLatin1Char(' '))});
}

} // namespace fairloom::ui
