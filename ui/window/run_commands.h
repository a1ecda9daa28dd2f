#pragma once

#include <QString>
#include <QStringList>
#include <QUndoCommand>

#include <utility>
#include <vector>

namespace fairloom::ui {

class Session;

// What a person does to the runs of the project, so that it can be taken back.

class RemoveRuns final : public QUndoCommand {
public:
    /// `names`: of the runs.
    RemoveRuns(Session &session, std::vector<int> ids, const QStringList &names);
    void undo() override;
    void redo() override;

private:
    Session &session_;
    std::vector<int> ids_;
};

class RenameRun final : public QUndoCommand {
public:
    RenameRun(Session &session, int id, const QString &before, const QString &after);
    void undo() override;
    void redo() override;

private:
    Session &session_;
    int id_;
    QString before_, after_;
};

/// Tags of runs, and the note of one.
class DescribeRuns final : public QUndoCommand {
public:
    using Tags = std::vector<std::pair<int, QStringList>>;
    struct Note {
        int id = -1; ///< -1: no note changes
        QString text;
    };

    DescribeRuns(Session &session, Tags tags, Note note);
    void undo() override;
    void redo() override;

private:
    Session &session_;
    Tags before_, after_;
    Note noteBefore_, noteAfter_;
};

} // namespace fairloom::ui
