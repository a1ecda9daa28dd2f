#include "core/study/queue/study_queue.h"

#include "core/base/error.h"
#include "core/base/file_lock.h"
#include "core/study/queue/local_executor.h"
#include "core/study/queue/queue_board.h"
#include "core/study/queue/slurm_executor.h"
#include "core/study/queue/trial_collector.h"
#include "core/study/store/project_paths.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <optional>

namespace fairloom {

namespace fs = std::filesystem;

namespace {

constexpr auto between_steps = std::chrono::milliseconds(50);
constexpr auto between_lock_tries = std::chrono::milliseconds(300);

fs::path prepared_queue(const fs::path &project)
{
    { const RunStore store(project); } // makes the folder and its index, or says why that cannot be
    return fs::absolute(project).lexically_normal();
}

fs::path queue_lock(const fs::path &project) { return project / "queue.lock"; }

/// What a queue that was killed has left: its finished runs are taken in, the others wait again.
void recover(QueueBoard &board, TrialCollector &collector, bool batch_jobs)
{
    for (const StoredTrial &trial : board.trials()) {
        if (trial.shown.state != TrialState::running || (batch_jobs && !trial.job.empty()))
            continue;
        if (collector.finished(trial)) {
            collector.take(trial);
            board.end(trial.shown.name, TrialState::done, {}, trial.shown.seconds);
        } else {
            board.wait_again(trial.shown.name, false);
        }
    }
}

} // namespace

std::size_t QueueSnapshot::count(TrialState state) const
{
    return static_cast<std::size_t>(std::count_if(trials.begin(), trials.end(), [state](const QueuedTrial &trial) { return trial.state == state; }));
}

struct StudyQueue::Private {
    Private(const fs::path &project, QueueSettings settings_) : settings(std::move(settings_)), board(prepared_queue(project)) {}

    std::unique_ptr<TrialExecutor> make_executor(TrialCollector &collector)
    {
        if (settings.executor == "local")
            return std::make_unique<LocalExecutor>(board, collector, settings);
        if (settings.executor == "slurm")
            return std::make_unique<SlurmExecutor>(board, collector, settings);
        throw InputError(Message(FAIRLOOM_TEXT("There is no executor “%1”"), {settings.executor}), "", FAIRLOOM_TEXT("Choose local or slurm"));
    }

    void pause_briefly(const std::stop_token &stop, std::chrono::milliseconds time)
    {
        std::unique_lock lock(sleeping);
        awake.wait_for(lock, stop, time, [] { return false; });
    }

    std::optional<FileLock> wait_for_lock(const std::stop_token &stop);
    void remove_teachers();

    const QueueSettings settings;
    QueueBoard board;
    std::mutex sleeping;
    std::condition_variable_any awake;
};

std::optional<FileLock> StudyQueue::Private::wait_for_lock(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        if (auto lock = FileLock::try_lock(queue_lock(board.project()))) {
            board.set_problem({});
            return lock;
        }
        board.set_problem(FAIRLOOM_TEXT("Another process runs this project's studies; this one waits until it has ended"));
        pause_briefly(stop, between_lock_tries);
    }
    board.set_problem({});
    return std::nullopt;
}

/// Teachers are kept for as long as a study goes on: those that nobody asks for any more take room for nothing.
void StudyQueue::Private::remove_teachers()
{
    const std::vector<StoredTrial> trials = board.trials();
    const bool wanted = std::any_of(trials.begin(), trials.end(), [](const StoredTrial &trial) {
        return trial.keep_files || trial.shown.state == TrialState::waiting || trial.shown.state == TrialState::running;
    });
    std::error_code ignored;
    if (!wanted)
        fs::remove_all(board.project() / "teachers", ignored);
}

StudyQueue::StudyQueue(const fs::path &project, QueueSettings settings) : d_(std::make_unique<Private>(project, std::move(settings))) {}
StudyQueue::~StudyQueue() = default;

void StudyQueue::add(const Study &study) { d_->board.add(study); }

void StudyQueue::replace(const Study &study)
{
    d_->board.replace(study);
    RunStore(d_->board.project()).rescan(); // forgets the runs whose folders are gone
}

bool StudyQueue::at_work(const fs::path &project) { return is_locked(queue_lock(project)); }

void StudyQueue::run(std::stop_token stop)
{
    const std::optional<FileLock> lock = d_->wait_for_lock(stop);
    if (!lock)
        return;
    TrialCollector collector(d_->board);
    recover(d_->board, collector, d_->settings.executor == "slurm");
    const std::unique_ptr<TrialExecutor> executor = d_->make_executor(collector);
    bool interrupted = false;
    while (executor->busy() || (!interrupted && d_->board.has(TrialState::waiting))) {
        if (stop.stop_requested() && !interrupted) {
            interrupted = true;
            executor->interrupt();
        }
        executor->step();
        collector.write_tables(false);
        d_->pause_briefly(interrupted ? std::stop_token() : stop, between_steps);
    }
    collector.write_tables(true);
    d_->remove_teachers();
    d_->board.set_problem({});
}

QueueSnapshot StudyQueue::snapshot() const { return d_->board.snapshot(); }
void StudyQueue::pause() { d_->board.set_paused(true); }
void StudyQueue::resume() { d_->board.set_paused(false); }
void StudyQueue::move_to_front(const std::string &trial) { d_->board.move_to_front(trial); }
void StudyQueue::move(const std::string &trial, int places) { d_->board.move(trial, places); }
void StudyQueue::cancel(const std::string &trial) { d_->board.cancel(trial, false); }
void StudyQueue::cancel_study(const std::string &study) { d_->board.cancel(study, true); }
void StudyQueue::retry(const std::string &trial) { d_->board.retry(trial); }
void StudyQueue::clear_ended() { d_->board.clear_ended(); }

} // namespace fairloom
