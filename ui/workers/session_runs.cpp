#include "ui/workers/session_private.h"

#include "core/report/run_artifacts.h"
#include "core/study/imported_rows.h"
#include "core/study/run_folder.h"
#include "ui/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace fairloom::ui {

QString dataTitle(const std::string &dataName, const Task &task)
{
    QStringList names;
    for (const std::string &column : task.sensitive)
        names << toQString(column);
    return displayName(dataName) + QStringLiteral(" · ") + names.join(QStringLiteral(" & "));
}

RunEntry *Session::entry(int id) const
{
    return d_->byId.value(id, nullptr);
}

RunEntry *Session::active() const
{
    return d_->running ? entry(d_->runningId) : nullptr;
}

bool Session::canTrain() const
{
    return dataset_ && problem_ && !d_->resolving && !d_->running && !d_->loading && !isProjectBusy();
}

QString Session::cannotTrainReason() const
{
    if (canTrain())
        return {};
    if (d_->running)
        return tr("A run is in progress; one trains at a time.");
    if (isProjectBusy())
        return tr("The project is being opened or put to another place.");
    if (d_->loading)
        return tr("The data are being opened.");
    if (!dataset_)
        return tr("Open data first.");
    return problemError_.isEmpty() ? tr("Groups and labels are being worked out.") : problemError_;
}

std::unique_ptr<RunEntry> Session::newRun(const QString &kind)
{
    auto run = std::make_unique<RunEntry>();
    run->id = d_->nextId++;
    run->name = QStringLiteral("%1-%2").arg(kind).arg(++d_->namesUsed[kind]);
    run->dataName = dataTitle(dataset_->name, task_);
    run->request.name = run->name.toStdString();
    run->request.data = dataset_;
    run->request.task = task_;
    run->request.settings = settings_;
    run->request.load_seconds = d_->loadSeconds;
    run->monitor = std::make_shared<RunMonitor>();
    run->state = RunEntry::State::running;
    return run;
}

int Session::start(std::unique_ptr<RunEntry> run, std::function<RunOutcome(const RunRequest &, std::stop_token)> work)
{
    const int id = run->id;
    d_->runs.push_back(std::move(run));
    RunEntry &added = *d_->runs.back();
    d_->byId.insert(id, &added);
    d_->madeHere.insert(id);
    d_->runningId = id;
    d_->selectedId = id;
    const std::shared_future<RunPlace> place = beginStoring(added);
    d_->running = std::make_unique<Background<RunEnded>>(
        [request = added.request, monitor = added.monitor, place, work = std::move(work)](std::stop_token stop) mutable {
            try {
                if (place.valid()) {
                    request.name = place.get().name;
                    request.out = place.get().folder;
                }
            } catch (...) {
                // the store has said why; without a folder everything is kept in memory
            }
            RunEnded ended;
            ended.outcome = std::make_shared<const RunOutcome>(work(request, stop));
            try {
                if (!request.out.empty()) // QCoreApplication::translate may be called from any thread
                    write_run_artifacts(*ended.outcome, *monitor, request.out, [](const Message &message) { return translated(message).toStdString(); },
                                        request.resume);
            } catch (...) {
                ended.notStored = current_failure();
            }
            return ended;
        });
    wake();
    emit runsChanged();
    emit currentRunChanged();
    return id;
}

int Session::startRun()
{
    if (!canTrain())
        return -1;
    std::unique_ptr<RunEntry> run = newRun(toQString(settings_.method == RunSettings().method ? settings_.preset : settings_.method));
    const auto work = [monitor = run->monitor](const RunRequest &request, std::stop_token stop) { return run_pipeline(request, *monitor, stop); };
    return start(std::move(run), work);
}

bool Session::canGoOnWith(const RunEntry &run) const
{
    const bool unfinished = run.state == RunEntry::State::stopped || run.state == RunEntry::State::failed;
    if (!unfinished || !canTrain() || !hasProject() || !run.judgedFile.isEmpty() || run.request.settings.method != RunSettings().method || folderOf(run).isEmpty())
        return false;
    return run.record && run.record->data_sha256 == dataset_->sha256 && run.record->test_sha256 == dataset_->test_sha256;
}

int Session::goOnWith(int id)
{
    const RunEntry *before = entry(id);
    if (!before || !canGoOnWith(*before))
        return -1;
    QString kind;
    numberOf(before->name, kind);
    std::unique_ptr<RunEntry> run = newRun(kind);
    run->request.settings = before->request.settings;
    run->request.task = before->request.task;
    run->dataName = dataTitle(dataset_->name, run->request.task);
    run->request.resume = true;
    const auto work = [monitor = run->monitor, from = toPath(folderOf(*before))](const RunRequest &request, std::stop_token stop) {
        if (!request.out.empty())
            copy_unfinished_run(from, request.out);
        return run_pipeline(request, *monitor, stop);
    };
    return start(std::move(run), work);
}

int Session::judgeRows(const QString &file)
{
    if (!canTrain())
        return -1;
    std::unique_ptr<RunEntry> run = newRun(QStringLiteral("imported"));
    run->judgedFile = file;
    const auto work = [monitor = run->monitor, name = file.toStdString()](const RunRequest &request, std::stop_token stop) {
        return judge_rows(request, name, *monitor, stop);
    };
    return start(std::move(run), work);
}

void Session::stopRun()
{
    RunEntry *run = active();
    if (!run || run->state == RunEntry::State::stopping)
        return;
    run->state = RunEntry::State::stopping;
    d_->running->requestStop();
    run->monitor->resume();
    emit runsChanged();
}

void Session::pauseRun()
{
    RunEntry *run = active();
    if (!run || run->state != RunEntry::State::running)
        return;
    run->monitor->pause();
    run->state = RunEntry::State::paused;
    emit runsChanged();
}

void Session::resumeRun()
{
    RunEntry *run = active();
    if (!run || run->state != RunEntry::State::paused)
        return;
    run->monitor->resume();
    run->state = RunEntry::State::running;
    emit runsChanged();
}

void Session::advanceRun(int epochs)
{
    RunEntry *run = active();
    if (!run || (run->state != RunEntry::State::running && run->state != RunEntry::State::paused))
        return;
    run->monitor->advance(epochs);
    run->state = RunEntry::State::running;
    emit runsChanged();
}

void Session::pollRun()
{
    if (!d_->running)
        return;
    auto ended = d_->beginning ? std::nullopt : d_->running->fetch(); // the store may answer after a run that failed at once
    RunEntry *run = active();
    if (!ended) {
        const bool pausedByItself = run && run->state == RunEntry::State::running && run->monitor->paused();
        if (pausedByItself)
            run->state = RunEntry::State::paused;
        emit tick();
        if (pausedByItself)
            emit runsChanged();
        return;
    }
    d_->running.reset();
    d_->runningId = -1;
    Failure notStored;
    std::string problem;
    if (ended->result) {
        run->outcome = ended->result->outcome;
        run->state = run->outcome->result.state == "stopped" ? RunEntry::State::stopped : RunEntry::State::done;
        notStored = ended->result->notStored;
    } else if (ended->failure.kind == Failure::Kind::cancelled) {
        run->state = RunEntry::State::stopped;
    } else {
        run->state = RunEntry::State::failed;
        run->error = ended->failure.sentence();
        problem = ended->failure.english();
    }
    endStoring(*run, notStored, problem);
    emit tick(); // the last points of the curves
    emit runsChanged();
    if (currentRun() == run)
        emit currentRunChanged();
}

const RunEntry *Session::activeRun() const
{
    return active();
}

RunEntry *Session::current() const
{
    if (RunEntry *selected = entry(d_->selectedId))
        return selected;
    return d_->runs.empty() ? nullptr : d_->runs.back().get();
}

const RunEntry *Session::currentRun() const
{
    return current();
}

void Session::selectRun(int id)
{
    const RunEntry *before = currentRun();
    if (!entry(id))
        return;
    d_->selectedId = id;
    if (currentRun() != before)
        emit currentRunChanged();
}

std::vector<const RunEntry *> Session::runs() const
{
    std::vector<const RunEntry *> out;
    out.reserve(d_->runs.size());
    for (auto run = d_->runs.rbegin(); run != d_->runs.rend(); ++run)
        out.push_back(run->get());
    return out;
}

bool Session::isOfThisSession(int id) const
{
    return d_->madeHere.contains(id);
}

const RunEntry *Session::run(int id) const
{
    return entry(id);
}

} // namespace fairloom::ui
