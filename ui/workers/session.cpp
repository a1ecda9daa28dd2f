#include "ui/workers/session_private.h"

#include "core/study/presets.h"
#include "ui/text.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace fairloom::ui {

namespace {

constexpr int poll_milliseconds = 33;

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
    d_->taskToKeep.reset();
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
    d_->timer.start();
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
    const std::optional<Task> keep = std::exchange(d_->taskToKeep, std::nullopt);
    if (!ended->result) {
        emit loadingChanged();
        if (ended->failure.kind != Failure::Kind::cancelled && keep)
            emit rereadFailed(ended->failure.sentence());
        else if (ended->failure.kind != Failure::Kind::cancelled)
            emit loadFailed(ended->failure.sentence());
        return;
    }
    const std::shared_ptr<const Dataset> before = std::exchange(dataset_, ended->result->data);
    d_->loadSeconds = ended->result->seconds;
    task_ = keep ? taskThatHolds(*keep, *before, *dataset_)
                 : Task{dataset_->suggested_sensitive, dataset_->suggested_target, dataset_->suggested_positive};
    problem_ = nullptr;
    problemError_.clear();
    emit loadingChanged();
    emit datasetChanged();
    emit taskChanged();
    if (!keep) { // pictures have defaults of their own
        RunSettings settings = settings_;
        adapt_settings(settings, dataset_->table);
        setSettings(settings);
    }
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

void Session::resetSettings()
{
    RunSettings settings;
    if (dataset_)
        adapt_settings(settings, dataset_->table);
    setSettings(settings);
}

void Session::retranslate()
{
    startProblem();
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
    d_->timer.start();
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
