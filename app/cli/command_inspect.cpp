#include "app/cli/command.h"
#include "app/cli/console_progress.h"
#include "app/cli/data_arguments.h"
#include "app/cli/errors.h"
#include "app/cli/inspection.h"
#include "core/base/error.h"
#include "core/base/file_output.h"
#include "core/data/recipe_json.h"

#include <memory>

namespace fairloom::cli {

void add_inspect_command(CLI::App &app, Action &action)
{
    struct Arguments {
        DataArguments data;
        std::string save_schema;
        bool json = false;
    };
    CLI::App *command = app.add_subcommand("inspect", text(FAIRLOOM_TEXT("Show columns, types, missing values, groups and base rates")));
    const auto arguments = std::make_shared<Arguments>();
    command->add_option("PATH", arguments->data.data, text(FAIRLOOM_TEXT("A table, a folder of pictures or an IDX file of them, or sample:NAME")))->required();
    arguments->data.add_test_option(*command);
    arguments->data.add_reading_options(*command);
    arguments->data.add_task_options(*command);
    command->add_option("--save-schema", arguments->save_schema,
                        text(FAIRLOOM_TEXT("Write how the data were read to a JSON file, to be changed and given to --schema")));
    command->add_flag("--json", arguments->json, text(FAIRLOOM_TEXT("Print one JSON document")));
    command->callback([&action, arguments] {
        action = [arguments](const std::stop_token &stop) {
            ConsoleProgress console;
            BarProgress bar(console);
            const auto data = arguments->data.open(bar, stop);
            const Inspection inspection = inspect(*data, arguments->data.known_task(*data), console, stop);
            console.clear();
            if (!arguments->save_schema.empty()) {
                if (data->schema.columns.empty())
                    throw InputError(FAIRLOOM_TEXT("A built-in sample has no schema"), data->source, FAIRLOOM_TEXT("Leave --save-schema out"));
                write_file(arguments->save_schema, recipe_json(data->schema));
            }
            print_result(arguments->json ? inspection_json(inspection) : inspection_text(inspection));
            return static_cast<int>(exit_done);
        };
    });
}

} // namespace fairloom::cli
