#pragma once

#include "ui/models/audit_figures.h"

#include <QAbstractTableModel>

#include <memory>

namespace fairloom::ui {

/// Utility, quality and leakage: one row per source, one column per figure.
/// Qt::DisplayRole is the text, valueRole the exact number of the RunResult (invalid if undefined or not computed),
/// Qt::ToolTipRole says what it means, how it was computed and from how many rows.
class AuditModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { source, accuracy, f1, auroc, density, coverage, leakage_latent, leakage_rows, latent_accuracy, latent_dpr, latent_eor, column_count };
    static constexpr int valueRole = Qt::UserRole;
    static constexpr int sourceRole = Qt::UserRole + 1; ///< "student"

    using QAbstractTableModel::QAbstractTableModel;

    void setResult(std::shared_ptr<const RunResult> result, const AuditChoice &choice);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// What the figure means, how it was computed, from how many rows.
    QString explanation(const QModelIndex &index) const;

private:
    struct Cell {
        bool computed = false; ///< false: this source has no such figure at all
        Metric metric;
        QString origin;        ///< "Scored on 16,281 rows."
    };
    Cell cell(const std::string &name, int column) const;
    static QString meaning(int column);

    std::shared_ptr<const RunResult> result_;
    AuditChoice choice_;
    std::vector<std::string> sources_;
};

} // namespace fairloom::ui
