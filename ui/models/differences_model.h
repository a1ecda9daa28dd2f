#pragma once

#include "ui/models/audit_figures.h"

#include <QAbstractTableModel>

#include <vector>

namespace fairloom::ui {

/// How figures of one source differ from another's on the same draws of test rows, with p-values as they are and as adjusted by Holm.
class DifferencesModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { comparison, figure, difference, interval, p_value, p_holm, column_count };
    static constexpr int valueRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;

    void setDifferences(std::vector<SourceDifference> differences);
    const std::vector<SourceDifference> &differences() const { return differences_; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// "student vs real: DPR +0.43 (0.40 to 0.46), p < 0.001"
    static QString inWords(const SourceDifference &d);
    static QString figureName(const std::string &key);
    QString explanation(const QModelIndex &index) const;

private:
    std::vector<SourceDifference> differences_;
};

} // namespace fairloom::ui
