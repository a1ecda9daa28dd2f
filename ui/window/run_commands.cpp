#include "ui/window/run_commands.h"

#include "ui/text.h"
#include "ui/workers/session.h"

#include <QCoreApplication>

namespace fairloom::ui {

namespace {

struct RunCommandWords {
    Q_DECLARE_TR_FUNCTIONS(RunCommands)
};

QStringList tagsOf(const RunEntry &run)
{
    QStringList tags;
    if (run.record)
        for (const std::string &tag : run.record->tags)
            tags << toQString(tag);
    return tags;
}

} // namespace

RemoveRuns::RemoveRuns(Session &session, std::vector<int> ids, const QStringList &names)
    : QUndoCommand(names.size() == 1 ? RunCommandWords::tr("Delete %1").arg(names.first()) : RunCommandWords::tr("Delete %n run(s)", nullptr, int(names.size()))),
      session_(session), ids_(std::move(ids))
{
}

void RemoveRuns::undo()
{
    session_.restoreRuns(ids_);
}

void RemoveRuns::redo()
{
    session_.removeRuns(ids_);
}

RenameRun::RenameRun(Session &session, int id, const QString &before, const QString &after)
    : QUndoCommand(RunCommandWords::tr("Rename %1").arg(before)), session_(session), id_(id), before_(before), after_(after)
{
}

void RenameRun::undo()
{
    session_.renameRun(id_, before_);
}

void RenameRun::redo()
{
    session_.renameRun(id_, after_);
}

DescribeRuns::DescribeRuns(Session &session, Tags tags, Note note)
    : QUndoCommand(RunCommandWords::tr("Change tags and note")), session_(session), after_(std::move(tags)), noteAfter_(std::move(note))
{
    for (const auto &[id, words] : after_)
        if (const RunEntry *run = session_.run(id))
            before_.emplace_back(id, tagsOf(*run));
    const RunEntry *noted = session_.run(noteAfter_.id);
    if (noted && noted->record)
        noteBefore_ = {noteAfter_.id, toQString(noted->record->note)};
}

void DescribeRuns::undo()
{
    session_.setTags(before_);
    if (noteBefore_.id >= 0)
        session_.setNote(noteBefore_.id, noteBefore_.text);
}

void DescribeRuns::redo()
{
    session_.setTags(after_);
    if (noteAfter_.id >= 0)
        session_.setNote(noteAfter_.id, noteAfter_.text);
}

} // namespace fairloom::ui
