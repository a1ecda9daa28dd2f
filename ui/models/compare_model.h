#pragma once

#include "ui/models/compare_runs.h"

#include <QAbstractTableModel>
#include <QIcon>

#include <vector>

namespace fairloom::ui {

/// The compared runs that are listed, one a row: all shown ones, or those that were brushed. valueRole has the exact number (invalid if there is none).
/// It sorts by itself: a proxy over a thousand rows would take away and put back every gap between brushed ones one by one.
class CompareModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { name, study, data_set, loss, log10_beta, lambda, seed, dpr, eor, accuracy, f1, density, coverage, time, tags, column_count };
    static constexpr int valueRole = Qt::UserRole;
    static constexpr int idRole = Qt::UserRole + 1;

    explicit CompareModel(const CompareRuns &runs, QObject *parent = nullptr);

    /// What is listed follows the filter and the selection in the plot.
    void refresh();
    const std::vector<std::size_t> &listed() const { return order_; } ///< indices of runs, as sorted
    int rowOfRun(int id) const;                                       ///< -1 if it is not listed
    std::size_t runOfRow(int row) const { return order_[std::size_t(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    QVariant value(std::size_t run, int column) const;
    QString text(std::size_t run, int column) const;
    QString toolTip(std::size_t run, int column) const;
    void arrange();

    const CompareRuns &runs_;
    std::vector<std::size_t> order_;
    std::vector<QIcon> icons_; ///< of the series; drawing one takes longer than painting its row
    int sortColumn_ = -1;      ///< -1: as they come, newest first
    Qt::SortOrder sortOrder_ = Qt::AscendingOrder;
};

} // namespace fairloom::ui
