#include "app/cli/command.h"
#include "app/cli/errors.h"
#include "app/cli/limits.h"
#include "app/cli/translation.h"
#include "core/base/error.h"
#include "core/base/file_output.h"
#include "core/report/audit_json.h"
#include "core/report/html_report.h"
#include "core/study/loss_curves.h"
#include "core/study/run_json_reader.h"
#include "ui/report/pdf_report.h"

#include <QGuiApplication>

#include <filesystem>
#include <memory>
#include <optional>

namespace fairloom::cli {

namespace {

struct ReportArguments {
    std::string folder, language = "en";
    LimitArguments limits;
    bool pdf = false;
};

/// A report without loss plots is worth having.
void read_curves(const std::filesystem::path &folder, const RunResult &result, RunMonitor &curves)
{
    try {
        read_loss_curves(folder / "losses.csv", result.settings, curves);
    } catch (const InputError &error) {
        print_error(text(Message(FAIRLOOM_TEXT("The report has no loss curves. %1"), {error.what()})));
    }
}

/// Fonts and pictures on paper need what Qt has for windows, but no display.
void write_pdf(const RunResult &result, const RunMonitor &curves, const std::filesystem::path &file, const Translator &translator)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    char name[] = "fairloom-cli";
    char *arguments[] = {name, nullptr};
    int count = 1;
    const QGuiApplication application(count, arguments);
    writePdfReport(result, curves, QString::fromStdU16String(file.u16string()), translator);
}

int report(const ReportArguments &arguments)
{
    const std::optional<Policy> policy = arguments.limits.read();
    const Translation translation(arguments.language);
    const Translator translator = translation.translator();
    const std::filesystem::path folder = arguments.folder;
    RunResult result = read_run_result(folder / "run.json");
    if (policy)
        result.policy = check_policy(*policy, result);
    RunMonitor curves;
    read_curves(folder, result, curves);

    const auto tell = [](const char *what, const std::filesystem::path &file) { print_result(text(Message(what, {file.string()})) + "\n"); };
    write_html_report(result, curves, folder / "report.html", translator);
    tell(FAIRLOOM_TEXT("report: %1"), folder / "report.html");
    if (arguments.pdf) {
        write_pdf(result, curves, folder / "report.pdf", translator);
        tell(FAIRLOOM_TEXT("PDF: %1"), folder / "report.pdf");
    }
    write_file(folder / "audit.json", audit_json(result));
    tell(FAIRLOOM_TEXT("audit: %1"), folder / "audit.json");
    if (!policy)
        return exit_done;
    print_result("\n" + policy_summary(*result.policy));
    return result.policy->met() ? exit_done : exit_limits_not_met;
}

} // namespace

void add_report_command(CLI::App &app, Action &action)
{
    CLI::App *command = app.add_subcommand("report", text(FAIRLOOM_TEXT("Write the report of a finished run again, in another language, as a PDF or with limits")));
    const auto arguments = std::make_shared<ReportArguments>();
    command->add_option("folder", arguments->folder, text(FAIRLOOM_TEXT("The folder of a run")))->required();
    command->add_flag("--pdf", arguments->pdf, text(FAIRLOOM_TEXT("Also write report.pdf")));
    command->add_option("--language", arguments->language, text(FAIRLOOM_TEXT("Language of the report: en or sv")))->check(CLI::IsMember(Translation::languages()));
    arguments->limits.add_options(*command);
    command->callback([&action, arguments] { action = [arguments](const std::stop_token &) { return report(*arguments); }; });
}

} // namespace fairloom::cli
