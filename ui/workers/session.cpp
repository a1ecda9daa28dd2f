#include "ui/workers/session.h"

#include "core/data/csv_writer.h"
#include "core/report/html_report.h"
#include "core/study/model_export.h"
#include "ui/text.h"
#include "ui/workers/background.h"

#include <QCoreApplication>
#include <QDir>
#include <QHash>

#include <algorithm>
#include <chrono>
#include <list>
#include <mutex>

namespace fairloom::ui {

namespace {

constexpr int poll_milliseconds = 33;

struct Loaded {
    std::shared_ptr<const Dataset> data;
    double seconds = 0;
};

/// How far loading is; written by the loader, read by the window.
class LoadProgress final : public Progress {
public:
    void report(const Message &stage, double fraction) override
    {
        const std::lock_guard lock(mutex_);
        stage_ = stage;
        fraction_ = fraction;
    }
    std::pair<Message, double> state() const
    {
        const std::lock_guard lock(mutex_);
        return {stage_, fraction_};
    }

private:
    mutable std::mutex mutex_;
    Message stage_;
    double fraction_ = 0;
};

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

std::filesystem::path toPath(const QString &file)
{
    return std::filesystem::path(file.toStdU16String());
}

} // namespace

struct Session::Private {
    QTimer timer;

    std::unique_ptr<Background<Loaded>> loading;
    std::shared_ptr<LoadProgress> loadProgress;
    QString loadingSource;
    double loadSeconds = 0;

    std::unique_ptr<Background<std::shared_ptr<const Problem>>> resolving;
    std::uint64_t problemSeed = 0;
    int problemMinimumGroup = 0;

    // work whose result nobody waits for any more; kept until its thread has ended, so that nothing ever waits in the GUI
    std::list<std::unique_ptr<Background<Loaded>>> staleLoads;
    std::list<std::unique_ptr<Background<std::shared_ptr<const Problem>>>> staleProblems;

    std::vector<std::unique_ptr<RunEntry>> runs; ///< oldest first
    std::unique_ptr<Background<std::shared_ptr<const RunOutcome>>> running;
    int runningId = -1;
    int selectedId = -1;
    int nextId = 1;
    QHash<QString, int> namesUsed;

    std::list<std::unique_ptr<Background<QString>>> jobs;
};

Session::Session(QObject *parent) : QObject(parent), d_(std::make_unique<Private>())
{
    d_->timer.setInterval(poll_milliseconds);
    connect(&d_->timer, &QTimer::timeout, this, &Session::poll);
}

Session::~Session()
{
    d_->timer.stop();
    // ask everything first and wait afterwards, so that all ends at once
    if (d_->loading)
        d_->loading->requestStop();
    if (d_->running) {
        d_->running->requestStop();
        if (RunEntry *run = active())
            run->monitor->resume();
    }
    for (auto &job : d_->jobs)
        job->requestStop();
}

// --- data

void Session::openDataset(const QString &source, const DatasetOptions &options)
{
    if (d_->loading) {
        d_->loading->requestStop();
        d_->staleLoads.push_back(std::move(d_->loading));
    }
    d_->loadProgress = std::make_shared<LoadProgress>();
    d_->loadingSource = source;
    d_->loading = std::make_unique<Background<Loaded>>(
        [source = source.toStdString(), options, progress = d_->loadProgress](std::stop_token stop) {
            const auto begin = std::chrono::steady_clock::now();
            Loaded loaded;
            loaded.data = open_dataset(source, options, *progress, stop);
            loaded.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
            return loaded;
        });
    d_->timer.start();
    emit loadingChanged();
}

bool Session::isLoading() const
{
    return d_->loading != nullptr;
}

QString Session::loadingText() const
{
    if (!d_->loading)
        return {};
    const Message stage = d_->loadProgress->state().first;
    return stage.empty() ? tr("Opening %1").arg(d_->loadingSource) : translated(stage);
}

double Session::loadingFraction() const
{
    return d_->loading ? d_->loadProgress->state().second : 0;
}

void Session::stopLoading()
{
    if (!d_->loading)
        return;
    d_->loading->requestStop();
    d_->staleLoads.push_back(std::move(d_->loading));
    emit loadingChanged();
}

void Session::pollLoading()
{
    std::erase_if(d_->staleLoads, [](auto &load) { return load->fetch().has_value(); });
    if (!d_->loading)
        return;
    auto ended = d_->loading->fetch();
    if (!ended) {
        emit loadingChanged();
        return;
    }
    d_->loading.reset();
    if (!ended->result) {
        emit loadingChanged();
        if (ended->failure.kind != Failure::Kind::cancelled)
            emit loadFailed(ended->failure.sentence());
        return;
    }
    dataset_ = ended->result->data;
    d_->loadSeconds = ended->result->seconds;
    task_ = Task{dataset_->suggested_sensitive, dataset_->suggested_target, dataset_->suggested_positive};
    problem_ = nullptr;
    problemError_.clear();
    emit loadingChanged();
    emit datasetChanged();
    emit taskChanged();
    startProblem();
}

// --- choices

void Session::setTask(const Task &task)
{
    if (task == task_)
        return;
    task_ = task;
    emit taskChanged();
    startProblem();
}

void Session::setSettings(const RunSettings &settings)
{
    if (settings == settings_)
        return;
    settings_ = settings;
    emit settingsChanged();
    if (settings_.seed != d_->problemSeed || settings_.minimum_group != d_->problemMinimumGroup)
        startProblem();
}

void Session::retranslate()
{
    startProblem();
    emit runsChanged();
}

bool Session::isProblemPending() const
{
    return d_->resolving != nullptr;
}

void Session::startProblem()
{
    if (d_->resolving)
        d_->staleProblems.push_back(std::move(d_->resolving));
    if (!dataset_)
        return;
    if (task_.sensitive.empty())
        return setProblem(nullptr, tr("Choose the sensitive column: the groups that should be treated alike."));
    if (task_.target.empty())
        return setProblem(nullptr, tr("Choose the target: the column that decisions are about."));
    if (task_.positive.empty())
        return setProblem(nullptr, tr("Choose the favourable label: the value of the target that people want."));

    d_->problemSeed = settings_.seed;
    d_->problemMinimumGroup = settings_.minimum_group;
    d_->resolving = std::make_unique<Background<std::shared_ptr<const Problem>>>(
        [data = dataset_, task = task_, seed = settings_.seed,
         minimum = static_cast<std::size_t>(settings_.minimum_group)](std::stop_token) {
            return std::make_shared<const Problem>(make_problem(*data, task, seed, minimum));
        });
    d_->timer.start();
}

void Session::setProblem(std::shared_ptr<const Problem> problem, const QString &error)
{
    problem_ = std::move(problem);
    problemError_ = error;
    emit problemChanged();
}

void Session::pollProblem()
{
    std::erase_if(d_->staleProblems, [](auto &work) { return work->fetch().has_value(); });
    if (!d_->resolving)
        return;
    auto ended = d_->resolving->fetch();
    if (!ended)
        return;
    d_->resolving.reset();
    if (ended->result)
        setProblem(*ended->result, {});
    else
        setProblem(nullptr, ended->failure.sentence());
}

// --- runs

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

int Session::startRun()
{
    if (!canTrain())
        return -1;
    auto run = std::make_unique<RunEntry>();
    run->id = d_->nextId++;
    const QString preset = toQString(settings_.preset);
    run->name = QStringLiteral("%1-%2").arg(preset).arg(++d_->namesUsed[preset]);
    run->dataName = displayName(*dataset_) + QStringLiteral(" · ") + sensitiveName(task_);
    run->request.name = run->name.toStdString();
    run->request.data = dataset_;
    run->request.task = task_;
    run->request.settings = settings_;
    run->request.load_seconds = d_->loadSeconds;
    run->monitor = std::make_shared<RunMonitor>();
    run->state = RunEntry::State::running;

    d_->runningId = run->id;
    d_->selectedId = -1; // the newest is shown
    d_->running = std::make_unique<Background<std::shared_ptr<const RunOutcome>>>(
        [request = run->request, monitor = run->monitor](std::stop_token stop) {
            return std::make_shared<const RunOutcome>(run_pipeline(request, *monitor, stop));
        });
    const int id = run->id;
    d_->runs.push_back(std::move(run));
    d_->timer.start();
    emit runsChanged();
    emit currentRunChanged();
    return id;
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

// --- jobs

void Session::startJob(std::function<QString(std::stop_token)> work)
{
    d_->jobs.push_back(std::make_unique<Background<QString>>(std::move(work)));
    d_->timer.start();
}

void Session::exportSynthetic(int runId, const QString &file)
{
    const RunEntry *run = entry(runId);
    if (!run || !run->outcome || !run->outcome->synthetic) {
        emit jobFailed(tr("This run has no synthetic rows. Export rows from a run that finished."));
        return;
    }
    const QString done = tr("%1 rows saved to %2.").arg(count(run->outcome->synthetic->rows()), QDir::toNativeSeparators(file));
    startJob([rows = run->outcome->synthetic, path = toPath(file), done](std::stop_token) {
        write_csv(*rows, path);
        return done;
    });
}

void Session::exportModel(int runId, const QString &folder)
{
    const RunEntry *run = entry(runId);
    if (!run || !run->outcome || !run->outcome->model) {
        emit jobFailed(tr("This run has no model. Export the model of a run that finished training."));
        return;
    }
    const QString done = tr("Model saved to %1.").arg(QDir::toNativeSeparators(folder));
    startJob([model = run->outcome->model, path = toPath(folder), done](std::stop_token) {
        save_model(*model, path);
        return done;
    });
}

void Session::exportReport(int runId, const QString &file)
{
    const RunEntry *run = entry(runId);
    if (!run || !run->outcome) {
        emit jobFailed(tr("This run has no results. Make a report of a run that finished."));
        return;
    }
    const QString done = tr("Report saved to %1.").arg(QDir::toNativeSeparators(file));
    startJob([outcome = run->outcome, monitor = run->monitor, path = toPath(file), done](std::stop_token) {
        // QCoreApplication::translate may be called from any thread
        write_html_report(outcome->result, *monitor, path,
                          [](const Message &message) { return translated(message).toStdString(); });
        return done;
    });
}

void Session::pollJobs()
{
    for (auto job = d_->jobs.begin(); job != d_->jobs.end();) {
        auto ended = (*job)->fetch();
        if (!ended) {
            ++job;
            continue;
        }
        job = d_->jobs.erase(job);
        if (ended->result)
            emit jobFinished(*ended->result);
        else if (ended->failure.kind != Failure::Kind::cancelled)
            emit jobFailed(ended->failure.sentence());
    }
}

void Session::poll()
{
    pollLoading();
    pollProblem();
    pollRun();
    pollJobs();
    if (!d_->loading && !d_->resolving && !d_->running && d_->jobs.empty() && d_->staleLoads.empty()
        && d_->staleProblems.empty())
        d_->timer.stop();
}

} // namespace fairloom::ui
