#include "ui/workers/session_private.h"

#include "ui/text.h"

#include <algorithm>
#include <utility>

namespace fairloom::ui {

namespace {

constexpr std::size_t curves_at_once = 50; ///< so that other questions come in between

RunEntry::State stateOf(const RunRecord &record)
{
    return record.state == "done"      ? RunEntry::State::done
           : record.state == "failed"  ? RunEntry::State::failed
           : record.state == "running" ? RunEntry::State::running
                                       : RunEntry::State::stopped;
}

void show(RunRecord &&record, RunEntry &run)
{
    run.name = toQString(record.name);
    run.dataName = dataTitle(record.data_name, record.task);
    run.judgedFile = toQString(record.judged_file);
    run.error = toQString(record.problem);
    run.state = stateOf(record);
    run.request.name = record.name;
    run.request.task = record.task;
    run.request.settings = record.settings;
    run.record = std::make_shared<const RunRecord>(std::move(record));
}

} // namespace

int numberOf(const QString &name, QString &kind)
{
    const qsizetype dash = name.lastIndexOf(u'-');
    bool isNumber = false;
    const int number = dash > 0 ? QStringView(name).mid(dash + 1).toInt(&isNumber) : 0;
    kind = name.left(dash);
    return isNumber && number > 0 ? number : 0;
}

void countName(QHash<QString, int> &used, const QString &name)
{
    QString kind;
    if (const int number = numberOf(name, kind); number > 0)
        used[kind] = std::max(used.value(kind), number);
}

// --- what the index says

void Session::takeRecords(std::vector<RunRecord> &records, bool first)
{
    QSet<qint64> there;
    std::vector<std::unique_ptr<RunEntry>> added;
    bool ended = false; // a run that another process made
    for (RunRecord &record : records) {
        there.insert(record.id);
        countName(d_->namesUsed, toQString(record.name));
        const auto known = d_->idOfRecord.constFind(record.id);
        if (known == d_->idOfRecord.constEnd()) {
            added.push_back(std::make_unique<RunEntry>());
            RunEntry &run = *added.back();
            run.id = d_->nextId++;
            run.monitor = std::make_shared<RunMonitor>();
            d_->idOfRecord.insert(record.id, run.id);
            show(std::move(record), run);
            ended = ended || run.state != RunEntry::State::running;
            continue;
        }
        RunEntry *run = entry(*known);
        if (!run || run == active())
            continue; // removed here, or known better
        if (d_->madeHere.contains(run->id)) { // how it ended is known here, even if it could not be written
            if (run->record) {
                record.state = run->record->state;
                record.problem = run->record->problem;
            }
            run->name = toQString(record.name);
            run->record = std::make_shared<const RunRecord>(std::move(record));
            continue;
        }
        const bool wasRunning = run->state == RunEntry::State::running;
        show(std::move(record), *run);
        ended = ended || (wasRunning && run->state != RunEntry::State::running);
    }
    std::erase_if(d_->runs, [&](const std::unique_ptr<RunEntry> &run) { // another process has forgotten them
        if (first || run.get() == active() || !run->record || run->record->id == 0 || there.contains(run->record->id))
            return false;
        d_->idOfRecord.remove(run->record->id);
        d_->byId.remove(run->id);
        return true;
    });
    for (auto &run : added) {
        d_->byId.insert(run->id, run.get());
        d_->runs.push_back(std::move(run));
    }
    if (ended && !first)
        readCurves();
}

/// What other processes did since, and what became of changes made here.
void Session::takeRevision()
{
    if (!d_->store || d_->askingRevision || isProjectBusy())
        return;
    d_->askingRevision = true;
    using News = std::pair<std::int64_t, std::vector<RunRecord>>;
    d_->store->ask<News>(
        [known = d_->revision](RunStore &store) {
            News news{store.revision(), {}};
            if (news.first != known)
                news.second = store.records();
            return news;
        },
        [this, changes = d_->changes](News &news) {
            d_->askingRevision = false;
            // an answer from before the last change made here would take that back until the next look
            if (news.first == d_->revision || changes != d_->changes)
                return;
            d_->revision = news.first;
            const RunEntry *before = current();
            const auto stateBefore = before ? before->state : RunEntry::State::waiting;
            takeRecords(news.second, false);
            emit runsChanged();
            if (before != current() || (before && before->state != stateBefore))
                emit currentRunChanged();
        },
        [this](const Failure &) { d_->askingRevision = false; });
    wake();
}

void Session::readCurves()
{
    if (!d_->store)
        return;
    std::vector<std::int64_t> wanted; // the newest first
    for (auto run = d_->runs.rbegin(); run != d_->runs.rend(); ++run)
        if (!(*run)->curves && (*run)->record && (*run)->record->id > 0 && (*run)->state != RunEntry::State::running && !d_->madeHere.contains((*run)->id))
            wanted.push_back((*run)->record->id);
    if (const RunEntry *shown = current(); shown && shown->record) {
        const auto found = std::find(wanted.begin(), wanted.end(), shown->record->id);
        if (found != wanted.end())
            std::rotate(wanted.begin(), found, found + 1);
    }
    using Curves = std::vector<std::pair<std::int64_t, std::shared_ptr<const RecordedCurves>>>;
    for (std::size_t begin = 0; begin < wanted.size(); begin += curves_at_once) {
        const std::size_t end = std::min(wanted.size(), begin + curves_at_once);
        const bool last = end == wanted.size();
        d_->store->ask<Curves>(
            [ids = std::vector(wanted.begin() + std::ptrdiff_t(begin), wanted.begin() + std::ptrdiff_t(end))](RunStore &store) {
                Curves curves;
                for (const std::int64_t id : ids)
                    curves.emplace_back(id, std::make_shared<const RecordedCurves>(store.curves(id)));
                return curves;
            },
            [this, last](Curves &curves) {
                bool shown = false;
                for (auto &[record, curve] : curves) {
                    RunEntry *run = entry(d_->idOfRecord.value(record, -1));
                    if (!run)
                        continue;
                    run->curves = std::move(curve);
                    shown = shown || run == current();
                }
                if (last)
                    emit runsChanged();
                if (shown)
                    d_->readSoon.start();
            });
    }
    wake();
}

// --- runs of this session go into the store

std::shared_future<RunPlace> Session::beginStoring(RunEntry &run)
{
    d_->begun.reset();
    if (!d_->store)
        return {};
    RunRecord record;
    record.name = run.name.toStdString();
    record.settings = run.request.settings;
    record.task = run.request.task;
    record.data_name = run.request.data->name;
    record.data_sha256 = run.request.data->sha256;
    record.test_sha256 = run.request.data->test_sha256;
    record.judged_file = run.judgedFile.toStdString();
    QString kind;
    numberOf(run.name, kind);
    d_->beginning = true;
    const auto promise = std::make_shared<std::promise<RunPlace>>();
    const auto begun = std::make_shared<RunRecord>(record);
    ++d_->changes;
    d_->store->change(
        [promise, begun, kind = kind.toStdString()](RunStore &store) {
            try {
                begun->name = store.free_name(kind); // runs that were removed keep theirs
                begun->id = store.begin(*begun);
                if (const auto stored = store.find(begun->id))
                    *begun = *stored;
                promise->set_value({begun->id, begun->name, store.folder_of(*begun)});
            } catch (...) {
                promise->set_exception(std::current_exception());
                throw;
            }
        },
        [this, name = run.name](const Failure &failure) {
            d_->beginning = false;
            storeFailed(name, failure);
        },
        [this, id = run.id, begun] {
            d_->beginning = false;
            RunEntry *stored = entry(id);
            if (!stored)
                return;
            d_->begun = *begun;
            d_->idOfRecord.insert(begun->id, id);
            stored->request.name = begun->name;
            countName(d_->namesUsed, toQString(begun->name));
            if (stored->name == toQString(begun->name))
                return;
            stored->name = toQString(begun->name);
            emit runsChanged();
            emit currentRunChanged();
        });
    return promise->get_future().share();
}

void Session::endStoring(RunEntry &run, const Failure &notStored, const std::string &problem)
{
    RunRecord record;
    if (run.outcome) {
        record = record_of(run.outcome->result);
    } else {
        record.state = run.state == RunEntry::State::failed ? "failed" : "stopped";
        record.problem = problem;
        record.settings = run.request.settings;
        record.task = run.request.task;
        record.data_name = run.request.data->name;
        record.data_sha256 = run.request.data->sha256;
        record.test_sha256 = run.request.data->test_sha256;
    }
    record.name = run.name.toStdString();
    record.judged_file = run.judgedFile.toStdString();
    if (const auto begun = std::exchange(d_->begun, std::nullopt)) {
        record.id = begun->id;
        record.folder = begun->folder;
        record.created = begun->created;
        RunRecord stored = record;
        if (notStored) { // its figures are known all the same
            stored.state = "failed";
            stored.problem = notStored.english();
            storeFailed(run.name, notStored);
        }
        ++d_->changes;
        d_->store->change([stored, monitor = run.monitor](RunStore &store) { store.finish(stored.id, stored, curves_of(*monitor)); },
                          [this, name = run.name](const Failure &failure) { storeFailed(name, failure); });
        wake();
    }
    run.record = std::make_shared<const RunRecord>(std::move(record));
}

void Session::storeFailed(const QString &what, const Failure &failure)
{
    emit jobFailed(tr("%1 could not be stored: %2 It stays usable until the window is closed.").arg(what, failure.sentence()));
}

} // namespace fairloom::ui
