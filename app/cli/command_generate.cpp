#include "app/cli/command.h"
#include "app/cli/console_progress.h"
#include "app/cli/data_arguments.h"
#include "app/cli/errors.h"
#include "core/base/error.h"
#include "core/study/model_export.h"
#include "core/study/rows_output.h"
#include "core/study/run_json.h"

#include <charconv>
#include <filesystem>
#include <memory>
#include <optional>

namespace fairloom::cli {

namespace {

struct GenerateArguments {
    std::string model, data, sampler, groups, out;
    std::string rows, positives, seed = "1", threads = "0";
    bool spreadsheet_safe = false;
};

template <typename Number>
Number read_number(const std::string &flag, const std::string &given, Number minimum, Number maximum)
{
    Number value{};
    const auto [end, error] = std::from_chars(given.data(), given.data() + given.size(), value);
    if (error != std::errc() || end != given.data() + given.size() || !(value >= minimum && value <= maximum))
        throw InputError(Message(FAIRLOOM_TEXT("\"%1\" cannot be used"), {given}), flag,
                         Message(FAIRLOOM_TEXT("Give a number from %1 to %2"),
                                 {to_text(static_cast<double>(minimum)), to_text(static_cast<double>(maximum))}));
    return value;
}

/// "Female=0.5,Male=0.5"
std::vector<std::pair<std::string, double>> read_shares(const std::string &given)
{
    std::vector<std::pair<std::string, double>> out;
    for (const std::string &part : split_names(given)) {
        const std::size_t equals = part.rfind('=');
        if (equals == std::string::npos)
            throw InputError(Message(FAIRLOOM_TEXT("\"%1\" is not a group and its share"), {part}), "--groups",
                             FAIRLOOM_TEXT("Write GROUP=SHARE, with commas between groups"));
        out.emplace_back(part.substr(0, equals), read_number<double>("--groups", part.substr(equals + 1), 0.0, 1e9));
    }
    return out;
}

/// How the run that made the model read its data; what the model itself says where its folder has no run.json.
RunConfigFile reading_of(const FairModel &model, const std::filesystem::path &folder)
{
    RunConfigFile config;
    if (std::filesystem::exists(folder / "run.json"))
        config = read_run_config(folder / "run.json");
    config.recipe = model_recipe(model);
    config.task = model_task(model);
    return config;
}

int generate(const GenerateArguments &arguments, const std::stop_token &stop)
{
    GenerateRequest request;
    request.rows = read_number<std::uint64_t>("--rows", arguments.rows, 1, 1000000000);
    request.sampler = arguments.sampler;
    request.group_shares = read_shares(arguments.groups);
    if (!arguments.positives.empty())
        request.positive_share = read_number<double>("--positives", arguments.positives, 0.0, 1.0);
    request.seed = read_number<std::uint64_t>("--seed", arguments.seed, 0, 2147483647);
    request.threads = read_number<int>("--threads", arguments.threads, 0, 256);

    ConsoleProgress console;
    BarProgress bar(console);
    const auto model = load_model(arguments.model);
    std::optional<Problem> problem;
    if (!arguments.data.empty()) {
        const RunConfigFile config = reading_of(*model, arguments.model);
        const auto data = open_dataset(arguments.data, {.test = config.test, .recipe = config.recipe, .schema = config.schema}, bar, stop);
        // With the run's seed the same rows are training rows again; held-out rows must not slip into what is generated.
        problem = make_problem(*data, config.task, config.settings.seed, static_cast<std::size_t>(config.settings.minimum_group),
                               config.settings.test_share);
    }
    RowsOutput output(arguments.out, generates_pictures(*model), arguments.spreadsheet_safe ? Formulas::defused : Formulas::as_they_are);
    bool formulas = false;
    const auto take = [&](const Table &rows) {
        formulas = formulas || has_formulas(rows);
        output.append(rows, console, stop);
    };
    generate_rows(*model, request, problem ? &*problem : nullptr, take, console, stop);
    output.finish();
    console.clear();
    if (formulas && !arguments.spreadsheet_safe)
        print_error(text(FAIRLOOM_TEXT("warning: some values begin as formulas of a spreadsheet do, which would run them; --spreadsheet-safe puts an apostrophe before them.")));
    print_result(text(Message(FAIRLOOM_TEXT("%1 rows from the %2 sampler: %3"),
                              {std::to_string(request.rows), sampler_used(*model, request, problem.has_value()), arguments.out}))
                 + "\n");
    return exit_done;
}

} // namespace

void add_generate_command(CLI::App &app, Action &action)
{
    CLI::App *command = app.add_subcommand("generate", text(FAIRLOOM_TEXT("Generate rows from a model that a run left")));
    const auto arguments = std::make_shared<GenerateArguments>();
    command->add_option("--model", arguments->model, text(FAIRLOOM_TEXT("Folder of the run")))->required();
    command->add_option("--rows", arguments->rows, text(FAIRLOOM_TEXT("How many rows")))->required()->type_name("NUMBER");
    command->add_option("--data", arguments->data, text(FAIRLOOM_TEXT("The run's training data; the posterior sampler needs them")));
    command->add_option("--sampler", arguments->sampler,
                        text(FAIRLOOM_TEXT("posterior, mixture, generator or prior; by default generator if the student is one, else posterior if data are given, else mixture")));
    command->add_option("--groups", arguments->groups, text(FAIRLOOM_TEXT("Shares of the groups, as in a=0.5,b=0.5")));
    command->add_option("--positives", arguments->positives, text(FAIRLOOM_TEXT("Exact share of the favourable label, 0 to 1")))
        ->type_name("NUMBER");
    command->add_option("--seed", arguments->seed, text(FAIRLOOM_TEXT("Seed of the draw")))->type_name("NUMBER");
    command->add_option("--threads", arguments->threads, text(find_setting("threads")->help))->type_name("NUMBER");
    command->add_flag("--spreadsheet-safe", arguments->spreadsheet_safe, text(FAIRLOOM_TEXT("Put an apostrophe before values that a spreadsheet would run as formulas")));
    command->add_option("--out", arguments->out, text(FAIRLOOM_TEXT("The CSV file to write; of pictures, the folder")))->required();
    command->callback([&action, arguments] {
        action = [arguments](const std::stop_token &stop) { return generate(*arguments, stop); };
    });
}

} // namespace fairloom::cli
