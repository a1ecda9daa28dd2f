#include "core/study/run_json_reader.h"

#include "core/study/json_reading.h"
#include "core/study/run_json.h"
#include "core/study/source_json_reader.h"

namespace fairloom {

namespace {

RowAccount read_account(const JsonPart &part)
{
    RowAccount out;
    if (const auto by = part.part("left_out_by")) {
        out.bad_lines = by->count("bad_lines");
        out.filtered = by->count("filter");
        out.dropped_missing = by->count("missing_values");
        out.bad_pictures = by->count("bad_pictures");
        out.unlabelled = by->count("unlabelled_pictures");
    }
    out.imputed_values = part.count("imputed_values");
    out.grouped_values = part.count("grouped_values");
    return out;
}

void read_dataset(const JsonPart &part, DatasetSummary &out)
{
    out.name = part.text("name");
    out.rows = part.count("rows");
    out.test_rows = part.count("test_rows");
    out.columns = part.count("columns");
    out.account = read_account(part);
    for (const std::size_t line : part.counts("first_bad_lines"))
        out.bad_lines.push_back({line, 0, 0});
    for (const JsonPart &picture : part.list("bad_pictures"))
        out.bad_pictures.push_back({picture.text("name"), picture.message("reason")});
    out.sha256 = part.text("sha256");
    out.test_sha256 = part.text("test_sha256");
    out.notes = part.messages("notes");
}

/// The settings and how the data were opened, as `run --config` takes them.
void read_config(const Json &config, const std::string &where, RunResult &out)
{
    RunConfigFile file = parse_run_config(config.dump(), where + ", config");
    out.settings = std::move(file.settings);
    out.task = std::move(file.task);
    out.dataset.source = std::move(file.data);
    out.dataset.test_source = std::move(file.test);
    out.dataset.recipe = std::move(file.recipe);
    if (file.schema)
        out.dataset.schema = config["schema"].dump(2) + "\n";
}

TeacherSummary read_teacher(const JsonPart &part)
{
    TeacherSummary out;
    out.parameters = part.count("parameters");
    out.encoder_parameters = part.count("encoder_parameters");
    out.epochs = part.small_count("epochs");
    out.seconds_per_epoch = part.number("seconds_per_epoch", 0);
    out.dependence = part.number("dependence", 0);
    out.dependence_p = part.number("dependence_p", 1);
    out.collapsed = part.flag("collapsed");
    return out;
}

} // namespace

RunResult parse_run_result(const std::string &text, const std::string &where)
{
    const Json document = parse_json_text(text, where);
    const JsonPart part(document, where);
    if (!part.has("fairloom") || !part.has("config"))
        part.refuse("", FAIRLOOM_TEXT("The file is no run.json"), FAIRLOOM_TEXT("Choose the run.json that a run has left"));
    RunResult out;
    out.version = part.text("fairloom");
    out.name = part.text("name");
    if (part.has("state"))
        out.state = part.text("state");
    out.finished = part.text("finished");
    read_config(document["config"], where, out);
    if (const auto dataset = part.part("dataset"))
        read_dataset(*dataset, out.dataset);
    if (const auto timings = part.part("timings_s"))
        out.timings = timings->numbers();
    if (const auto teacher = part.part("teacher"))
        out.teacher = read_teacher(*teacher);
    if (const auto student = part.part("student"))
        out.student = {student->text("kind"), student->text("loss"), student->count("parameters"), student->small_count("epochs")};
    if (const auto rival = part.part("rival"))
        out.rival = {rival->text("method"), rival->count("parameters"), rival->small_count("epochs"), rival->number("seconds_per_epoch", 0)};
    if (const auto cost = part.part("cost"))
        out.cost = {cost->number("training_s", 0), cost->number("first_row_s", 0), cost->number("rows_per_s", 0), cost->number("peak_memory_bytes", 0)};
    out.warnings = part.messages("warnings");
    if (const auto sources = part.part("sources"))
        for (const auto &[name, source] : sources->parts())
            out.sources.emplace_back(name, read_source(source));
    for (const JsonPart &difference : part.list("differences"))
        out.differences.push_back(read_difference(difference));
    if (const auto policy = part.part("policy"))
        out.policy = read_policy_result(*policy);
    return out;
}

RunResult read_run_result(const std::filesystem::path &run_json) { return parse_run_result(read_json_text(run_json), run_json.string()); }

} // namespace fairloom
