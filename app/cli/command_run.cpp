#include "app/cli/command.h"
#include "app/cli/console_progress.h"
#include "app/cli/data_arguments.h"
#include "app/cli/errors.h"
#include "app/cli/limits.h"
#include "app/cli/run_summary.h"
#include "app/cli/setting_arguments.h"
#include "app/cli/worker_teller.h"
#include "core/base/error.h"
#include "core/base/file_lock.h"
#include "core/base/memory.h"
#include "core/base/parallel.h"
#include "core/model/warm_up.h"
#include "core/report/run_artifacts.h"
#include "core/study/pipeline.h"
#include "core/study/presets.h"
#include "core/study/queue/memory_need.h"
#include "core/study/queue/trial_folder.h"
#include "core/study/queue/worker_process.h"
#include "core/study/run_folder.h"
#include "core/study/run_json.h"
#include "core/study/store/project_paths.h"
#include "core/study/sweep_tables.h"

#include <chrono>
#include <filesystem>
#include <limits>
#include <memory>
#include <optional>

namespace fairloom::cli {

namespace {

struct RunArguments {
    DataArguments data;
    SettingArguments settings;
    LimitArguments limits;
    std::string config, out, teachers;
    bool resume = false, force = false, json = false, ignore_memory = false;
    std::size_t memory_limit = 0; ///< MB; 0 = none
    double checkpoint_seconds = RunRequest().checkpoint_seconds;
    int worker = not_a_worker;    ///< process of the queue that this run belongs to; 0 = a batch system's

    static constexpr int not_a_worker = -1;
    std::size_t allowed() const { return memory_limit * 1'000'000; }
};

std::string run_name(const std::filesystem::path &out)
{
    const std::filesystem::path folder = std::filesystem::absolute(out).lexically_normal();
    return (folder.has_filename() ? folder.filename() : folder.parent_path().filename()).string();
}

/// What a configuration file says of the data, where the command line leaves it open.
void take_data_of(RunConfigFile config, DataArguments &data)
{
    data.configured = std::move(config.task);
    const bool same_data = data.data.empty() || data.data == config.data;
    if (data.data.empty())
        data.data = config.data;
    if (data.test.empty())
        data.test = config.test;
    if (data.recipe.empty() && data.schema.empty()) {
        data.recipe = config.recipe;
        if (same_data)
            data.configured_schema = config.schema;
    }
}

/// What a configuration leaves open follows the data; a run.json, which has every setting, only if it is of another kind of data.
void settle(RunSettings &settings, const RunConfigFile &config, const Table &data)
{
    const bool whole = config.given.size() == run_setting_descriptions().size();
    if (whole && config.settings.kind == kind_of(data))
        return;
    settings = config.settings;
    adapt_settings(settings, data);
    if (whole)
        return;
    for (const std::string &key : config.given)
        if (key != "kind" && key != "preset")
            set_setting(settings, key, get_setting(config.settings, key));
}

/// A run that would fill the machine is better not begun. What it has taken already to open its data counts as free.
void check_memory(const RunArguments &arguments, const DataSize &size, const RunSettings &settings)
{
    if (arguments.ignore_memory)
        return;
    const std::size_t need = memory_need(size, settings), free = available_memory(), taken = peak_memory();
    if (arguments.memory_limit > 0)
        refuse_beyond_memory(need, arguments.allowed(), true, settings);
    if (arguments.worker <= 0) // else the queue has looked at the machine's memory before it started this run
        refuse_beyond_memory(need, free > std::numeric_limits<std::size_t>::max() - taken ? free : free + taken, false, settings);
}

int run_within_limit(RunArguments arguments, const std::optional<WorkerRole> &role, const std::stop_token &stop)
{
    const std::filesystem::path out = arguments.out;
    const std::optional<Policy> policy = arguments.limits.read();
    const ExistingRun existing = arguments.force    ? ExistingRun::replace
                                 : arguments.resume ? ExistingRun::resume
                                                    : ExistingRun::refuse;
    std::filesystem::path file = arguments.config;
    if (file.empty() && arguments.resume && std::filesystem::exists(out / "run.json"))
        file = out / "run.json";
    RunConfigFile config;
    if (!file.empty()) {
        config = read_run_config(file);
        take_data_of(config, arguments.data);
    }
    RunRequest request;
    request.settings = config.settings;
    arguments.settings.apply(request.settings); // what is wrong with them is found before the data are opened
    check_run_folder(out, existing);

    ConsoleProgress console;
    BarProgress bar(console);
    const auto before = std::chrono::steady_clock::now();
    request.data = arguments.data.open(bar, stop);
    request.load_seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - before).count();
    settle(request.settings, config, request.data->table);
    arguments.settings.apply(request.settings);
    request.name = run_name(out);
    request.task = arguments.data.task(*request.data);
    request.out = out;
    request.teachers = arguments.teachers;
    request.watch = false;
    request.resume = arguments.resume;
    request.checkpoint_seconds = arguments.checkpoint_seconds;
    // Whatever can be wrong with the input is found before the folder is touched.
    make_problem(*request.data, request.task, request.settings.seed, static_cast<std::size_t>(request.settings.minimum_group),
                 request.settings.test_share);
    const DataSize size = size_of(*request.data, request.settings);
    if (role)
        role->tell(size);
    check_memory(arguments, size, request.settings);
    prepare_run_folder(out, existing);

    RunMonitor monitor;
    RunOutcome outcome;
    {
        const RunWatcher watcher(monitor, console);
        std::optional<WorkerTeller> teller;
        if (role)
            teller.emplace(monitor, *role);
        outcome = run_pipeline(request, monitor, stop);
        if (policy)
            outcome.result.policy = check_policy(*policy, outcome.result);
        if (role && outcome.result.state == "done")
            write_trial_curves(monitor, outcome.result.settings, out);
        write_run_artifacts(outcome, monitor, out, {}, arguments.resume);
    }
    for (const Message &warning : outcome.result.warnings)
        print_error(text(Message(FAIRLOOM_TEXT("warning: %1."), {text(warning)})));
    if (arguments.json)
        print_result(run_json(outcome.result));
    else if (!outcome.result.sources.empty())
        print_result(run_summary(outcome.result) + "\n"
                     + text(Message(FAIRLOOM_TEXT("report: %1"), {(out / "report.html").string()})) + "\n");
    if (outcome.result.state == "stopped") {
        print_error(text(Message(FAIRLOOM_TEXT("Interrupted; what was finished is in %1. Continue with --resume."), {out.string()})));
        return exit_interrupted;
    }
    if (outcome.result.state == "failed")
        return exit_failed;
    if (!outcome.result.policy)
        return exit_done;
    if (!arguments.json)
        print_result("\n" + policy_summary(*outcome.result.policy));
    return outcome.result.policy->met() ? exit_done : exit_limits_not_met;
}

int run(const RunArguments &arguments, const std::stop_token &stop)
{
    const std::filesystem::path out = arguments.out;
    std::optional<WorkerRole> role;
    if (arguments.worker != RunArguments::not_a_worker) {
        role.emplace(arguments.worker, out);
        if (arguments.resume && finished_run(out)) // a batch system has started it once more
            return exit_done;
    } else if (is_locked(lock_file(out))) {
        throw InputError(FAIRLOOM_TEXT("Another process is at work on this run"), out.string(),
                         FAIRLOOM_TEXT("Wait until it has ended, or choose another folder"));
    }
    if (arguments.memory_limit > 0) {
        warm_up_products(hardware_threads());
        limit_memory(arguments.allowed());
    }
    try {
        return run_within_limit(arguments, role, stop);
    } catch (const std::exception &error) {
        if (!is_out_of_memory(error))
            throw;
        if (role)
            role->tell_out_of_memory();
        if (arguments.memory_limit == 0)
            throw;
        throw ComputationError(Message(FAIRLOOM_TEXT("The run needed more than the %1 of memory that it was allowed"), {memory_text(arguments.allowed())}),
                               FAIRLOOM_TEXT("Raise --memory-limit, or take a smaller batch or fewer rows"));
    }
}

} // namespace

void add_run_command(CLI::App &app, Action &action)
{
    CLI::App *command = app.add_subcommand("run", text(FAIRLOOM_TEXT("Train, distil, generate, evaluate and report")));
    const auto arguments = std::make_shared<RunArguments>();
    command->add_option("--data", arguments->data.data, text(FAIRLOOM_TEXT("A table, a folder of pictures or an IDX file of them, or sample:NAME")));
    arguments->data.add_test_option(*command);
    arguments->data.add_reading_options(*command);
    arguments->data.add_task_options(*command);
    command->add_option("--config", arguments->config,
                        text(FAIRLOOM_TEXT("A run.json whose configuration is taken over; options given here come before it")));
    CLI::Option *resume = command->add_flag("--resume", arguments->resume, text(FAIRLOOM_TEXT("Continue the run in the folder")));
    command->add_flag("--force", arguments->force, text(FAIRLOOM_TEXT("Replace the run in the folder")))->excludes(resume);
    command->add_option("--checkpoint-seconds", arguments->checkpoint_seconds,
                        text(FAIRLOOM_TEXT("At least so long between two savings of a training's state, from which --resume goes on; negative = never")));
    command->add_flag("--json", arguments->json, text(FAIRLOOM_TEXT("Print run.json instead of the table")));
    command->add_option("--out", arguments->out, text(FAIRLOOM_TEXT("Folder for the run's files")))->required();
    command->add_option("--teachers", arguments->teachers,
                        text(FAIRLOOM_TEXT("Folder that keeps trained teachers for other runs on the same data with the same settings of the teacher")));
    command->add_option("--memory-limit", arguments->memory_limit, text(FAIRLOOM_TEXT("Megabytes of memory that the run may take; it fails rather than take more")));
    command->add_flag("--ignore-memory", arguments->ignore_memory, text(FAIRLOOM_TEXT("Begin even if there seems to be too little memory")));
    command->add_option("--worker", arguments->worker, text(FAIRLOOM_TEXT("Process of the queue that starts the run")))->group(""); // not for people
    arguments->limits.add_options(*command);
    arguments->settings.add_options(*command);
    command->callback([&action, arguments] {
        action = [arguments](const std::stop_token &stop) { return run(*arguments, stop); };
    });
}

} // namespace fairloom::cli
