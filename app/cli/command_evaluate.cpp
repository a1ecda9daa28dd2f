#include "app/cli/command.h"
#include "app/cli/console_progress.h"
#include "app/cli/data_arguments.h"
#include "app/cli/errors.h"
#include "app/cli/run_summary.h"
#include "app/cli/setting_arguments.h"
#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/study/evaluation.h"
#include "core/study/imported_rows.h"
#include "core/study/run_json.h"

#include <memory>

namespace fairloom::cli {

namespace {

struct EvaluateArguments {
    DataArguments data;
    std::string synthetic, seed, threads, quality_rows;
    bool json = false;
};

int evaluate(const EvaluateArguments &arguments, const std::stop_token &stop)
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

    ConsoleProgress console;
    BarProgress bar(console);
    const auto data = arguments.data.open(bar, stop);
    const Problem problem = make_problem(*data, arguments.data.task(*data), settings.seed);
    const LabelledTable synthetic = label_table(problem, read_generated_rows(*data, problem, arguments.synthetic, bar, stop));
    EvaluationSettings evaluation;
    evaluation.seed = settings.seed;
    evaluation.threads = settings.threads > 0 ? settings.threads : hardware_threads();
    evaluation.quality_rows = settings.quality_rows;
    const SourceResult result = evaluate_source(problem, synthetic, evaluation, console, stop);
    console.clear();
    print_result(arguments.json ? source_json(result) : source_summary(result));
    return exit_done;
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
    command->add_flag("--json", arguments->json, text(FAIRLOOM_TEXT("Print one JSON document")));
    command->callback([&action, arguments] {
        action = [arguments](const std::stop_token &stop) { return evaluate(*arguments, stop); };
    });
}

} // namespace fairloom::cli
