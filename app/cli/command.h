#pragma once

#include <CLI/CLI.hpp>

#include <functional>
#include <stop_token>
#include <string_view>

namespace fairloom::cli {

/// cli.md's exit codes.
enum ExitCode { exit_done = 0, exit_bad_input = 2, exit_failed = 3, exit_limits_not_met = 4, exit_interrupted = 130 };

/// What the chosen subcommand does once its arguments are read; returns the exit code. Throws what core throws.
using Action = std::function<int(std::stop_token)>;

/// Each adds its subcommand; when that is the one on the command line, `action` is set.
void add_datasets_command(CLI::App &app, Action &action);
void add_inspect_command(CLI::App &app, Action &action);
void add_run_command(CLI::App &app, Action &action);
void add_generate_command(CLI::App &app, Action &action);
void add_evaluate_command(CLI::App &app, Action &action);
void add_sweep_command(CLI::App &app, Action &action);
void add_report_command(CLI::App &app, Action &action);
void add_compare_command(CLI::App &app, Action &action);

/// Results go to standard output, and only they.
void print_result(std::string_view text);

} // namespace fairloom::cli
