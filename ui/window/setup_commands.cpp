#include "ui/window/setup_commands.h"

#include "core/study/presets.h"
#include "ui/text.h"
#include "ui/window/setting_editor.h"
#include "ui/workers/session.h"

#include <QCoreApplication>
#include <QUndoStack>

#include <cstring>
#include <utility>

namespace fairloom::ui {

namespace {

struct SetupCommandWords {
    Q_DECLARE_TR_FUNCTIONS(SetupCommands)
};

constexpr qint64 quick = 1500; // milliseconds

} // namespace

ChangeSettings::ChangeSettings(Session &session, const RunSettings &after, std::string key, const QString &label)
    : QUndoCommand(key.empty() ? label : SetupCommandWords::tr("Change “%1”").arg(label)), session_(session), before_(session.settings()), after_(after), key_(std::move(key))
{
    age_.start();
}

void ChangeSettings::undo()
{
    take(before_);
}

void ChangeSettings::redo()
{
    take(after_);
}

/// Those of pictures make no sense for a table that was opened since.
void ChangeSettings::take(const RunSettings &settings)
{
    if (settings.kind == session_.settings().kind)
        session_.setSettings(settings);
    else
        setObsolete(true);
}

bool ChangeSettings::mergeWith(const QUndoCommand *later)
{
    const auto *other = static_cast<const ChangeSettings *>(later);
    if (key_.empty() || other->key_ != key_ || age_.elapsed() > quick)
        return false;
    after_ = other->after_;
    age_.restart();
    return true;
}

void pushEdit(Session &session, QUndoStack &undo, const SettingEditor &editor)
{
    RunSettings settings = session.settings();
    editor.store(settings);
    if (std::strcmp(editor.setting().key, "preset") == 0)
        apply_preset(settings, std::string(settings.preset));
    else
        settings.preset = matching_preset(settings);
    if (settings != session.settings())
        undo.push(new ChangeSettings(session, settings, editor.setting().key, translated(editor.setting().label)));
}

ChangeTask::ChangeTask(Session &session, const Task &after)
    : QUndoCommand(SetupCommandWords::tr("Change the task")), session_(session), before_(session.task()), after_(after), data_(session.dataset())
{
}

void ChangeTask::undo()
{
    take(before_);
}

void ChangeTask::redo()
{
    take(after_);
}

void ChangeTask::take(const Task &task)
{
    if (session_.dataset() && session_.dataset() == data_.lock())
        session_.setTask(task);
    else
        setObsolete(true);
}

} // namespace fairloom::ui
