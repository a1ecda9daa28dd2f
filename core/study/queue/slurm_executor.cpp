#include "core/study/queue/slurm_executor.h"

#include "core/base/error.h"
#include "core/base/file_lock.h"
#include "core/base/file_output.h"
#include "core/base/parallel.h"
#include "core/study/queue/memory_need.h"
#include "core/study/queue/teacher_key.h"
#include "core/study/queue/trial_folder.h"
#include "core/study/queue/worker_problem.h"
#include "core/study/queue/worker_process.h"
#include "core/study/run_folder.h"
#include "core/study/store/project_paths.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace fairloom {

namespace fs = std::filesystem;

namespace {

using namespace std::chrono_literals;

constexpr auto between_questions = 1s;
constexpr int patience = 5;            // looks: a file may take a moment from one machine to another
constexpr int most_job_failures = 2;
constexpr std::size_t memory_unit = 1'000'000; // bytes, the M of --mem

/// As one word for the shell.
std::string shell_quoted(const std::string &text)
{
    std::string out = "'";
    for (const char c : text)
        out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + "'";
}

std::string last_line(std::string text)
{
    while (!text.empty() && (text.back() == '\n' || text.back() == '.' || text.back() == ' '))
        text.pop_back();
    const std::size_t line = text.rfind('\n');
    return line == std::string::npos ? text : text.substr(line + 1);
}

fs::path status_file(const fs::path &run) { return run / "status.txt"; }

} // namespace

SlurmExecutor::SlurmExecutor(QueueBoard &board, TrialCollector &collector, const QueueSettings &settings)
    : board_(board), collector_(collector), settings_(settings), folder_(board.project() / "slurm")
{
    if (call_program({"sbatch", "--version"}).status != 0 || call_program({"squeue", "--version"}).status != 0)
        throw InputError(FAIRLOOM_TEXT("Slurm's commands sbatch and squeue are not there"), "",
                         FAIRLOOM_TEXT("Install them (Debian: slurm-client), work on a machine of the cluster, or choose the executor local"));
    const std::string config = call_program({"scontrol", "show", "config"}).out, key = "MaxArraySize";
    if (const std::size_t at = config.find(key); at != std::string::npos) {
        std::istringstream in(config.substr(at + key.size()));
        std::string equals;
        std::size_t most = 0;
        if (in >> equals >> most && most > 1)
            most_tasks_ = std::min(most_tasks_, most - 1); // indices stay below it
    }
    for (const StoredTrial &trial : board_.trials())
        if (!trial.job.empty())
            active_.insert(trial.job);
    board_.set_workers(settings_.workers > 0 ? settings_.workers : hardware_threads());
}

bool SlurmExecutor::busy() const { return !active_.empty() || board_.has(TrialState::running); }

void SlurmExecutor::step()
{
    if (Clock::now() < next_look_)
        return;
    look();
    if (!stopping_ && !board_.paused())
        submit();
    next_look_ = Clock::now() + between_questions;
}

void SlurmExecutor::interrupt()
{
    stopping_ = true;
    std::vector<std::string> jobs;
    for (const StoredTrial &trial : board_.trials())
        if (trial.shown.state == TrialState::running && !trial.job.empty())
            jobs.push_back(trial.job);
    cancel(jobs);
    cancelled_.insert(jobs.begin(), jobs.end());
    next_look_ = {};
}

/// One call for hundreds of tasks.
void SlurmExecutor::cancel(const std::vector<std::string> &jobs) const
{
    constexpr std::size_t at_once = 200;
    for (std::size_t begin = 0; begin < jobs.size(); begin += at_once) {
        std::vector<std::string> words{"scancel"};
        words.insert(words.end(), jobs.begin() + static_cast<std::ptrdiff_t>(begin),
                     jobs.begin() + static_cast<std::ptrdiff_t>(std::min(jobs.size(), begin + at_once)));
        call_program(words);
    }
}

SlurmExecutor::Tasks SlurmExecutor::tasks()
{
    Tasks out;
    const ProgramOutput answer = call_program({"squeue", "--me", "--noheader", "--array", "--format=%F_%K %T %r"});
    out.known = answer.status == 0;
    std::istringstream in(answer.out);
    std::string line;
    bool any_begun = false;
    while (std::getline(in, line)) {
        std::istringstream words(line);
        std::string task, state, reason;
        words >> task >> state >> std::ws;
        std::getline(words, reason);
        const bool begun = state != "PENDING" && state != "REQUEUED";
        out.all[task] = begun;
        any_begun = any_begun || begun;
        static const std::set<std::string> in_turn{"", "None", "Resources", "Priority", "BeginTime", "JobArrayTaskLimit", "JobHeldUser"};
        if (!begun && !in_turn.contains(reason))
            out.why_none_begins = reason;
    }
    if (any_begun)
        out.why_none_begins.clear();
    return out;
}

void SlurmExecutor::look()
{
    const Tasks now = tasks();
    if (!now.known) { // its controller may be down for a while; the tasks go on
        board_.set_problem(FAIRLOOM_TEXT("Slurm does not answer; what it was given goes on"));
        return;
    }
    board_.set_problem(now.why_none_begins.empty() ? Message() : Message(FAIRLOOM_TEXT("Slurm lets the tasks wait (%1)"), {now.why_none_begins}));
    take_pauses(now);
    std::vector<std::string> unwanted;
    for (const StoredTrial &trial : board_.trials()) {
        const auto task = now.all.find(trial.job);
        if (trial.shown.state == TrialState::cancelled && task != now.all.end() && cancelled_.insert(trial.job).second)
            unwanted.push_back(trial.job);
        if (trial.shown.state != TrialState::running || trial.job.empty())
            continue;
        if (task == now.all.end()) {
            end(trial);
            continue;
        }
        missing_.erase(trial.shown.name);
        if (task->second)
            began_.try_emplace(trial.shown.name, Clock::now());
        const auto began = began_.find(trial.shown.name);
        board_.set_progress(trial.shown.name, 0, began == began_.end() ? 0 : std::chrono::duration<double>(Clock::now() - began->second).count());
    }
    cancel(unwanted);
    for (std::set<std::string> *jobs : {&active_, &cancelled_})
        std::erase_if(*jobs, [&](const std::string &job) { return !now.all.contains(job); });
}

/// Slurm no longer knows the task: it has ended, one way or the other.
void SlurmExecutor::end(const StoredTrial &trial)
{
    const std::string &name = trial.shown.name;
    const auto began = began_.find(name);
    const double seconds = began == began_.end() ? 0 : std::chrono::duration<double>(Clock::now() - began->second).count();
    if (collector_.finished(trial)) {
        collector_.take(trial);
        board_.end(name, TrialState::done, {}, seconds);
        return;
    }
    const fs::path run = board_.folder(name);
    if (stopping_) {
        board_.wait_again(name, false);
        return;
    }
    WorkerEnd how;
    std::ifstream status(status_file(run));
    const bool told = static_cast<bool>(status >> how.status);
    if ((!told || how.status == 0) && ++missing_[name] < patience)
        return;
    missing_.erase(name);
    began_.erase(name);
    if (!(told && (how.status == worker_refused || how.status == worker_gave_up)) && trial.failures + 1 < most_job_failures) {
        board_.wait_again(name, true);
        return;
    }
    collector_.clean(trial);
    how.signal = how.status > 128 ? how.status - 128 : 0;
    board_.end(name, TrialState::failed,
               told ? worker_problem(how, run)
                    : Message(FAIRLOOM_TEXT("Slurm has ended the task before it was done; what it printed is in %1"), {(run / "log.txt").string()}),
               seconds);
}

void SlurmExecutor::take_pauses(const Tasks &now)
{
    const bool wanted = board_.paused() && !stopping_;
    if (wanted == paused_)
        return;
    paused_ = wanted;
    for (const StoredTrial &trial : board_.trials()) {
        const auto task = now.all.find(trial.job);
        if (trial.shown.state != TrialState::running || task == now.all.end())
            continue;
        if (task->second)
            call_program({"scancel", paused_ ? "--signal=STOP" : "--signal=CONT", "--full", trial.job});
        else
            call_program({"scontrol", paused_ ? "hold" : "release", trial.job});
    }
}

void SlurmExecutor::submit()
{
    std::vector<StoredTrial> trials;
    while (trials.size() < most_tasks_) {
        bool finished = false;
        auto trial = board_.claim([&](const StoredTrial &waiting) {
            const bool taken = std::any_of(trials.begin(), trials.end(), [&](const StoredTrial &one) { return one.shown.name == waiting.shown.name; });
            if (taken || is_locked(lock_file(board_.folder(waiting.shown.name))))
                return QueueBoard::Choice::pass;
            finished = collector_.finished(waiting);
            return finished ? QueueBoard::Choice::adopt : QueueBoard::Choice::start;
        });
        if (!trial)
            break;
        if (finished) {
            collector_.take(*trial);
            board_.end(trial->shown.name, TrialState::done, {}, trial->shown.seconds);
        } else {
            trials.push_back(std::move(*trial));
        }
    }
    if (trials.empty())
        return;
    try {
        submit_some(trials);
    } catch (...) {
        for (const StoredTrial &trial : trials)
            board_.wait_again(trial.shown.name, false);
        throw;
    }
}

void SlurmExecutor::submit_some(const std::vector<StoredTrial> &trials)
{
    std::error_code error;
    fs::create_directories(folder_, error);
    write_script();
    std::string list;
    for (const StoredTrial &trial : trials) {
        const fs::path run = board_.folder(trial.shown.name);
        // Slurm may begin a task again by itself, so each goes on with what there is: what is not this trial's goes first.
        if (prepare_trial_folder(run, trial.config))
            for (const std::string &name : run_file_names())
                fs::remove_all(run / name, error);
        fs::remove(status_file(run), error);
        list += trial.shown.name + "\n";
    }
    int number = 1;
    while (fs::exists(folder_ / fmt::format("trials-{}.txt", number), error))
        ++number;
    const fs::path names = folder_ / fmt::format("trials-{}.txt", number);
    write_file(names, list);
    const std::size_t memory = memory_for(trials);
    const std::string range = fmt::format("--array=0-{}", trials.size() - 1) + (settings_.workers > 0 ? fmt::format("%{}", settings_.workers) : "");
    const ProgramOutput answer =
        call_program({"sbatch", "--parsable", range, fmt::format("--cpus-per-task={}", std::max(1, settings_.threads)),
                      fmt::format("--mem={}M", (memory + memory_unit - 1) / memory_unit), "--job-name=fairloom", fmt::format("--output={}/task-%A_%a.txt", folder_.string()),
                      (folder_ / "array.sh").string(), names.string()});
    const std::string job = answer.out.substr(0, answer.out.find_first_of(";\n")); // with several clusters "job;cluster"
    if (answer.status != 0 || job.empty())
        throw InputError(Message(FAIRLOOM_TEXT("Slurm has not taken the study (%1)"), {last_line(answer.error.empty() ? answer.out : answer.error)}), "sbatch",
                         FAIRLOOM_TEXT("Change --threads or --memory, ask whoever runs the cluster, or choose the executor local"));
    std::vector<std::pair<std::string, std::string>> jobs;
    for (std::size_t t = 0; t < trials.size(); ++t) {
        jobs.emplace_back(trials[t].shown.name, fmt::format("{}_{}", job, t));
        active_.insert(jobs.back().second);
    }
    board_.set_jobs(jobs);
}

void SlurmExecutor::write_script() const
{
    const std::string project = board_.project().string();
    write_file(folder_ / "array.sh", fmt::format(R"(#!/bin/sh
# Runs one trial of a study of Fairloom's; the first argument is the list of their names, one a line.
trial=$(sed -n "$((SLURM_ARRAY_TASK_ID + 1))p" "$1")
run={}/runs/$trial
{} run --config "$run/config.json" --threads {} --resume --worker 0 --teachers {} --out "$run" >"$run/log.txt" 2>&1
status=$?
echo "$status" >"$run/status.txt"
exit "$status"
)",
                                                    shell_quoted(project), shell_quoted(settings_.program.string()), std::max(1, settings_.threads), shell_quoted(project + "/teachers")));
}

/// What each task asks for: enough for the largest. Each data set is opened once to know it.
std::size_t SlurmExecutor::memory_for(const std::vector<StoredTrial> &trials) const
{
    constexpr std::size_t at_least = 500 * memory_unit;
    std::map<std::string, DataSize> sizes;
    std::size_t most = at_least;
    for (const StoredTrial &trial : trials) {
        const RunConfigFile config = parse_run_config(trial.config, trial.shown.name);
        const std::string key = data_key(trial.config);
        try {
            if (!sizes.contains(key)) {
                NoProgress quiet;
                DatasetOptions options;
                options.test = config.test;
                options.recipe = config.recipe;
                options.schema = config.schema;
                sizes[key] = size_of(*open_dataset(config.data, options, quiet, {}), config.settings);
            }
            most = std::max(most, memory_need(sizes[key], config.settings) * 5 / 4);
        } catch (const InputError &) {
            most = std::max(most, rough_memory_need(config)); // the task will say what is wrong with the data
        }
    }
    return settings_.memory > 0 ? std::min(most, settings_.memory) : most;
}

} // namespace fairloom
