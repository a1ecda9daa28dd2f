#include "ui/workers/session_private.h"

#include "ui/text.h"

#include <algorithm>

// What a person does to runs that are there: delete, bring back, rename, describe.

namespace fairloom::ui {

void Session::removeRuns(const std::vector<int> &ids)
{
    const RunEntry *before = current();
    std::vector<std::int64_t> records;
    for (const int id : ids) {
        const auto found = std::find_if(d_->runs.begin(), d_->runs.end(), [id](const auto &run) { return run->id == id; });
        if (found == d_->runs.end() || (*found)->active())
            continue;
        if (found->get() == current() && d_->runs.size() > 1) { // the next older one is shown, or the oldest that is left
            const auto next = found == d_->runs.begin() ? found + 1 : found - 1;
            d_->selectedId = (*next)->id;
        }
        if ((*found)->record && (*found)->record->id > 0)
            records.push_back((*found)->record->id);
        d_->byId.remove(id);
        d_->removed.push_back(std::move(*found));
        d_->runs.erase(found);
    }
    if (d_->store && !records.empty()) {
        ++d_->changes;
        d_->store->change([records](RunStore &store) { store.remove(records); }, [this](const Failure &failure) { emit jobFailed(failure.sentence()); });
        wake();
    }
    emit runsChanged();
    if (before != current())
        emit currentRunChanged();
}

void Session::restoreRuns(const std::vector<int> &ids)
{
    const RunEntry *before = current();
    std::vector<std::int64_t> records;
    for (const int id : ids) {
        const auto found = std::find_if(d_->removed.begin(), d_->removed.end(), [id](const auto &run) { return run->id == id; });
        if (found == d_->removed.end())
            continue;
        if ((*found)->record && (*found)->record->id > 0)
            records.push_back((*found)->record->id);
        const auto place = std::lower_bound(d_->runs.begin(), d_->runs.end(), id, [](const auto &run, int value) { return run->id < value; });
        d_->byId.insert(id, found->get());
        d_->runs.insert(place, std::move(*found));
        d_->removed.erase(found);
    }
    if (d_->store && !records.empty()) {
        ++d_->changes;
        d_->store->change([records](RunStore &store) { store.restore(records); }, [this](const Failure &failure) { emit jobFailed(failure.sentence()); });
        wake();
    }
    emit runsChanged();
    if (before != current())
        emit currentRunChanged();
}

void Session::changeRecord(RunEntry &run, const std::function<void(RunRecord &)> &how, std::function<void(RunStore &, std::int64_t)> stored)
{
    auto record = std::make_shared<RunRecord>(*run.record);
    how(*record);
    run.record = record;
    if (d_->store && record->id > 0) {
        ++d_->changes;
        d_->store->change([stored = std::move(stored), id = record->id](RunStore &store) { stored(store, id); },
                          [this](const Failure &failure) { emit jobFailed(failure.sentence()); });
        wake();
    }
}

bool Session::renameRun(int id, const QString &name)
{
    RunEntry *run = entry(id);
    const QString given = name.trimmed();
    if (!run || !run->record || given.isEmpty())
        return false;
    if (given == run->name)
        return true;
    for (const auto *all : {&d_->runs, &d_->removed})
        if (std::any_of(all->begin(), all->end(), [&](const auto &other) { return other->name == given; }))
            return false;
    run->name = given;
    countName(d_->namesUsed, given);
    changeRecord(*run, [&](RunRecord &record) { record.name = given.toStdString(); },
                 [text = given.toStdString()](RunStore &store, std::int64_t record) { store.rename(record, text); });
    emit runsChanged();
    if (run == current())
        emit currentRunChanged();
    return true;
}

void Session::setTags(const std::vector<std::pair<int, QStringList>> &tags)
{
    for (const auto &[id, words] : tags) {
        RunEntry *run = entry(id);
        if (!run || !run->record)
            continue;
        std::vector<std::string> texts;
        for (const QString &tag : words)
            texts.push_back(tag.toStdString());
        changeRecord(*run, [&](RunRecord &record) { record.tags = texts; },
                     [texts](RunStore &store, std::int64_t record) { store.set_tags(record, texts); });
    }
    emit runsChanged();
}

void Session::setNote(int id, const QString &note)
{
    RunEntry *run = entry(id);
    if (!run || !run->record)
        return;
    changeRecord(*run, [&](RunRecord &record) { record.note = note.toStdString(); },
                 [text = note.toStdString()](RunStore &store, std::int64_t record) { store.set_note(record, text); });
    emit runsChanged();
}

} // namespace fairloom::ui
