#include "ui/workers/session_private.h"

#include "core/study/imported_rows.h"
#include "ui/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace fairloom::ui {

namespace {

QString displayName(const Dataset &data)
{
    QString name = toQString(data.name);
    if (name.startsWith(u"sample:"))
        name.remove(0, 7);
    return name;
}

QString sensitiveName(const Task &task)
{
    QStringList names;
    for (const std::string &column : task.sensitive)
        names << toQString(column);
    return names.join(QStringLiteral(" & "));
}

} // namespace

RunEntry *Session::entry(int id) const
{
    const auto found = std::find_if(d_->runs.begin(), d_->runs.end(), [id](const auto &run) { return run->id == id; });
    return found == d_->runs.end() ? nullptr : found->get();
}

RunEntry *Session::active() const
{
    return d_->running ? entry(d_->runningId) : nullptr;
}

bool Session::canTrain() const
{
    return dataset_ && problem_ && !d_->resolving && !d_->running && !d_->loading;
}

QString Session::cannotTrainReason() const
{
    if (canTrain())
        return {};
    if (d_->running)
        return tr("A run is in progress; one trains at a time.");
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
    run->dataName = displayName(*dataset_) + QStringLiteral(" · ") + sensitiveName(task_);
    run->request.name = run->name.toStdString();
    run->request.data = dataset_;
    run->request.task = task_;
    run->request.settings = settings_;
    run->request.load_seconds = d_->loadSeconds;
    run->monitor = std::make_shared<RunMonitor>();
    run->state = RunEntry::State::running;
    return run;
}

int Session::start(std::unique_ptr<RunEntry> run, std::function<RunOutcome(std::stop_token)> work)
{
    d_->runningId = run->id;
    d_->selectedId = -1; // the newest is shown
    d_->running = std::make_unique<Background<std::shared_ptr<const RunOutcome>>>(
        [work = std::move(work)](std::stop_token stop) { return std::make_shared<const RunOutcome>(work(stop)); });
    const int id = run->id;
    d_->runs.push_back(std::move(run));
    d_->timer.start();
    emit runsChanged();
    emit currentRunChanged();
    return id;
}

int Session::startRun()
{
    if (!canTrain())
        return -1;
    std::unique_ptr<RunEntry> run = newRun(toQString(settings_.preset));
    const auto work = [request = run->request, monitor = run->monitor](std::stop_token stop) { return run_pipeline(request, *monitor, stop); };
    return start(std::move(run), work);
}

int Session::judgeRows(const QString &file)
{
    if (!canTrain())
        return -1;
    std::unique_ptr<RunEntry> run = newRun(QStringLiteral("imported"));
    run->judgedFile = file;
    const auto work = [request = run->request, monitor = run->monitor, name = file.toStdString()](std::stop_token stop) {
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

void Session::pollRun()
{
    if (!d_->running)
        return;
    auto ended = d_->running->fetch();
    if (!ended) {
        emit tick();
        return;
    }
    RunEntry *run = active();
    d_->running.reset();
    d_->runningId = -1;
    if (ended->result) {
        run->outcome = *ended->result;
        run->state = run->outcome->result.state == "stopped" ? RunEntry::State::stopped : RunEntry::State::done;
    } else if (ended->failure.kind == Failure::Kind::cancelled) {
        run->state = RunEntry::State::stopped;
    } else {
        run->state = RunEntry::State::failed;
        run->error = ended->failure.sentence();
    }
    emit tick(); // the last points of the curves
    emit runsChanged();
    if (currentRun() == run)
        emit currentRunChanged();
}

const RunEntry *Session::activeRun() const
{
    return active();
}

const RunEntry *Session::currentRun() const
{
    if (const RunEntry *selected = entry(d_->selectedId))
        return selected;
    return d_->runs.empty() ? nullptr : d_->runs.back().get();
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
    for (auto run = d_->runs.rbegin(); run != d_->runs.rend(); ++run)
        out.push_back(run->get());
    return out;
}

const RunEntry *Session::run(int id) const
{
    return entry(id);
}

} // namespace fairloom::ui
