#include "app/cli/command.h"
#include "app/cli/errors.h"
#include "app/cli/interrupt.h"
#include "core/base/system.h"
#include "core/base/version.h"

#include <cstdio>

namespace fairloom::cli {

namespace {

int run(int argc, char **argv)
{
    system::keep_freed_memory();
    CLI::App app(text(FAIRLOOM_TEXT("Fair synthetic data by learning and distilling a fair representation.")), "fairloom-cli");
    app.set_version_flag("--version", std::string("fairloom-cli ") + version(), text(FAIRLOOM_TEXT("Show the version and end")));
    app.require_subcommand(1);
    Action action;
    add_datasets_command(app, action);
    add_inspect_command(app, action);
    add_run_command(app, action);
    add_generate_command(app, action);
    add_evaluate_command(app, action);
    add_sweep_command(app, action);
    add_compare_command(app, action);
    add_report_command(app, action);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        if (error.get_exit_code() == 0)
            return app.exit(error); // --help and --version
        print_error(text(Message(FAIRLOOM_TEXT("%1. See %2 --help."),
                                 {error.what(), app.get_subcommands().empty()
                                                    ? "fairloom-cli"
                                                    : "fairloom-cli " + app.get_subcommands().front()->get_name()})));
        return exit_bad_input;
    }
    InterruptListener interrupt;
    return action(interrupt.token());
}

} // namespace

void print_result(std::string_view result)
{
    std::fwrite(result.data(), 1, result.size(), stdout);
    std::fflush(stdout);
}

} // namespace fairloom::cli

int main(int argc, char **argv)
{
    try {
        return fairloom::cli::run(argc, argv);
    } catch (const std::exception &error) {
        return fairloom::cli::report_exception(error);
    }
}
