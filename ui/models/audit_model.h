#pragma once

#include "ui/models/audit_figures.h"

#include <QAbstractTableModel>

#include <memory>

namespace fairloom::ui {

/// Utility, quality, leakage and privacy: one row per source, one column per figure.
/// Qt::DisplayRole is the text, valueRole the exact number of the RunResult (invalid if undefined or not computed),
/// Qt::ToolTipRole says what it means, how it was computed and from how many rows.
class AuditModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        source, accuracy, f1, auroc, density, coverage, leakage_latent, leakage_rows, // rows
        latent_accuracy, latent_dpr, latent_eor,
        alpha_precision, beta_recall, authenticity, two_sample, marginal_distance,    // in depth
        closest_record, distance_ratio, exact_copies, identifiability, attack_advantage, linkage, // privacy
        column_count
    };
    /// What is looked at together: all columns at once would be too narrow to read.
    enum Part { rows_part, latent_part, depth_part, privacy_part };
    static constexpr int valueRole = Qt::UserRole;
    static constexpr int sourceRole = Qt::UserRole + 1; ///< "student"

    using QAbstractTableModel::QAbstractTableModel;

    void setResult(std::shared_ptr<const RunResult> result, const AuditChoice &choice);
    /// Privacy figures without the columns in which nearly every row has a value of its own.
    void setWithoutNearUnique(bool without);
    /// Names of those columns; empty if there are none or nothing was computed.
    std::vector<std::string> nearUnique() const;
    static bool isIn(int column, Part part);

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
        std::optional<double> beside; ///< the same of real holdout rows
        QString origin;        ///< "Scored on 16,281 rows."
    };
    Cell cell(const std::string &name, int column) const;
    Cell decisionCell(const std::string &name, int column) const;
    Cell qualityCell(const SourceResult &found, int column) const;
    Cell latentCell(const SourceResult &found, int column) const;
    Cell depthCell(const SourceResult &found, int column) const;
    Cell privacyCell(const SourceResult &found, int column) const;
    Cell holdoutCell(int column) const;
    QString text(const Cell &cell, int column) const;
    QString besides(const Cell &cell, int column) const;
    QString whyAbsent(const std::string &name, int column) const;
    static const char *key(int column);

    std::shared_ptr<const RunResult> result_;
    AuditChoice choice_;
    bool withoutNearUnique_ = false;
    std::vector<std::string> sources_;
};

} // namespace fairloom::ui
