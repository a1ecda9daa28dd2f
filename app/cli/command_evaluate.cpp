#include "app/cli/command.h"
#include "app/cli/console_progress.h"
#include "app/cli/data_arguments.h"
#include "app/cli/errors.h"
#include "app/cli/limits.h"
#include "app/cli/run_summary.h"
#include "app/cli/setting_arguments.h"
#include "core/base/error.h"
#include "core/report/html_report.h"
#include "core/study/generated_file.h"
#include "core/study/imported_rows.h"
#include "core/study/run_json.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>

namespace fairloom::cli {

namespace {

struct EvaluateArguments {
    DataArguments data;
    LimitArguments limits;
    std::string synthetic, seed, threads, quality_rows, bootstrap, report;
    bool json = false, no_attack = false;
};

RunSettings settings_of(const EvaluateArguments &arguments)
{
    RunSettings settings;
    const auto set = [&](const char *key, const std::string &value) {
        try {
            if (!value.empty())
                set_setting(settings, key, value);
        } catch (const InputError &error) {
            throw InputError(error.message(), flag_name(key), error.remedy());
        }
    };
    set("seed", arguments.seed);
    set("threads", arguments.threads);
    set("quality_rows", arguments.quality_rows);
    set("bootstrap", arguments.bootstrap);
    return settings;
}

int evaluate(const EvaluateArguments &arguments, const std::stop_token &stop)
{
    const std::optional<Policy> policy = arguments.limits.read();
    RunRequest request;
    request.settings = settings_of(arguments);
    ConsoleProgress console;
    BarProgress bar(console);
    const auto before = std::chrono::steady_clock::now();
    request.data = arguments.data.open(bar, stop);
    request.task = arguments.data.task(*request.data);
    request.name = std::filesystem::path(arguments.synthetic).filename().string();
    auto problem = std::make_shared<const Problem>(make_problem(*request.data, request.task, request.settings.seed));
    // What is wrong with them is found before anything is said.
    auto rows = std::make_shared<const LabelledTable>(label_table(*problem, read_generated_rows(*request.data, *problem, arguments.synthetic, bar, stop)));
    request.load_seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - before).count();

    RunMonitor monitor;
    RunOutcome outcome;
    {
        const RunWatcher watcher(monitor, console);
        outcome = judge_table(request, problem, rows, monitor, stop, {.attack = !arguments.no_attack});
    }
    if (outcome.result.state == "stopped")
        throw Cancelled();
    if (policy)
        outcome.result.policy = check_policy(*policy, outcome.result);
    if (!arguments.report.empty())
        write_html_report(outcome.result, monitor, arguments.report);
    const SourceResult &source = *outcome.result.source("imported");
    print_result(arguments.json ? source_json(source) : source_summary(source));
    if (!outcome.result.policy)
        return exit_done;
    const std::string kept = policy_summary(*outcome.result.policy);
    arguments.json ? print_error(text(Message(FAIRLOOM_TEXT("%1 of %2 limits kept"), {std::to_string(outcome.result.policy->met_count()),
                                                                                       std::to_string(outcome.result.policy->outcomes.size())})))
                   : print_result("\n" + kept);
    return outcome.result.policy->met() ? exit_done : exit_limits_not_met;
}

} // namespace

void add_evaluate_command(CLI::App &app, Action &action)
{
    CLI::App *command = app.add_subcommand("evaluate", text(FAIRLOOM_TEXT("Judge generated rows that any tool made")));
    const auto arguments = std::make_shared<EvaluateArguments>();
    command->add_option("--real-train", arguments->data.data, text(FAIRLOOM_TEXT("Real rows that the generated rows stand for")))
        ->required();
    command->add_option("--real-test", arguments->data.test, text(FAIRLOOM_TEXT("Real rows to test on")))->required();
    command->add_option("--synthetic", arguments->synthetic, text(FAIRLOOM_TEXT("Generated rows, with a header line; of pictures, the folder")))->required();
    arguments->data.add_reading_options(*command);
    arguments->data.add_task_options(*command);
    command->add_option("--seed", arguments->seed, text(find_setting("seed")->help));
    command->add_option("--threads", arguments->threads, text(find_setting("threads")->help));
    command->add_option("--quality-rows", arguments->quality_rows, text(find_setting("quality_rows")->help));
    command->add_option("--bootstrap", arguments->bootstrap, text(find_setting("bootstrap")->help));
    command->add_flag("--no-attack", arguments->no_attack, text(FAIRLOOM_TEXT("Leave the membership-inference attack out")));
    command->add_option("--report", arguments->report, text(FAIRLOOM_TEXT("Also write an HTML report to this file")));
    arguments->limits.add_options(*command);
    command->add_flag("--json", arguments->json, text(FAIRLOOM_TEXT("Print one JSON document")));
    command->callback([&action, arguments] {
        action = [arguments](const std::stop_token &stop) { return evaluate(*arguments, stop); };
    });
}

} // namespace fairloom::cli
