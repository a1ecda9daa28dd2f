#pragma once

#include "ui/models/audit_figures.h"

#include <QAbstractTableModel>

#include <memory>

namespace fairloom::ui {

/// The table from which every figure of fairness is derived: one row per group, its counts and rates, and how they stand against
/// the reference group's. Qt::ToolTipRole says what a number means, with its interval or why it is undefined.
class GroupsModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        group, n, positives, base_rate, selection_rate, tpr, fpr, fnr, precision, accuracy, auroc, calibration, // rates
        selection_against, selection_difference, selection_ratio, tpr_against, tpr_difference, tpr_ratio,       // against the reference
        fpr_against, fpr_difference, fpr_ratio,
        column_count
    };
    enum Part { rates_part, against_part };
    static constexpr int valueRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;

    /// `column`: of which sensitive column; empty = of all together. Shows nothing where the source was not judged that way.
    void setGroups(std::shared_ptr<const RunResult> result, const std::string &source, const AuditChoice &choice, const std::string &column);
    const Fairness *fairness() const { return fairness_; } ///< what is shown; null = nothing
    static bool isIn(int column, Part part);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QString explanation(const QModelIndex &index) const;

private:
    Metric metric(const GroupRates &rates, int column) const;
    QString text(const GroupRates &rates, int column) const;
    QString groupExplanation(const GroupRates &rates) const;
    QVariant groupData(int row, int role) const;
    static const char *key(int column);

    std::shared_ptr<const RunResult> result_;
    const ClassifierResult *judged_ = nullptr; ///< of result_
    const Fairness *fairness_ = nullptr;       ///< of judged_
    std::string source_, column_;
    AuditChoice choice_;
};

} // namespace fairloom::ui
