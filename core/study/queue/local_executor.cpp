#include "core/study/queue/local_executor.h"

#include "core/base/error.h"
#include "core/base/file_lock.h"
#include "core/base/memory.h"
#include "core/base/parallel.h"
#include "core/study/queue/teacher_key.h"
#include "core/study/queue/trial_folder.h"
#include "core/study/queue/worker_problem.h"
#include "core/study/store/project_paths.h"

#include <algorithm>

namespace fairloom {

namespace fs = std::filesystem;

namespace {

using namespace std::chrono_literals;

constexpr auto time_to_save = 30s;
constexpr auto between_tries = 300ms;   // to start what there was no memory for
constexpr auto between_looks = 500ms;   // at the machine's memory
constexpr int most_failures = 2;
constexpr std::size_t megabyte = 1'000'000;

/// What is left to the machine: it starts to swap before the last byte is given out.
std::size_t reserve() { return std::clamp<std::size_t>(total_memory() / 20, 128 * megabyte, 1000 * megabyte); }

std::size_t without(std::size_t bytes, std::size_t taken) { return bytes - std::min(bytes, taken); }

/// An estimate may be wrong, and the limit counts memory that was asked for and never used, too.
std::size_t limit_for(std::size_t need) { return std::max(need + need / 2, need + 256 * megabyte); }

constexpr int look_ahead = 8; // waiting runs; further on, order counts for more: a study that is stopped early has all variants with fewer seeds

bool trains_teacher(RunStage stage) { return stage == RunStage::waiting || stage == RunStage::loading || stage == RunStage::teacher; }

} // namespace

LocalExecutor::LocalExecutor(QueueBoard &board, TrialCollector &collector, const QueueSettings &settings)
    : board_(board), collector_(collector), settings_(settings),
      workers_(settings.workers > 0 ? settings.workers : std::max(1, hardware_threads() / std::max(1, settings.threads)))
{
    board_.set_workers(workers_);
}

void LocalExecutor::step()
{
    take_pauses();
    for (Running &running : running_)
        follow(running);
    // Ends are taken in after the list has been walked, one by one, so that an error in one leaves the others watched.
    for (std::size_t r = 0; r < running_.size();) {
        const auto ended = running_[r].process->ended();
        if (!ended) {
            ++r;
            continue;
        }
        Running over = std::move(running_[r]);
        running_.erase(running_.begin() + static_cast<std::ptrdiff_t>(r));
        end(over, *ended);
        next_start_ = {};
    }
    const Clock::time_point now = Clock::now();
    if (now >= next_look_) {
        relieve_memory();
        next_look_ = now + between_looks;
    }
    if (!stopping_ && !paused_ && now >= next_start_)
        start_what_can();
}

void LocalExecutor::interrupt()
{
    stopping_ = true;
    for (Running &running : running_)
        ask_to_end(running, Ending::stopped);
}

void LocalExecutor::take_pauses()
{
    const bool wanted = board_.paused() && !stopping_;
    if (wanted == paused_)
        return;
    paused_ = wanted;
    const Clock::time_point now = Clock::now();
    if (paused_)
        paused_since_ = now;
    for (Running &running : running_) {
        if (paused_) {
            running.process->stand_still();
        } else {
            running.process->go_on();
            running.stood_still += now - std::max(paused_since_, running.started);
        }
    }
}

double LocalExecutor::seconds_of(const Running &running) const
{
    const Clock::time_point until = paused_ ? paused_since_ : Clock::now();
    return std::max(0.0, std::chrono::duration<double>(until - running.started - running.stood_still).count());
}

void LocalExecutor::follow(Running &running)
{
    const WorkerNews &news = running.process->news();
    board_.set_progress(running.trial.shown.name, news.fraction, seconds_of(running));
    if (news.size) {
        sizes_[data_key(running.trial.config)] = *news.size;
        running.need = need_of(running.trial);
    }
    if (running.ending == Ending::by_itself && board_.state(running.trial.shown.name) == TrialState::cancelled)
        ask_to_end(running, Ending::cancelled);
    if (running.ending != Ending::by_itself && Clock::now() - running.interrupted > time_to_save)
        running.process->kill();
}

void LocalExecutor::ask_to_end(Running &running, Ending ending)
{
    if (running.ending != Ending::by_itself)
        return;
    running.ending = ending;
    running.interrupted = Clock::now();
    running.process->interrupt();
}

void LocalExecutor::end(Running &running, const WorkerEnd &end)
{
    const std::string &name = running.trial.shown.name;
    const double seconds = seconds_of(running);
    if (end.status == 0 && collector_.finished(running.trial)) { // even if it was to end: it was quicker
        collector_.take(running.trial);
        board_.end(name, TrialState::done, {}, seconds);
        return;
    }
    switch (running.ending) {
    case Ending::stopped:
    case Ending::pressed: board_.wait_again(name, false); return;
    case Ending::cancelled:
        if (board_.state(name) == TrialState::cancelled) // else somebody wants it again
            board_.end(name, TrialState::cancelled, {}, seconds);
        return;
    case Ending::by_itself: break;
    }
    // It refused to begin under a limit that was set before anybody knew its data: now they are known.
    if (end.status == worker_refused && running.limit < running.need) {
        if (running.need <= most_for_one())
            board_.wait_again(name, false);
        else
            board_.end(name, TrialState::failed, too_large(running.trial, running.need), seconds);
        return;
    }
    const bool for_good = end.status == worker_refused || (end.status == worker_gave_up && !end.out_of_memory);
    if (!for_good && running.trial.failures + 1 < most_failures) {
        board_.wait_again(name, true);
        return;
    }
    collector_.clean(running.trial);
    board_.end(name, TrialState::failed, worker_problem(end, board_.folder(name)), seconds);
}

/// Estimates fail, and other programs want memory, too: before the machine begins to swap, the youngest run makes room and waits again.
void LocalExecutor::relieve_memory()
{
    if (running_.size() < 2 || available_memory() > reserve() / 2)
        return;
    Running &youngest = *std::max_element(running_.begin(), running_.end(), [](const Running &a, const Running &b) { return a.started < b.started; });
    if (youngest.ending != Ending::by_itself)
        return;
    youngest.ending = Ending::pressed;
    youngest.interrupted = Clock::now();
    youngest.process->kill(); // saving would take memory
    workers_ = std::max(1, static_cast<int>(running_.size()) - 1);
    board_.set_workers(workers_);
}

std::size_t LocalExecutor::need_of(const StoredTrial &trial) const
{
    const RunConfigFile config = parse_run_config(trial.config, trial.shown.name);
    const auto found = sizes_.find(data_key(trial.config));
    return found == sizes_.end() ? rough_memory_need(config) : memory_need(found->second, config.settings);
}

/// What a run can be given now: without what those that run have still to take.
std::size_t LocalExecutor::free_for_more() const
{
    std::size_t free = without(available_memory(), reserve()), needed = 0;
    for (const Running &running : running_) {
        free = without(free, without(running.need, running.process->resident()));
        needed += running.need;
    }
    return settings_.memory > 0 ? std::min(free, without(settings_.memory, needed)) : free;
}

std::size_t LocalExecutor::most_for_one() const
{
    const std::size_t most = without(total_memory(), reserve());
    return settings_.memory > 0 ? std::min(most, settings_.memory) : most;
}

/// In the words in which the run itself would refuse.
Message LocalExecutor::too_large(const StoredTrial &trial, std::size_t need) const
{
    try {
        refuse_beyond_memory(need, most_for_one(), settings_.memory > 0, parse_run_config(trial.config, trial.shown.name).settings);
    } catch (const InputError &error) {
        std::string said = error.what();
        said.pop_back(); // the full stop
        return Message("%1", {said});
    }
    return {};
}

bool LocalExecutor::trains_now(const std::string &teacher) const
{
    return !teacher.empty() && std::any_of(running_.begin(), running_.end(), [&](const Running &running) {
        return running.teacher == teacher && trains_teacher(running.process->news().stage);
    });
}

void LocalExecutor::start_what_can()
{
    board_.set_problem({});
    short_of_memory_ = false;
    while (static_cast<int>(running_.size()) < workers_ &&
           ((wants_another_teacher() && start_one(Take::new_teacher)) || start_one(Take::no_waiting) || start_one(Take::any))) {
    }
    board_.set_workers(short_of_memory_ ? std::max(1, static_cast<int>(running_.size())) : workers_);
    next_start_ = Clock::now() + between_tries;
}

/// Runs that share a teacher are short once it is there. If nobody trains the next one meanwhile, it is trained at the end, with nothing to do beside it.
bool LocalExecutor::wants_another_teacher() const
{
    return workers_ > 1 && !running_.empty() && std::none_of(running_.begin(), running_.end(), [](const Running &running) {
        return !running.teacher.empty() && trains_teacher(running.process->news().stage);
    });
}

bool LocalExecutor::start_one(Take take)
{
    int looked_at = 0;
    enum class Found { nothing, finished, too_large, startable } what = Found::nothing;
    std::size_t need = 0, free = free_for_more();
    Message problem;
    const auto trial = board_.claim([&](const StoredTrial &waiting) {
        const bool ours = std::any_of(running_.begin(), running_.end(), [&](const Running &one) { return one.trial.shown.name == waiting.shown.name; });
        if (ours || is_locked(lock_file(board_.folder(waiting.shown.name)))) { // it was cancelled and is wanted again, or its queue was killed
            problem = Message(FAIRLOOM_TEXT("Another process is still at work on “%1”"), {waiting.shown.name});
            return QueueBoard::Choice::pass;
        }
        if (collector_.finished(waiting)) {
            what = Found::finished;
            return QueueBoard::Choice::adopt;
        }
        const bool size_known = sizes_.contains(data_key(waiting.config));
        need = need_of(waiting);
        if (size_known && need > most_for_one()) {
            what = Found::too_large;
            return QueueBoard::Choice::adopt;
        }
        // Alone, a run whose data nobody knows yet finds out by itself whether it fits.
        if (need > free && (size_known || !running_.empty())) {
            short_of_memory_ = true;
            problem = Message(FAIRLOOM_TEXT("“%1” needs %2 of memory, and %3 are free: it waits for other runs and programs to end"),
                              {waiting.shown.name, memory_text(need), memory_text(free)});
            return QueueBoard::Choice::pass;
        }
        if (take == Take::new_teacher && ++looked_at > look_ahead)
            return QueueBoard::Choice::pass;
        if (take != Take::any) { // the key costs a hash of the configuration
            const std::string teacher = teacher_key(waiting.config);
            if (take == Take::new_teacher ? teacher.empty() || taught_.contains(teacher) : trains_now(teacher))
                return QueueBoard::Choice::pass;
        }
        what = Found::startable;
        return QueueBoard::Choice::start;
    });
    if (!trial) {
        if (!problem.empty() && running_.empty())
            board_.set_problem(problem);
        return false;
    }
    switch (what) {
    case Found::finished:
        collector_.take(*trial);
        board_.end(trial->shown.name, TrialState::done, {}, trial->shown.seconds);
        break;
    case Found::too_large: board_.end(trial->shown.name, TrialState::failed, too_large(*trial, need), 0); break;
    default:
        try {
            start(*trial);
        } catch (...) {
            board_.wait_again(trial->shown.name, false);
            throw;
        }
    }
    return true;
}

void LocalExecutor::start(const StoredTrial &trial)
{
    const fs::path folder = board_.folder(trial.shown.name);
    const bool fresh = prepare_trial_folder(folder, trial.config);
    Running running;
    running.trial = trial;
    running.teacher = teacher_key(trial.config);
    taught_.insert(running.teacher);
    running.need = need_of(trial);
    const bool size_known = sizes_.contains(data_key(trial.config));
    // After a failure for lack of memory, and where nobody knows the data, as much as there is.
    running.limit = size_known && trial.failures == 0 ? limit_for(running.need) : std::max(free_for_more(), running.need);
    if (settings_.memory > 0)
        running.limit = std::min(running.limit, settings_.memory);
    running.process = std::make_unique<WorkerProcess>(
        WorkerCommand{settings_.program, folder, board_.project() / "teachers", std::max(1, settings_.threads), fresh, running.limit});
    running.started = Clock::now();
    running_.push_back(std::move(running));
}

} // namespace fairloom
