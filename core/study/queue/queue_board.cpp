#include "core/study/queue/queue_board.h"

#include "core/base/error.h"
#include "core/base/file_lock.h"
#include "core/study/queue/queue_estimate.h"
#include "core/study/queue/teacher_key.h"
#include "core/study/run_folder.h"
#include "core/study/store/project_paths.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

namespace fairloom {

namespace fs = std::filesystem;

namespace {

bool ended(const StoredTrial &trial) { return trial.shown.state != TrialState::waiting && trial.shown.state != TrialState::running; }

void make_waiting(StoredTrial &trial)
{
    trial.shown.state = TrialState::waiting;
    trial.shown.problem = {};
    trial.shown.seconds = 0;
    trial.job.clear();
}

bool has_run(const fs::path &folder)
{
    std::error_code error;
    return fs::exists(folder / "run.json", error);
}

/// Whether the folder was made for another run than this one.
bool belongs_to_another(const fs::path &folder, const std::string &config)
{
    if (!holds_run(folder))
        return false;
    std::ifstream in(folder / "config.json", std::ios::binary);
    return !in || !same_trial(std::string(std::istreambuf_iterator<char>(in), {}), config);
}

} // namespace

QueueBoard::QueueBoard(fs::path project) : project_(std::move(project)), state_(project_)
{
    state_.changed_elsewhere();
    trials_ = state_.trials();
}

fs::path QueueBoard::folder(const std::string &trial) const { return run_folder(project_, "runs/" + trial); }

QueueBoard::Lock QueueBoard::refreshed() const
{
    Lock lock(mutex_);
    if (state_.changed_elsewhere())
        trials_ = state_.trials();
    return lock;
}

StoredTrial *QueueBoard::find(const std::string &trial) const
{
    const auto found = std::find_if(trials_.begin(), trials_.end(), [&](const StoredTrial &one) { return one.shown.name == trial; });
    return found == trials_.end() ? nullptr : &*found;
}

std::vector<StoredTrial *> QueueBoard::all(TrialState state) const
{
    std::vector<StoredTrial *> out;
    for (StoredTrial &trial : trials_)
        if (trial.shown.state == state)
            out.push_back(&trial);
    return out;
}

void QueueBoard::write(StoredTrial &trial) { state_.write({&trial}); }

/// A name that neither another trial nor another run's folder has.
std::string QueueBoard::free_name(const StudyTrial &trial) const
{
    std::string name = trial.name();
    for (int again = 2; find(name) || belongs_to_another(folder(name), trial.config); ++again)
        name = trial.name() + "-" + std::to_string(again);
    return name;
}

void QueueBoard::add(const Study &study)
{
    const Lock lock = refreshed();
    std::map<std::string, std::size_t> known; // by what identifies a trial within its study
    for (std::size_t t = 0; t < trials_.size(); ++t)
        if (trials_[t].shown.study == study.name)
            known.emplace(trials_[t].trial().name(), t);
    std::vector<StoredTrial> fresh, changed;
    std::int64_t position = trials_.empty() ? 0 : trials_.back().position;
    for (const StudyTrial &trial : study.trials) {
        if (const auto found = known.find(trial.name()); found != known.end()) {
            StoredTrial there = trials_[found->second];
            if (!same_trial(there.config, trial.config))
                throw InputError(Message(FAIRLOOM_TEXT("The project has this study with other settings of “%1”"), {trial.name()}), study.name,
                                 FAIRLOOM_TEXT("Give the study another name, choose another folder, or have its runs replaced"));
            const bool lost = there.shown.state == TrialState::done && !has_run(folder(there.shown.name));
            if (there.shown.state == TrialState::failed || lost) {
                make_waiting(there);
                there.failures = 0;
            }
            there.config = trial.config;
            there.keep_files = study.keep_files;
            changed.push_back(std::move(there));
            continue;
        }
        StoredTrial &one = fresh.emplace_back();
        one.shown.study = study.name;
        one.shown.name = free_name(trial);
        one.data = trial.data;
        one.variant = trial.variant;
        one.seed = trial.seed;
        one.config = trial.config;
        one.keep_files = study.keep_files;
        one.position = ++position;
    }
    std::vector<const StoredTrial *> rows;
    for (const std::vector<StoredTrial> *part : {&changed, &fresh})
        for (const StoredTrial &trial : *part)
            rows.push_back(&trial);
    state_.write(rows);
    trials_ = state_.trials();
}

void QueueBoard::replace(const Study &study)
{
    Lock lock = refreshed();
    std::vector<std::string> names;
    for (const StoredTrial &trial : trials_)
        if (trial.shown.study == study.name) {
            if (trial.shown.state == TrialState::running && is_locked(lock_file(folder(trial.shown.name))))
                throw InputError(FAIRLOOM_TEXT("The study is running"), study.name, FAIRLOOM_TEXT("Cancel it first"));
            names.push_back(trial.shown.name);
        }
    std::error_code error;
    for (const std::string &name : names) // first: a folder without its trial is taken for somebody else's run
        fs::remove_all(folder(name), error);
    for (const StudyTrial &trial : study.trials) // of before there was an index
        if (const fs::path old = folder(trial.name()); !find(trial.name()) && fs::exists(old / "config.json", error) && !is_locked(lock_file(old)))
            fs::remove_all(old, error);
    state_.remove(names);
    trials_ = state_.trials();
    lock.unlock();
    add(study);
}

QueueSnapshot QueueBoard::snapshot() const
{
    const Lock lock = refreshed();
    QueueSnapshot out;
    out.paused = paused_;
    out.workers = workers_;
    out.problem = problem_;
    for (const StoredTrial &trial : trials_) {
        out.trials.push_back(trial.shown);
        if (const auto found = progress_.find(trial.shown.name); found != progress_.end() && trial.shown.state == TrialState::running)
            out.trials.back().fraction = found->second.first;
    }
    const QueueEstimate estimate = estimate_queue(trials_, progress_, workers_);
    out.fraction = estimate.fraction;
    out.seconds_left = estimate.seconds_left;
    return out;
}

std::vector<StoredTrial> QueueBoard::trials() const
{
    const Lock lock = refreshed();
    return trials_;
}

void QueueBoard::set_paused(bool paused)
{
    const Lock lock(mutex_);
    paused_ = paused;
}

bool QueueBoard::paused() const
{
    const Lock lock(mutex_);
    return paused_;
}

/// The places that waiting trials have among all are dealt out anew among them.
void QueueBoard::write_order(const std::vector<StoredTrial *> &waiting)
{
    std::vector<std::int64_t> places;
    for (const StoredTrial *trial : waiting)
        places.push_back(trial->position);
    std::sort(places.begin(), places.end());
    std::vector<const StoredTrial *> changed;
    for (std::size_t t = 0; t < waiting.size(); ++t)
        if (waiting[t]->position != places[t]) {
            waiting[t]->position = places[t];
            changed.push_back(waiting[t]);
        }
    state_.write(changed);
    trials_ = state_.trials();
}

void QueueBoard::move_to_front(const std::string &trial)
{
    const Lock lock = refreshed();
    std::vector<StoredTrial *> waiting = all(TrialState::waiting);
    const auto found = std::find(waiting.begin(), waiting.end(), find(trial));
    if (found == waiting.end())
        return;
    std::rotate(waiting.begin(), found, found + 1);
    write_order(waiting);
}

void QueueBoard::move(const std::string &trial, int places)
{
    const Lock lock = refreshed();
    std::vector<StoredTrial *> waiting = all(TrialState::waiting);
    const auto found = std::find(waiting.begin(), waiting.end(), find(trial));
    if (found == waiting.end())
        return;
    const std::ptrdiff_t from = found - waiting.begin();
    const std::ptrdiff_t to = std::clamp<std::ptrdiff_t>(from + places, 0, static_cast<std::ptrdiff_t>(waiting.size()) - 1);
    if (to < from)
        std::rotate(waiting.begin() + to, found, found + 1);
    else
        std::rotate(found, found + 1, waiting.begin() + to + 1);
    write_order(waiting);
}

void QueueBoard::cancel(const std::string &trial_or_study, bool study)
{
    const Lock lock = refreshed();
    std::vector<const StoredTrial *> changed;
    for (StoredTrial &trial : trials_)
        if ((study ? trial.shown.study : trial.shown.name) == trial_or_study && !ended(trial)) {
            trial.shown.state = TrialState::cancelled;
            changed.push_back(&trial);
        }
    state_.write(changed);
}

void QueueBoard::retry(const std::string &trial)
{
    const Lock lock = refreshed();
    StoredTrial *found = find(trial);
    if (!found || (found->shown.state != TrialState::failed && found->shown.state != TrialState::cancelled))
        return;
    make_waiting(*found);
    found->failures = 0;
    write(*found);
}

void QueueBoard::clear_ended()
{
    const Lock lock = refreshed();
    std::vector<std::string> names;
    for (const StoredTrial &trial : trials_)
        if (ended(trial))
            names.push_back(trial.shown.name);
    state_.remove(names);
    trials_ = state_.trials();
}

std::optional<StoredTrial> QueueBoard::claim(const std::function<Choice(const StoredTrial &)> &choose)
{
    const Lock lock = refreshed();
    for (StoredTrial &trial : trials_) {
        if (trial.shown.state != TrialState::waiting)
            continue;
        const Choice choice = choose(trial);
        if (choice == Choice::pass)
            continue;
        trial.shown.state = TrialState::running;
        trial.shown.attempts += choice == Choice::start ? 1 : 0;
        write(trial);
        progress_[trial.shown.name] = {0, 0};
        return trial;
    }
    return std::nullopt;
}

void QueueBoard::set_jobs(const std::vector<std::pair<std::string, std::string>> &jobs)
{
    const Lock lock = refreshed();
    std::vector<const StoredTrial *> changed;
    for (const auto &[trial, job] : jobs)
        if (StoredTrial *found = find(trial)) {
            found->job = job;
            changed.push_back(found);
        }
    state_.write(changed);
}

void QueueBoard::set_progress(const std::string &trial, double fraction, double elapsed)
{
    const Lock lock(mutex_);
    progress_[trial] = {std::clamp(fraction, 0.0, 1.0), elapsed};
}

void QueueBoard::end(const std::string &trial, TrialState state, const Message &problem, double seconds)
{
    const Lock lock = refreshed();
    progress_.erase(trial);
    StoredTrial *found = find(trial);
    if (!found)
        return;
    found->shown.state = state;
    found->shown.problem = problem;
    found->shown.seconds = seconds;
    found->job.clear();
    write(*found);
}

void QueueBoard::wait_again(const std::string &trial, bool failed)
{
    const Lock lock = refreshed();
    progress_.erase(trial);
    StoredTrial *found = find(trial);
    if (!found || found->shown.state == TrialState::cancelled)
        return;
    make_waiting(*found);
    found->failures += failed ? 1 : 0;
    write(*found);
}

TrialState QueueBoard::state(const std::string &trial) const
{
    const Lock lock = refreshed();
    const StoredTrial *found = find(trial);
    return found ? found->shown.state : TrialState::cancelled;
}

bool QueueBoard::has(TrialState state) const
{
    const Lock lock = refreshed();
    return std::any_of(trials_.begin(), trials_.end(), [state](const StoredTrial &trial) { return trial.shown.state == state; });
}

void QueueBoard::set_workers(int workers)
{
    const Lock lock(mutex_);
    workers_ = workers;
}

void QueueBoard::set_problem(const Message &problem)
{
    const Lock lock(mutex_);
    problem_ = problem;
}

} // namespace fairloom
