#include "ui/models/columns_model.h"

#include "ui/style/theme.h"
#include "ui/text.h"

#include <QFont>
#include <QList>

#include <algorithm>

namespace fairloom::ui {

void ColumnsModel::setTable(std::shared_ptr<const Table> table, std::vector<ColumnReason> reasons)
{
    beginResetModel();
    table_ = std::move(table);
    reasons_ = std::move(reasons);
    sketches_.clear();
    endResetModel();
}

void ColumnsModel::setTask(const Task &task)
{
    task_ = task;
    if (rowCount() > 0)
        emit dataChanged(index(0, role), index(rowCount() - 1, role));
}

void ColumnsModel::setSketches(std::vector<ColumnSketch> sketches)
{
    sketches_ = std::move(sketches);
    if (rowCount() > 0)
        emit dataChanged(index(0, missing), index(rowCount() - 1, values));
}

Role ColumnsModel::roleOf(std::size_t column) const
{
    const Column &of = table_->columns[column];
    if (std::find(task_.sensitive.begin(), task_.sensitive.end(), of.name) != task_.sensitive.end())
        return Role::sensitive;
    if (of.name == task_.target)
        return Role::target;
    // a role that came with the data and that the user chose otherwise
    return of.role == Role::sensitive || of.role == Role::target ? Role::feature : of.role;
}

QString ColumnsModel::kindName(ColumnKind kind)
{
    switch (kind) {
    case ColumnKind::number: return tr("number");
    case ColumnKind::integer: return tr("integer");
    case ColumnKind::category: return tr("category");
    case ColumnKind::ordered: return tr("ordered");
    case ColumnKind::date: return tr("date");
    case ColumnKind::identifier: return tr("identifier");
    case ColumnKind::text: return tr("free text");
    case ColumnKind::picture: return tr("picture");
    }
    return {};
}

QString ColumnsModel::roleName(Role role)
{
    switch (role) {
    case Role::sensitive: return tr("sensitive");
    case Role::target: return tr("target");
    case Role::ignored: return tr("ignored");
    case Role::identifier: return tr("identifier");
    case Role::feature: return tr("feature");
    }
    return {};
}

int ColumnsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !table_ ? 0 : int(table_->columns.size());
}

QVariant ColumnsModel::text(std::size_t column, int field) const
{
    const Column &of = table_->columns[column];
    switch (field) {
    case name: return toQString(of.name);
    case type: return kindName(of.meaning());
    case role: return roleName(roleOf(column));
    case missing: return column < sketches_.size() && sketches_[column].missing > 0 ? count(sketches_[column].missing) : QString();
    default: return {};
    }
}

QVariant ColumnsModel::data(const QModelIndex &index, int wanted) const
{
    if (!table_ || !index.isValid())
        return {};
    const auto column = std::size_t(index.row());
    const Theme &theme = Theme::instance();
    switch (wanted) {
    case Qt::DisplayRole: return text(column, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == values ? QVariant(tr("Histogram of %1").arg(toQString(table_->columns[column].name))) : QVariant();
    case Qt::ToolTipRole:
        if (index.column() == type && column < reasons_.size())
            return translated(reasons_[column].type);
        if (index.column() == role && column < reasons_.size())
            return translated(reasons_[column].role);
        return index.column() == name ? text(column, name) : QVariant();
    case Qt::TextAlignmentRole: return int((index.column() == missing ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        if (index.column() == type)
            return theme.muted();
        if (index.column() == role)
            return roleOf(column) == Role::sensitive ? theme.warning() : roleOf(column) == Role::target ? theme.good() : theme.muted();
        return {};
    case HistogramRole:
        if (index.column() == values && column < sketches_.size())
            return QVariant::fromValue(QList<double>(sketches_[column].heights.begin(), sketches_[column].heights.end()));
        return {};
    default: return {};
    }
}

QVariant ColumnsModel::headerData(int section, Qt::Orientation orientation, int wanted) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (wanted == Qt::TextAlignmentRole)
        return int((section == missing ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (wanted != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("Column"), tr("Type"), tr("Role"), tr("Missing"), tr("Values")};
    return section >= 0 && section < field_count ? QVariant(titles[section]) : QVariant();
}

} // namespace fairloom::ui
