#include "app/cli/command.h"
#include "app/cli/console_progress.h"
#include "app/cli/errors.h"
#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/study/sweep.h"

#include <algorithm>
#include <filesystem>
#include <memory>

namespace fairloom::cli {

namespace {

struct SweepArguments {
    std::string study, out, executor = "local";
    int workers = 0, threads = 1;
    bool resume = false, force = false;
};

std::filesystem::path own_program()
{
    std::error_code error;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
    if (error)
        throw InputError(FAIRLOOM_TEXT("This program cannot find its own file, which it needs to start runs"), "fairloom-cli",
                         FAIRLOOM_TEXT("Run the study on a system that has /proc"));
    return program;
}

int sweep(const SweepArguments &arguments, const std::stop_token &stop)
{
    const Study study = read_study(arguments.study);
    SweepSettings settings;
    settings.program = own_program();
    settings.out = std::filesystem::absolute(arguments.out);
    settings.threads = std::max(1, arguments.threads);
    settings.workers = arguments.workers > 0 ? arguments.workers : std::max(1, hardware_threads() / settings.threads);
    std::error_code error;
    if (std::filesystem::exists(settings.out / "runs", error)) {
        if (arguments.force)
            std::filesystem::remove_all(settings.out / "runs", error);
        else if (!arguments.resume)
            throw InputError(FAIRLOOM_TEXT("The folder already holds a study"), settings.out.string(),
                             FAIRLOOM_TEXT("Choose another folder, continue the study with --resume or replace it with --force"));
    }
    std::filesystem::create_directories(settings.out, error);
    ConsoleProgress console;
    BarProgress bar(console);
    const SweepOutcome outcome = run_sweep(study, settings, bar, stop);
    console.clear();
    print_result(text(Message(FAIRLOOM_TEXT("%1 runs finished, %2 failed, %3 left: %4"),
                              {std::to_string(outcome.done), std::to_string(outcome.failed), std::to_string(outcome.left),
                               (settings.out / "summary.csv").string()})) +
                 "\n");
    if (stop.stop_requested())
        return exit_interrupted;
    return outcome.failed > 0 ? exit_failed : exit_done;
}

} // namespace

void add_sweep_command(CLI::App &app, Action &action)
{
    CLI::App *command = app.add_subcommand("sweep", text(FAIRLOOM_TEXT("Run a study: many runs, each in a process of its own")));
    const auto arguments = std::make_shared<SweepArguments>();
    command->add_option("study", arguments->study, text(FAIRLOOM_TEXT("The study's JSON file")))->required();
    command->add_option("--out", arguments->out, text(FAIRLOOM_TEXT("Folder for the study's runs and tables")))->required();
    command->add_option("--executor", arguments->executor, text(FAIRLOOM_TEXT("Where runs are made: local")))->check(CLI::IsMember({"local"}));
    command->add_option("--workers", arguments->workers, text(FAIRLOOM_TEXT("Runs at once; 0 means as many as the cores can take")));
    command->add_option("--threads", arguments->threads, text(FAIRLOOM_TEXT("Threads of each run")));
    CLI::Option *resume = command->add_flag("--resume", arguments->resume, text(FAIRLOOM_TEXT("Continue the study in the folder")));
    command->add_flag("--force", arguments->force, text(FAIRLOOM_TEXT("Replace the study in the folder")))->excludes(resume);
    command->callback([&action, arguments] {
        action = [arguments](const std::stop_token &stop) { return sweep(*arguments, stop); };
    });
}

} // namespace fairloom::cli
