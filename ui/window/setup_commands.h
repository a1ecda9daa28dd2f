#pragma once

#include "core/data/dataset.h"
#include "core/data/problem.h"
#include "core/study/run_settings.h"

#include <QElapsedTimer>
#include <QString>
#include <QUndoCommand>

#include <memory>
#include <string>

class QUndoStack;

namespace fairloom::ui {

class Session;
class SettingEditor;

// What a person changes in the set-up of the next run, so that it can be taken back.

class ChangeSettings final : public QUndoCommand {
public:
    /// `key`, `label`: of the field, or empty and what is done. Changes of one field in quick succession, as a slider makes them, are one.
    ChangeSettings(Session &session, const RunSettings &after, std::string key, const QString &label);
    void undo() override;
    void redo() override;
    int id() const override { return 1; }
    bool mergeWith(const QUndoCommand *later) override;

private:
    void take(const RunSettings &settings);

    Session &session_;
    RunSettings before_, after_;
    std::string key_;
    QElapsedTimer age_;
};

/// Pushes what the editor says now, with what follows from it for the preset; nothing if nothing changes.
void pushEdit(Session &session, QUndoStack &undo, const SettingEditor &editor);

class ChangeTask final : public QUndoCommand {
public:
    ChangeTask(Session &session, const Task &after);
    void undo() override;
    void redo() override;

private:
    void take(const Task &task);

    Session &session_;
    Task before_, after_;
    std::weak_ptr<const Dataset> data_; ///< of other data the columns are others
};

} // namespace fairloom::ui
