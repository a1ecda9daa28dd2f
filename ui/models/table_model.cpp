#include "ui/models/table_model.h"

#include "ui/style/theme.h"
#include "ui/text.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace fairloom::ui {

TableModel::TableModel(QObject *parent) : QAbstractTableModel(parent) {}

void TableModel::setTable(std::shared_ptr<const Table> table, std::vector<std::size_t> columns)
{
    beginResetModel();
    table_ = std::move(table);
    columns_ = std::move(columns);
    rows_.reset();
    if (table_ && columns_.empty()) {
        columns_.resize(table_->columns.size());
        std::iota(columns_.begin(), columns_.end(), std::size_t{0});
    }
    if (!table_)
        columns_.clear();
    endResetModel();
}

void TableModel::setRows(std::optional<std::vector<std::size_t>> rows)
{
    beginResetModel();
    rows_ = std::move(rows);
    endResetModel();
}

int TableModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid() || !table_)
        return 0;
    return int(std::min<std::size_t>(rows_ ? rows_->size() : table_->rows(), std::numeric_limits<int>::max()));
}

int TableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(columns_.size());
}

QVariant TableModel::data(const QModelIndex &index, int role) const
{
    if (!table_ || !index.isValid())
        return {};
    const Column &column = table_->columns[tableColumn(index.column())];
    const std::size_t row = tableRow(index.row());
    switch (role) {
    case Qt::DisplayRole: return toQString(column.text(row));
    case Qt::ToolTipRole:
        return column.is_missing(row) ? tr("%1, row %2: missing").arg(toQString(column.name), count(row + 1)) : QVariant();
    case Qt::TextAlignmentRole:
        return int((column.type == ColumnType::number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        return column.is_missing(row) ? QVariant(Theme::instance().muted()) : QVariant();
    default: return {};
    }
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (!table_ || section < 0)
        return {};
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(count(section < rowCount() ? tableRow(section) + 1 : 0)) : QVariant();
    if (section >= columnCount())
        return {};
    const Column &column = table_->columns[tableColumn(section)];
    if (role == Qt::DisplayRole)
        return toQString(column.name);
    if (role == Qt::TextAlignmentRole)
        return int((column.type == ColumnType::number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

} // namespace fairloom::ui
