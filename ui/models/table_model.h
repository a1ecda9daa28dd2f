#pragma once

#include "core/data/table.h"

#include <QAbstractTableModel>

#include <memory>
#include <optional>
#include <vector>

namespace fairloom::ui {

/// Rows of a table as they are spelled in a file; nothing is copied, so a million rows cost nothing. Numbers stand at the
/// right, missing values are muted.
class TableModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit TableModel(QObject *parent = nullptr);

    /// `columns` are indices into the table's columns, in the order to show; empty = all.
    void setTable(std::shared_ptr<const Table> table, std::vector<std::size_t> columns = {});
    /// Shows these rows only, in this order; setTable() shows all again.
    void setRows(std::optional<std::vector<std::size_t>> rows);
    const Table *table() const { return table_.get(); }
    std::size_t tableColumn(int column) const { return columns_[static_cast<std::size_t>(column)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::size_t tableRow(int row) const { return rows_ ? (*rows_)[static_cast<std::size_t>(row)] : static_cast<std::size_t>(row); }

    std::shared_ptr<const Table> table_;
    std::vector<std::size_t> columns_;
    std::optional<std::vector<std::size_t>> rows_;
};

} // namespace fairloom::ui
