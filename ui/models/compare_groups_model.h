#pragma once

#include "ui/models/compare_runs.h"

#include <QAbstractTableModel>
#include <QIcon>

#include <vector>

namespace fairloom::ui {

/// One row per group of runs that differ in their seed alone: mean and standard deviation of each figure, and how it differs from the reference.
class CompareGroupsModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { name, data_set, runs, dpr, eor, accuracy, f1, density, coverage, tsts_dpr, student_s, against, column_count };
    /// The exact mean of a figure, invalid if there is none.
    static constexpr int valueRole = Qt::UserRole;

    explicit CompareGroupsModel(const CompareRuns &compared, QObject *parent = nullptr);

    void refresh();
    void refreshSelection(); ///< the numbers of selected runs alone
    void refreshReference();
    static ComparedFigure figureOf(int column); ///< of dpr .. student_s

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    bool isFigure(int column) const { return column >= dpr && column <= student_s; }
    QString text(std::size_t group, int column) const;
    QString toolTip(std::size_t group, int column) const;
    std::size_t selectedIn(std::size_t group) const;
    void emitChanged(int first, int last);

    const CompareRuns &runs_;
    std::vector<QIcon> icons_;
};

} // namespace fairloom::ui
