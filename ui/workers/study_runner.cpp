#include "ui/workers/study_runner.h"

#include "core/study/study_file.h"
#include "ui/text.h"
#include "ui/workers/queue_worker.h"
#include "ui/workers/session.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <set>
#include <utility>

namespace fairloom::ui {

namespace {

constexpr int queue_poll_milliseconds = 250;

std::vector<std::string> texts(const QStringList &list)
{
    std::vector<std::string> out;
    for (const QString &text : list)
        out.push_back(text.toStdString());
    return out;
}

} // namespace

StudyRunner::StudyRunner(Session &session, const QString &program, QObject *parent) : QObject(parent), session_(session), program_(program)
{
    timer_.setInterval(queue_poll_milliseconds);
    connect(&timer_, &QTimer::timeout, this, &StudyRunner::poll);
    connect(&session_, &Session::projectChanged, this, &StudyRunner::takeProject);
    connect(&session_, &Session::projectProgressed, this, &StudyRunner::changed); // whether a study can be started
    connect(&session_, &Session::runsChanged, this, [this] {
        if (worker_ && !session_.isProjectBusy())
            worker_->look(); // it may be another process that runs the queue
    });
    takeProject();
}

StudyRunner::~StudyRunner()
{
    if (worker_)
        worker_->stop();
    for (const auto &worker : leaving_)
        worker->stop();
}

QString StudyRunner::programBesideThis()
{
    return QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("fairloom-cli"));
}

void StudyRunner::takeProject()
{
    if (session_.projectFolder() == folder_)
        return;
    folder_ = session_.projectFolder();
    if (worker_) {
        worker_->stop();
        leaving_.push_back(std::move(worker_));
    }
    if (!folder_.isEmpty()) {
        QueueSettings settings;
        settings.program = toPath(program_);
        worker_ = std::make_unique<QueueWorker>(toPath(folder_), std::move(settings));
        worker_->look();
    }
    offer_ = worker_ != nullptr;
    failureSaid_.clear();
    timer_.start();
    emit changed();
}

void StudyRunner::poll()
{
    std::erase_if(leaving_, [](const auto &worker) { return worker->hasEnded(); });
    if (!worker_) {
        if (leaving_.empty())
            timer_.stop();
        return;
    }
    if (!worker_->poll())
        return;
    emit changed();
    if (const QString sentence = worker_->runFailure().sentence(); sentence != failureSaid_) {
        failureSaid_ = sentence;
        if (!sentence.isEmpty() && left() > 0)
            emit failed(sentence);
    }
    if (offer_ && worker_->isKnown())
        offerToGoOn();
}

/// Once, when the project has been opened.
void StudyRunner::offerToGoOn()
{
    offer_ = false;
    const QueueSnapshot &now = snapshot();
    std::set<std::string> unfinished;
    for (const QueuedTrial &trial : now.trials)
        if (trial.state == TrialState::waiting || trial.state == TrialState::running)
            unfinished.insert(trial.study);
    const auto total = std::count_if(now.trials.begin(), now.trials.end(), [&](const QueuedTrial &trial) { return unfinished.contains(trial.study); });
    if (total > 0 && !isRunning() && !isRunElsewhere())
        emit interrupted(static_cast<int>(left()), static_cast<int>(total));
}

const QueueSnapshot &StudyRunner::snapshot() const
{
    static const QueueSnapshot nothing;
    return worker_ ? worker_->snapshot() : nothing;
}

bool StudyRunner::isRunning() const
{
    return worker_ && worker_->isRunning();
}

bool StudyRunner::isPaused() const
{
    return isRunning() && snapshot().paused;
}

bool StudyRunner::isRunElsewhere() const
{
    return worker_ && worker_->isRunElsewhere();
}

std::size_t StudyRunner::left() const
{
    return snapshot().count(TrialState::waiting) + snapshot().count(TrialState::running);
}

QString StudyRunner::problem() const
{
    if (left() == 0)
        return {};
    if (const Message &problem = snapshot().problem; !problem.empty())
        return translated(problem) + (problem.text.ends_with('.') ? QString() : QStringLiteral("."));
    return worker_ ? worker_->runFailure().sentence() : QString();
}

QString StudyRunner::cannotRunReason() const
{
    if (!worker_)
        return tr("There is no project that the runs could be kept in.");
    if (session_.isProjectBusy())
        return tr("The project is being opened or put to another place.");
    if (!QFileInfo(program_).isExecutable())
        return tr("The program that makes the runs, %1, is not there: install Fairloom again.").arg(QDir::toNativeSeparators(program_));
    return {};
}

void StudyRunner::change(std::function<void(StudyQueue &)> work, bool runs)
{
    if (!worker_)
        return;
    if (const QString reason = cannotRunReason(); runs && !reason.isEmpty())
        return emit failed(reason);
    worker_->change(std::move(work), runs, [this](const Failure &failure) { emit failed(failure.sentence()); });
}

void StudyRunner::add(const QString &study, const QString &dataFolder)
{
    if (const QString reason = cannotRunReason(); !reason.isEmpty())
        return emit addFailed(reason);
    offer_ = false;
    StudyContext context;
    context.data_folder = toPath(dataFolder);
    worker_->change([text = study.toStdString(), context](StudyQueue &queue) { queue.add(parse_study(text, "study", context)); }, true,
                    [this](const Failure &failure) { emit addFailed(failure.sentence()); }, [this] { emit added(); });
}

void StudyRunner::goOn()
{
    change([](StudyQueue &queue) { queue.resume(); }, true);
}

void StudyRunner::pause()
{
    if (isRunning()) // a queue that does not run would have forgotten it when it is opened again
        change([](StudyQueue &queue) { queue.pause(); }, false);
}

void StudyRunner::moveToFront(const QStringList &trials)
{
    change([names = texts(trials)](StudyQueue &queue) {
        for (auto name = names.rbegin(); name != names.rend(); ++name) // so that they keep their order
            queue.move_to_front(*name);
    }, false);
}

void StudyRunner::move(const QStringList &trials, int places)
{
    std::vector<std::string> names = texts(trials);
    if (places > 0)
        std::reverse(names.begin(), names.end()); // the last one first, else they would jump over each other
    change([names = std::move(names), places](StudyQueue &queue) {
        for (const std::string &name : names)
            queue.move(name, places);
    }, false);
}

void StudyRunner::cancel(const QStringList &trials)
{
    change([names = texts(trials)](StudyQueue &queue) {
        for (const std::string &name : names)
            queue.cancel(name);
    }, false);
}

void StudyRunner::cancelStudy(const QString &study)
{
    change([name = study.toStdString()](StudyQueue &queue) { queue.cancel_study(name); }, false);
}

void StudyRunner::retry(const QStringList &trials)
{
    change([names = texts(trials)](StudyQueue &queue) {
        for (const std::string &name : names)
            queue.retry(name);
    }, true);
}

void StudyRunner::clearEnded()
{
    change([](StudyQueue &queue) { queue.clear_ended(); }, false);
}

} // namespace fairloom::ui
