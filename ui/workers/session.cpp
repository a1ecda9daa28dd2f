#include "ui/workers/session_private.h"

#include "ui/text.h"

#include <algorithm>
#include <chrono>

namespace fairloom::ui {

namespace {

constexpr int poll_milliseconds = 33;

} // namespace

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
    if (settings_.seed != d_->problemSeed || settings_.minimum_group != d_->problemMinimumGroup || settings_.test_share != d_->problemTestShare)
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
    d_->problemTestShare = settings_.test_share;
    d_->resolving = std::make_unique<Background<std::shared_ptr<const Problem>>>(
        [data = dataset_, task = task_, seed = settings_.seed,
         minimum = static_cast<std::size_t>(settings_.minimum_group), test_share = settings_.test_share](std::stop_token) {
            return std::make_shared<const Problem>(make_problem(*data, task, seed, minimum, test_share));
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
