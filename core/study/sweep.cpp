#include "core/study/sweep.h"

#include "core/base/error.h"
#include "core/base/file_output.h"
#include "core/study/run_folder.h"
#include "core/study/sweep_tables.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <system_error>
#include <thread>
#include <vector>

extern char **environ;

namespace fairloom {

namespace fs = std::filesystem;

namespace {

constexpr auto pause_between_looks = std::chrono::milliseconds(50);

/// One trial's process.
class Worker {
public:
    Worker(const SweepSettings &settings, const fs::path &folder, std::size_t trial) : trial_(trial)
    {
        const std::string config = (folder / "config.json").string(), log = (folder / "log.txt").string();
        const std::string threads = std::to_string(settings.threads), program = settings.program.string(), out = folder.string();
        std::vector<std::string> words{program, "run", "--config", config, "--threads", threads, "--force", "--out", out};
        std::vector<char *> arguments;
        for (std::string &word : words)
            arguments.push_back(word.data());
        arguments.push_back(nullptr);
        posix_spawn_file_actions_t files;
        posix_spawn_file_actions_init(&files);
        posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, log.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
        posix_spawn_file_actions_adddup2(&files, STDOUT_FILENO, STDERR_FILENO);
        // A group of its own: Ctrl+C in a terminal would reach it beside interrupt(), and a second signal ends it without saving.
        posix_spawnattr_t attributes;
        posix_spawnattr_init(&attributes);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
        const int error = posix_spawn(&pid_, program.c_str(), &files, &attributes, arguments.data(), environ);
        posix_spawnattr_destroy(&attributes);
        posix_spawn_file_actions_destroy(&files);
        if (error != 0)
            throw InputError(Message(FAIRLOOM_TEXT("The program that runs a trial cannot be started (%1)"),
                                     {std::generic_category().message(error)}),
                             program, FAIRLOOM_TEXT("Check that it is there and may be executed"));
    }

    std::size_t trial() const { return trial_; }
    void interrupt() const { kill(pid_, SIGINT); }
    /// Whether it has ended; `status` is its exit status then, 128 + signal if it was killed.
    bool ended(int &status) const
    {
        int state = 0;
        if (waitpid(pid_, &state, WNOHANG) != pid_)
            return false;
        status = WIFEXITED(state) ? WEXITSTATUS(state) : 128 + WTERMSIG(state);
        return true;
    }

private:
    std::size_t trial_;
    pid_t pid_ = 0;
};

void drop_large_files(const fs::path &folder)
{
    std::error_code ignored;
    for (const std::string &name : run_file_names())
        if (name != "run.json")
            fs::remove_all(folder / name, ignored); // generated pictures are a folder
}

} // namespace

SweepOutcome run_sweep(const Study &study, const SweepSettings &settings, Progress &progress, std::stop_token stop)
{
    SweepOutcome outcome;
    const auto folder_of = [&](std::size_t trial) { return settings.out / "runs" / study.trials[trial].name(); };
    std::vector<std::size_t> waiting;
    for (std::size_t trial = 0; trial < study.trials.size(); ++trial)
        if (finished_run(folder_of(trial)))
            ++outcome.done;
        else
            waiting.push_back(trial);
    std::reverse(waiting.begin(), waiting.end());

    std::vector<Worker> workers;
    bool interrupted = false;
    while (!workers.empty() || (!waiting.empty() && !stop.stop_requested())) {
        while (!waiting.empty() && !stop.stop_requested() && workers.size() < static_cast<std::size_t>(std::max(1, settings.workers))) {
            const fs::path folder = folder_of(waiting.back());
            std::error_code error;
            fs::create_directories(folder, error);
            write_file(folder / "config.json", study.trials[waiting.back()].config);
            workers.emplace_back(settings, folder, waiting.back());
            waiting.pop_back();
        }
        if (stop.stop_requested() && !interrupted) {
            for (const Worker &worker : workers)
                worker.interrupt();
            interrupted = true;
        }
        std::this_thread::sleep_for(pause_between_looks);
        const std::size_t ended = std::erase_if(workers, [&](const Worker &worker) {
            int status = 0;
            if (!worker.ended(status))
                return false;
            const fs::path folder = folder_of(worker.trial());
            if (status == 0)
                ++outcome.done;
            else if (!interrupted)
                ++outcome.failed;
            if (!study.keep_files)
                drop_large_files(folder);
            return true;
        });
        if (ended > 0) // reads every run again: once for all that ended together
            write_sweep_tables(study, settings.out);
        const std::size_t over = outcome.done + outcome.failed;
        progress.report(Message(FAIRLOOM_TEXT("Study: %1 of %2 runs"), {std::to_string(over), std::to_string(study.trials.size())}),
                        static_cast<double>(over) / static_cast<double>(study.trials.size()));
    }
    outcome.left = study.trials.size() - outcome.done - outcome.failed;
    write_sweep_tables(study, settings.out);
    return outcome;
}

} // namespace fairloom
