#include "app/cli/command.h"
#include "app/cli/inspection.h"
#include "app/cli/console_progress.h"
#include "app/cli/data_arguments.h"
#include "app/cli/errors.h"

#include <memory>

namespace fairloom::cli {

void add_inspect_command(CLI::App &app, Action &action)
{
    struct Arguments {
        DataArguments data;
        bool json = false;
    };
    CLI::App *command = app.add_subcommand("inspect", text(FAIRLOOM_TEXT("Show columns, types, missing values, groups and base rates")));
    const auto arguments = std::make_shared<Arguments>();
    command->add_option("PATH", arguments->data.data, text(FAIRLOOM_TEXT("A delimited text file, or sample:NAME")))->required();
    arguments->data.add_reading_options(*command);
    arguments->data.add_task_options(*command);
    command->add_flag("--json", arguments->json, text(FAIRLOOM_TEXT("Print one JSON document")));
    command->callback([&action, arguments] {
        action = [arguments](const std::stop_token &stop) {
            ConsoleProgress console;
            BarProgress bar(console);
            const auto data = arguments->data.open(bar, stop);
            const Inspection inspection = inspect(*data, arguments->data.known_task(*data));
            console.clear();
            print_result(arguments->json ? inspection_json(inspection) : inspection_text(inspection));
            return static_cast<int>(exit_done);
        };
    });
}

} // namespace fairloom::cli
