#pragma once

#include "core/data/column_roles.h"
#include "core/data/problem.h"
#include "core/data/table.h"
#include "ui/workers/data_overview.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace fairloom::ui {

/// The columns of a table, one a row: name, type, role in the present task, missing values, a small histogram.
class ColumnsModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Field { name, type, role, missing, values, field_count };
    static constexpr int HistogramRole = Qt::UserRole + 1; ///< QList<double>

    explicit ColumnsModel(QObject *parent = nullptr) : QAbstractTableModel(parent) {}

    /// `reasons`: why each column has its type and role; may be empty.
    void setTable(std::shared_ptr<const Table> table, std::vector<ColumnReason> reasons = {});
    void setTask(const Task &task);
    void setSketches(std::vector<ColumnSketch> sketches);
    Role roleOf(std::size_t column) const; ///< in the task, where that says something
    static QString kindName(ColumnKind kind);
    static QString roleName(Role role);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : field_count; }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QVariant text(std::size_t column, int field) const;

    std::shared_ptr<const Table> table_;
    std::vector<ColumnReason> reasons_;
    Task task_;
    std::vector<ColumnSketch> sketches_;
};

} // namespace fairloom::ui
