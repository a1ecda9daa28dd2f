#pragma once

#include "ui/workers/column_associations.h"

#include <QAbstractTableModel>

#include <vector>

namespace fairloom::ui {

/// What every column has to do with the sensitive attribute and the target; sorts by value where it is asked to.
class AssociationsModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Field { name, auroc, group, label, field_count };
    static constexpr int SortRole = Qt::UserRole + 1;

    explicit AssociationsModel(QObject *parent = nullptr) : QAbstractTableModel(parent) {}

    void setRows(std::vector<AssociationRow> rows, const QString &sensitive, const QString &target);
    const AssociationRow &row(int index) const { return rows_[static_cast<std::size_t>(index)]; }
    static QString measureName(AssociationMeasure measure);  ///< "Cramér’s V"
    static QString measureSymbol(AssociationMeasure measure); ///< "V"

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(rows_.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : field_count; }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<AssociationRow> rows_;
    QString sensitive_, target_;
};

} // namespace fairloom::ui
