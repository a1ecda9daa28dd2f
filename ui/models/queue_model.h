#pragma once

#include "core/study/queue/study_queue.h"
#include "ui/models/runs_model.h"

#include <QAbstractTableModel>

#include <vector>

namespace fairloom::ui {

/// The trials of a queue, in the order in which they are run.
class QueueModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Study, Name, State, Attempts, Time, Problem, ColumnCount };
    enum Role {
        FractionRole = RunsModel::FractionRole, ///< what RunStateDelegate draws
        FailedRole = RunsModel::FailedRole,
        NameRole = Qt::UserRole + 100,          ///< the trial's name
        StateRole                               ///< int(TrialState)
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Rows come, go and move one by one, so that selection and place stay.
    void setTrials(std::vector<QueuedTrial> trials, bool paused);
    const std::vector<QueuedTrial> &trials() const { return trials_; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void removeGone(const std::vector<QueuedTrial> &now);
    void appendNew(const std::vector<QueuedTrial> &now);
    void takeOrder(const std::vector<QueuedTrial> &now);
    QString text(const QueuedTrial &trial, int column) const;
    QString stateText(const QueuedTrial &trial) const;

    std::vector<QueuedTrial> trials_;
    bool paused_ = false;
};

} // namespace fairloom::ui
