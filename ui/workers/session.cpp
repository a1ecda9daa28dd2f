#include "ui/workers/session_private.h"

#include "core/study/presets.h"
#include "ui/text.h"

#include <algorithm>
#include <chrono>
#include <thread>
#include <utility>

namespace fairloom::ui {

namespace {

constexpr int poll_milliseconds = 33;
constexpr int save_after = 500;          ///< milliseconds after the last change
constexpr int watch_milliseconds = 1000; ///< between looks for what other processes did to the project
constexpr int read_after = 60;           ///< milliseconds: who goes through the runs by key rests longer on one

bool hasValue(const Column &column, const std::string &value)
{
    if (column.type == ColumnType::number)
        return column.read_value(value).has_value();
    return std::find(column.categories.begin(), column.categories.end(), value) != column.categories.end();
}

bool hasRole(const Dataset &data, const std::string &column, Role role)
{
    const int index = data.table.find(column);
    return index >= 0 && data.table.columns[static_cast<std::size_t>(index)].role == role;
}

/// What of the task holds for data that were read again, differently: not a column that is ignored only now.
Task taskThatHolds(const Task &task, const Dataset &before, const Dataset &data)
{
    const auto usable = [&](const std::string &name) {
        return data.table.find(name) >= 0 && !hasRole(data, name, Role::identifier)
               && (!hasRole(data, name, Role::ignored) || hasRole(before, name, Role::ignored));
    };
    Task out;
    for (const std::string &name : task.sensitive)
        if (usable(name))
            out.sensitive.push_back(name);
    if (!usable(task.target))
        return out;
    out.target = task.target;
    const Column &target = data.table.columns[data.table.index_of(task.target)];
    if (hasValue(target, task.positive)) {
        out.positive = task.positive;
        return out;
    }
    const auto rule = data.schema.columns.find(task.target); // the value may have become another one
    if (rule == data.schema.columns.end())
        return out;
    const auto merged = rule->second.merge.find(task.positive);
    if (merged != rule->second.merge.end() && hasValue(target, merged->second))
        out.positive = merged->second;
    return out;
}

} // namespace

Session::Session(QObject *parent) : QObject(parent), d_(std::make_unique<Private>())
{
    d_->timer.setInterval(poll_milliseconds);
    connect(&d_->timer, &QTimer::timeout, this, &Session::poll);
    d_->findingLeaks = std::make_unique<AsyncValue<std::vector<TargetLeak>>>([this](std::vector<TargetLeak> &leaks) {
        for (const TargetLeak &leak : leaks)
            d_->leaks.push_back(leak.warning);
        emit targetLeaksChanged();
    });
    d_->saveTimer.setSingleShot(true);
    d_->saveTimer.setInterval(save_after);
    connect(&d_->saveTimer, &QTimer::timeout, this, &Session::saveNow);
    d_->watchTimer.setInterval(watch_milliseconds);
    connect(&d_->watchTimer, &QTimer::timeout, this, &Session::takeRevision);
    d_->readSoon.setSingleShot(true);
    d_->readSoon.setInterval(read_after);
    connect(&d_->readSoon, &QTimer::timeout, this, &Session::readShownRun);
    d_->reading = std::make_unique<AsyncValue<StoredRun>>([this](StoredRun &read) { takeShownRun(d_->readingId, read); },
                                                          [this](const QString &sentence) {
                                                              StoredRun nothing;
                                                              nothing.gap = sentence;
                                                              takeShownRun(d_->readingId, nothing);
                                                          });
    for (const auto signal : {&Session::datasetChanged, &Session::taskChanged, &Session::settingsChanged, &Session::currentRunChanged})
        connect(this, signal, this, &Session::save);
    for (const auto signal : {&Session::currentRunChanged, &Session::datasetChanged, &Session::problemChanged})
        connect(this, signal, this, [this] { d_->readSoon.start(); });
}

Session::~Session()
{
    d_->timer.stop();
    d_->watchTimer.stop();
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
    d_->transferStop.request_stop();
    blockSignals(true);
    while (d_->running) { // what it found out until now goes into the project
        if (d_->store)
            d_->store->poll();
        pollRun();
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    leaveProject();
}

// --- data

void Session::openDataset(const QString &source, const DatasetOptions &options)
{
    d_->taskToKeep.reset();
    d_->taskToSet.reset();
    d_->restoring = Private::Restoring::nothing;
    startLoading(source, options);
}

void Session::rereadDataset(const std::optional<Recipe> &schema, const Task &task)
{
    if (!dataset_)
        return;
    DatasetOptions options;
    options.test = dataset_->test_source;
    options.recipe = dataset_->recipe;
    options.schema = schema;
    d_->taskToKeep = task;
    d_->taskToSet.reset();
    d_->restoring = Private::Restoring::nothing;
    startLoading(toQString(dataset_->source), options);
}

void Session::startLoading(const QString &source, const DatasetOptions &options)
{
    if (d_->loading) {
        d_->loading->requestStop();
        d_->staleLoads.push_back(std::move(d_->loading));
    }
    d_->loadProgress = std::make_shared<SharedProgress>();
    d_->loadingSource = source;
    d_->loading = std::make_unique<Background<Loaded>>(
        [source = source.toStdString(), options, progress = d_->loadProgress](std::stop_token stop) {
            const auto begin = std::chrono::steady_clock::now();
            Loaded loaded;
            loaded.data = open_dataset(source, options, *progress, stop);
            loaded.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
            return loaded;
        });
    wake();
    emit loadingChanged();
}

bool Session::isLoading() const
{
    return d_->loading != nullptr;
}

bool Session::isRereading() const
{
    return d_->loading && d_->taskToKeep;
}

QString Session::loadingText() const
{
    if (!d_->loading)
        return {};
    const Message stage = d_->loadProgress->state().first;
    return stage.empty() ? tr("Opening %1").arg(d_->loadingSource) : translated(stage);
}

QString Session::loadingSource() const
{
    return d_->loadingSource;
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
    d_->restoring = Private::Restoring::nothing;
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
    const std::optional<Task> keep = std::exchange(d_->taskToKeep, std::nullopt), given = std::exchange(d_->taskToSet, std::nullopt);
    if (!ended->result) {
        const QString sentence = loadFailure(ended->failure.sentence());
        emit loadingChanged();
        if (ended->failure.kind != Failure::Kind::cancelled && keep)
            emit rereadFailed(sentence);
        else if (ended->failure.kind != Failure::Kind::cancelled)
            emit loadFailed(sentence);
        d_->restoring = Private::Restoring::nothing;
        return;
    }
    const std::shared_ptr<const Dataset> before = std::exchange(dataset_, ended->result->data);
    ++d_->datasetNumber;
    d_->loadSeconds = ended->result->seconds;
    task_ = keep    ? taskThatHolds(*keep, *before, *dataset_)
            : given ? *given
                    : Task{dataset_->suggested_sensitive, dataset_->suggested_target, dataset_->suggested_positive};
    problem_ = nullptr;
    problemError_.clear();
    emit loadingChanged();
    emit datasetChanged();
    emit taskChanged();
    if (!keep && (!given || settings_.kind != kind_of(dataset_->table))) { // pictures have defaults of their own
        RunSettings settings = settings_;
        adapt_settings(settings, dataset_->table);
        setSettings(settings);
    }
    startProblem();
    checkRestoredData();
    d_->restoring = Private::Restoring::nothing;
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

RunSettings Session::defaultSettings() const
{
    RunSettings settings;
    if (dataset_)
        adapt_settings(settings, dataset_->table);
    return settings;
}

void Session::retranslate()
{
    startProblem();
    for (const auto &run : d_->runs)
        if (!run->gap.isEmpty() && !d_->madeHere.contains(run->id)) { // its sentence is made anew when it is shown
            run->gap.clear();
            run->outcome.reset();
        }
    d_->readSoon.start();
    emit runsChanged();
}

const std::vector<Message> &Session::targetLeaks() const
{
    return d_->leaks;
}

bool Session::isFindingLeaks() const
{
    return d_->findingLeaks->isRunning();
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
    wake();
}

void Session::setProblem(std::shared_ptr<const Problem> problem, const QString &error)
{
    problem_ = std::move(problem);
    problemError_ = error;
    d_->leaks.clear();
    d_->findingLeaks->discard();
    if (problem_)
        d_->findingLeaks->start([problem = problem_](std::stop_token stop) {
            NoProgress quiet;
            return find_target_leaks(*problem, {}, quiet, stop);
        });
    emit problemChanged();
    emit targetLeaksChanged();
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

void Session::wake()
{
    if (!d_->timer.isActive())
        d_->timer.start();
}

void Session::poll()
{
    pollProject();
    pollLoading();
    pollProblem();
    pollRun();
    pollJobs();
    const bool storeIsIdle = !d_->opening && d_->leaving.empty() && !d_->transferProgress && (!d_->store || d_->store->isIdle());
    if (!d_->loading && !d_->resolving && !d_->running && d_->jobs.empty() && d_->staleLoads.empty() && d_->staleProblems.empty() && storeIsIdle)
        d_->timer.stop();
}

} // namespace fairloom::ui
