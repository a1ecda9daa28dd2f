#include "app/cli/command.h"
#include "app/cli/console_progress.h"
#include "app/cli/data_arguments.h"
#include "app/cli/errors.h"
#include "core/base/error.h"
#include "core/base/system.h"
#include "core/data/sample_source.h"
#include "core/study/builtin_studies.h"
#include "core/study/queue/study_queue.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <set>
#include <thread>

namespace fairloom::cli {

namespace {

namespace fs = std::filesystem;

struct SweepArguments {
    std::string study, out, data_folder, executor = "local";
    DataArguments data;
    int workers = 0, threads = 1;
    std::size_t memory = 0; ///< MB
    bool resume = false, force = false;
};

fs::path own_program()
{
    const fs::path program = system::own_program();
    if (program.empty())
        throw InputError(FAIRLOOM_TEXT("This program cannot find its own file, which it needs to start runs"), "fairloom-cli",
                         FAIRLOOM_TEXT("Run the study on a system that has /proc"));
    return program;
}

std::string ready_names()
{
    std::string out;
    for (const BuiltinStudy &study : builtin_studies())
        out += (out.empty() ? "" : ", ") + study.name;
    return out;
}

/// A file, or the name of a study that comes with the program.
Study open_study(const std::string &name, const StudyContext &context)
{
    std::error_code error;
    if (fs::is_regular_file(name, error))
        return read_study(name, context);
    for (const BuiltinStudy &study : builtin_studies())
        if (study.name == name)
            return parse_study(study.text, name, context);
    throw InputError(FAIRLOOM_TEXT("There is no such file, and no ready study of that name"), name,
                     Message(FAIRLOOM_TEXT("Check the path, or choose one of these: %1"), {ready_names()}));
}

StudyContext context_of(const SweepArguments &arguments, const std::stop_token &stop)
{
    StudyContext context;
    context.data_folder = arguments.data_folder;
    const DataArguments &data = arguments.data;
    const bool asked = !data.sensitive.empty() || !data.target.empty() || !data.positive.empty() || !data.test.empty() || !data.recipe.empty() || !data.schema.empty();
    if (data.data.empty() && asked)
        throw InputError(FAIRLOOM_TEXT("Options of a data set are given without it"), "--data", FAIRLOOM_TEXT("Name the data set with --data, or leave the options out"));
    if (data.data.empty())
        return context;
    ConsoleProgress console;
    BarProgress bar(console);
    const Task task = data.task(*data.open(bar, stop)); // what is wrong with it is wrong with every run
    std::string name = is_sample_source(data.data) ? data.data.substr(7) : fs::absolute(data.data).lexically_normal().stem().string();
    name = folder_word(name.empty() || name[0] == '.' ? "data" : name);
    context.open = {name, data.opening_json(task)};
    return context;
}

void check_place(const SweepArguments &arguments, const fs::path &out)
{
    std::error_code error;
    if (StudyQueue::at_work(out))
        throw InputError(FAIRLOOM_TEXT("Another process runs a study in this folder"), out.string(), FAIRLOOM_TEXT("Wait until it has ended, or choose another folder"));
    if (!arguments.force && !arguments.resume && fs::exists(out / "runs", error) && !fs::is_empty(out / "runs", error))
        throw InputError(FAIRLOOM_TEXT("The folder already holds a study"), out.string(),
                         FAIRLOOM_TEXT("Choose another folder, continue the study with --resume or replace it with --force"));
}

/// Shows where a queue is: the bar on a terminal, else a line for every run that has ended.
class SweepWatcher {
public:
    SweepWatcher(const StudyQueue &queue, ConsoleProgress &console) : queue_(queue), console_(console)
    {
        for (const QueuedTrial &trial : queue.snapshot().trials)
            if (trial.state == TrialState::done)
                told_.insert(trial.name);
        thread_ = std::jthread([this](const std::stop_token &stop) {
            while (!stop.stop_requested()) {
                look();
                std::this_thread::sleep_for(std::chrono::milliseconds(200));
            }
        });
    }
    ~SweepWatcher()
    {
        thread_.request_stop();
        thread_.join();
        look();
        console_.clear();
    }

private:
    void look()
    {
        const QueueSnapshot now = queue_.snapshot();
        const std::size_t over = now.trials.size() - now.count(TrialState::waiting) - now.count(TrialState::running);
        const std::string of_all = text(Message(FAIRLOOM_TEXT("%1 of %2 runs"), {std::to_string(over), std::to_string(now.trials.size())}));
        for (const QueuedTrial &trial : now.trials)
            if ((trial.state == TrialState::done || trial.state == TrialState::failed) && told_.insert(trial.name).second)
                console_.line(line_of(trial, of_all, now.seconds_left));
        if (!now.problem.empty() && now.problem != problem_)
            console_.line(text(now.problem));
        problem_ = now.problem;
        console_.draw(now.problem.empty() ? of_all : text(now.problem), now.fraction, now.seconds_left);
    }

    static std::string line_of(const QueuedTrial &trial, const std::string &of_all, double seconds_left)
    {
        const std::string took = to_text(trial.seconds, 1);
        std::string out = trial.state == TrialState::done ? text(Message(FAIRLOOM_TEXT("%1: done in %2 s; %3"), {trial.name, took, of_all}))
                                                          : text(Message(FAIRLOOM_TEXT("%1: failed; %2"), {trial.name, of_all}));
        if (seconds_left > 0)
            out.append(", ").append(text(Message(FAIRLOOM_TEXT("%1 left"), {duration_text(seconds_left)})));
        return out;
    }

    const StudyQueue &queue_;
    ConsoleProgress &console_;
    std::set<std::string> told_;
    Message problem_;
    std::jthread thread_;
};

int sweep(const SweepArguments &arguments, const std::stop_token &stop)
{
    const Study study = open_study(arguments.study, context_of(arguments, stop));
    const fs::path out = fs::absolute(arguments.out).lexically_normal();
    check_place(arguments, out);
    QueueSettings settings;
    settings.program = own_program();
    settings.workers = std::max(0, arguments.workers);
    settings.threads = std::max(1, arguments.threads);
    settings.memory = arguments.memory * 1'000'000;
    settings.executor = arguments.executor;
    StudyQueue queue(out, settings);
    if (arguments.force)
        queue.replace(study);
    else
        queue.add(study);
    {
        ConsoleProgress console;
        const SweepWatcher watcher(queue, console);
        queue.run(stop); // on this thread, which its processes die with
    }
    std::size_t done = 0, failed = 0, left = 0;
    for (const QueuedTrial &trial : queue.snapshot().trials) {
        if (trial.study != study.name)
            continue;
        ++(trial.state == TrialState::done ? done : trial.state == TrialState::failed ? failed : left);
        if (trial.state == TrialState::failed)
            print_error(trial.name + ": " + text(trial.problem) + ".");
    }
    print_result(text(Message(FAIRLOOM_TEXT("%1 runs finished, %2 failed, %3 left: %4"),
                              {std::to_string(done), std::to_string(failed), std::to_string(left), (out / "summary.csv").string()})) +
                 "\n");
    if (stop.stop_requested())
        return exit_interrupted;
    return failed > 0 ? exit_failed : exit_done;
}

} // namespace

void add_sweep_command(CLI::App &app, Action &action)
{
    CLI::App *command = app.add_subcommand("sweep", text(FAIRLOOM_TEXT("Run a study: many runs, each in a process of its own")));
    const auto arguments = std::make_shared<SweepArguments>();
    command->add_option("study", arguments->study, text(Message(FAIRLOOM_TEXT("The study's JSON file, or the name of a ready study: %1"), {ready_names()})))->required();
    command->add_option("--out", arguments->out, text(FAIRLOOM_TEXT("Folder for the study's runs and tables; the window opens it as a project")))->required();
    command->add_option("--data", arguments->data.data, text(FAIRLOOM_TEXT("The data set that the study is about, in place of its own")));
    arguments->data.add_test_option(*command);
    arguments->data.add_reading_options(*command);
    arguments->data.add_task_options(*command);
    command->add_option("--data-dir", arguments->data_folder,
                        text(FAIRLOOM_TEXT("Folder with the data sets that the study names by $FAIRLOOM_DATA_DIR; the variable counts if this is left out")));
    command->add_option("--executor", arguments->executor, text(FAIRLOOM_TEXT("Where runs are made: local, or slurm for a cluster's job array")))
        ->check(CLI::IsMember({"local", "slurm"}));
    command->add_option("--workers", arguments->workers, text(FAIRLOOM_TEXT("Runs at once; 0 means as many as cores and memory take")));
    command->add_option("--threads", arguments->threads, text(FAIRLOOM_TEXT("Threads of each run")));
    command->add_option("--memory", arguments->memory, text(FAIRLOOM_TEXT("Megabytes of memory for all runs together; 0 means what the machine has free")));
    CLI::Option *resume = command->add_flag("--resume", arguments->resume, text(FAIRLOOM_TEXT("Continue the study in the folder")));
    command->add_flag("--force", arguments->force, text(FAIRLOOM_TEXT("Replace the study in the folder")))->excludes(resume);
    command->callback([&action, arguments] {
        action = [arguments](const std::stop_token &stop) { return sweep(*arguments, stop); };
    });
}

} // namespace fairloom::cli
