#include "app/cli/command.h"
#include "app/cli/console_progress.h"
#include "app/cli/data_arguments.h"
#include "app/cli/errors.h"
#include "app/cli/limits.h"
#include "app/cli/run_summary.h"
#include "app/cli/setting_arguments.h"
#include "core/base/error.h"
#include "core/report/run_artifacts.h"
#include "core/study/pipeline.h"
#include "core/study/presets.h"
#include "core/study/run_folder.h"
#include "core/study/run_json.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>

namespace fairloom::cli {

namespace {

struct RunArguments {
    DataArguments data;
    SettingArguments settings;
    LimitArguments limits;
    std::string config, out;
    bool resume = false, force = false, json = false;
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

int run(RunArguments arguments, const std::stop_token &stop)
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
    request.watch = false;
    request.resume = arguments.resume;
    // Whatever can be wrong with the input is found before the folder is touched.
    make_problem(*request.data, request.task, request.settings.seed, static_cast<std::size_t>(request.settings.minimum_group),
                 request.settings.test_share);
    prepare_run_folder(out, existing);

    RunMonitor monitor;
    RunOutcome outcome;
    {
        const RunWatcher watcher(monitor, console);
        outcome = run_pipeline(request, monitor, stop);
        if (policy)
            outcome.result.policy = check_policy(*policy, outcome.result);
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
    command->add_flag("--json", arguments->json, text(FAIRLOOM_TEXT("Print run.json instead of the table")));
    command->add_option("--out", arguments->out, text(FAIRLOOM_TEXT("Folder for the run's files")))->required();
    arguments->limits.add_options(*command);
    arguments->settings.add_options(*command);
    command->callback([&action, arguments] {
        action = [arguments](const std::stop_token &stop) { return run(*arguments, stop); };
    });
}

} // namespace fairloom::cli
