#include "app/cli/command.h"
#include "app/cli/errors.h"
#include "core/base/error.h"
#include "core/base/file_output.h"
#include "core/study/comparison/comparison_exports.h"
#include "core/study/store/run_store.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace fairloom::cli {

namespace {

struct CompareArguments {
    std::string folder, study, reference, format = "markdown", out;
    ComparisonChoice choice;
};

std::vector<RunRecord> records_of(const CompareArguments &arguments)
{
    const std::filesystem::path folder = arguments.folder;
    if (!std::filesystem::exists(folder / "index.sqlite"))
        throw InputError(FAIRLOOM_TEXT("This is not the folder of a study or a project: it has no index.sqlite"),
                         arguments.folder, FAIRLOOM_TEXT("Give the --out folder of a sweep"));
    std::vector<RunRecord> records = RunStore(folder).records();
    std::erase_if(records,
                  [&](const RunRecord &run) { return !arguments.study.empty() && run.study != arguments.study; });
    return records;
}

std::size_t reference_of(const std::string &name, const std::vector<SeedGroup> &groups,
                         const std::vector<GroupName> &names, const std::vector<ComparisonRow> &rows)
{
    std::string known;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        const std::string group = names[g].english();
        if (name.empty() || name == group || name == names[g].variant ||
            name == rows[groups[g].rows.front()].run->variant)
            return g;
        if (known.find("“" + group + "”") == std::string::npos)
            known += (known.empty() ? "“" : ", “") + group + "”";
    }
    throw InputError(Message(FAIRLOOM_TEXT("No setting of these runs is called “%1”"), {name}), "--reference",
                     Message(FAIRLOOM_TEXT("There are %1"), {known}));
}

std::string written(const std::string &format, const ComparisonTable &table)
{
    if (format == "csv")
        return groups_csv(table);
    if (format == "json")
        return comparison_json(table);
    return format == "latex" ? groups_latex(table) : groups_markdown(table);
}

int compare(const CompareArguments &arguments)
{
    const std::vector<RunRecord> records = records_of(arguments);
    std::vector<const RunRecord *> runs;
    for (const RunRecord &record : records)
        runs.push_back(&record);
    const std::vector<ComparisonRow> rows = comparison_rows(runs, arguments.choice);
    const std::vector<SeedGroup> groups = seed_groups(rows);
    if (groups.empty())
        throw InputError(FAIRLOOM_TEXT("There is no finished run with these figures"), arguments.folder,
                         FAIRLOOM_TEXT("Wait for the study, or choose another source"));
    const std::vector<GroupName> names = group_names(rows, groups);
    ComparisonTable table;
    table.reference = reference_of(arguments.reference, groups, names, rows);
    const std::vector<PairedDifference> differences =
        paired_differences(rows, groups, table.reference, headline_figures());
    table.rows = rows;
    table.groups = groups;
    table.names = names;
    table.differences = differences;
    table.choice = arguments.choice;
    const std::string text = written(arguments.format, table);
    if (arguments.out.empty())
        print_result(text);
    else
        write_file(arguments.out, text);
    return exit_done;
}

} // namespace

void add_compare_command(CLI::App &app, Action &action)
{
    CLI::App *command = app.add_subcommand(
        "compare", text(FAIRLOOM_TEXT(
                       "Compare the runs of a study: mean and spread over seeds, paired differences with intervals")));
    const auto arguments = std::make_shared<CompareArguments>();
    command->add_option("folder", arguments->folder, text(FAIRLOOM_TEXT("The folder of a study or a project")))
        ->required();
    command->add_option(
        "--reference", arguments->reference,
        text(FAIRLOOM_TEXT("What the others are held against: a variant or method; the first without it")));
    command->add_option("--study", arguments->study, text(FAIRLOOM_TEXT("Only the runs of this study")));
    command->add_option(
        "--source", arguments->choice.source,
        text(FAIRLOOM_TEXT(
            "Whose rows: student, teacher, real, control_joint, …; without it those that the method makes")));
    command
        ->add_option("--protocol", arguments->choice.protocol, text(FAIRLOOM_TEXT("How they are judged: tstr or tsts")))
        ->check(CLI::IsMember({"tstr", "tsts"}));
    command
        ->add_option("--classifier", arguments->choice.classifier,
                     text(FAIRLOOM_TEXT("By which classifier: xgboost or logistic")))
        ->check(CLI::IsMember({"xgboost", "logistic"}));
    command->add_option("--format", arguments->format, text(FAIRLOOM_TEXT("markdown, csv, json or latex")))
        ->check(CLI::IsMember({"markdown", "csv", "json", "latex"}));
    command->add_option("--out", arguments->out, text(FAIRLOOM_TEXT("The file to write; standard output without it")));
    command->callback(
        [&action, arguments] { action = [arguments](const std::stop_token &) { return compare(*arguments); }; });
}

} // namespace fairloom::cli
