#pragma once

#include "ui/workers/session.h"

#include <QAbstractTableModel>

namespace fairloom::ui {

/// The runs of the project, newest first. The judged figures are those of the rows that a run is about (the student's, another method's or imported
/// ones): a classifier (XGBoost) trained on them and tested on real rows, and coverage of the real training rows. Reads what the
/// session has in memory; a thousand runs take no longer than one to scroll.
class RunsModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Data, Loss, State, Dpr, Eor, Accuracy, Coverage, Time, Tags, ColumnCount };
    enum Role {
        FractionRole = Qt::UserRole, ///< of the whole run, 0 .. 1
        FailedRole,                  ///< bool
        IdRole,                      ///< RunEntry::id
        SortRole,                    ///< a number where the column has one, else the text
        SearchRole,                  ///< all that can be searched for, in lower case
        StudyRole                    ///< the study's name, or empty
    };

    explicit RunsModel(Session &session, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override; ///< the names of runs that have ended can be edited
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override; ///< asks for it by renameRequested()

    int runId(int row) const; ///< -1 outside
    int rowOf(int runId) const;

signals:
    void renameRequested(int runId, const QString &name);

private:
    void reload();
    void updateActive();
    QString text(const RunEntry &run, int column) const;
    QString toolTip(const RunEntry &run, int column) const;
    QVariant sortValue(const RunEntry &run, int column) const;

    Session &session_;
    std::vector<int> ids_; ///< falling
};

/// "teacher 41/100", "paused", "done": what a run is doing, in a few words.
QString runStateText(const RunEntry &run);

} // namespace fairloom::ui
