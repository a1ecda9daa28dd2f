#pragma once

#include "ui/workers/session.h"

#include <QAbstractTableModel>

namespace fairloom::ui {

/// The runs of the session, newest first. The judged figures are the student's: a classifier (XGBoost) trained on its
/// rows and tested on real ones, and coverage of the real training rows.
class RunsModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Data, Loss, State, Dpr, Eor, Accuracy, Coverage, Time, ColumnCount };
    enum Role { FractionRole = Qt::UserRole, ///< of the whole run, 0 .. 1
                FailedRole };                ///< bool

    explicit RunsModel(Session &session, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    int runId(int row) const; ///< -1 outside
    int rowOf(int runId) const;

private:
    void reload();
    void updateActive();
    QString text(const RunEntry &run, int column) const;
    QString toolTip(const RunEntry &run, int column) const;

    Session &session_;
    std::vector<int> ids_;
};

/// "teacher 41/100", "paused", "done": what a run is doing, in a few words.
QString runStateText(const RunEntry &run);

} // namespace fairloom::ui
