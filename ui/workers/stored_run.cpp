#include "ui/workers/stored_run.h"

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/data/recipe_json.h"
#include "core/data/reshape.h"
#include "core/study/generated_file.h"
#include "core/study/model_export.h"
#include "core/study/run_json_reader.h"
#include "ui/text.h"
#include "ui/workers/failure.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <system_error>

namespace fairloom::ui {

namespace fs = std::filesystem;

namespace {

struct StoredRunWords {
    Q_DECLARE_TR_FUNCTIONS(StoredRun)
};

bool isThere(const fs::path &file)
{
    std::error_code error;
    return fs::exists(file, error);
}

bool sameSchema(const std::string &a, const Recipe &b)
{
    try {
        return a.empty() ? b.columns.empty() : parse_recipe(a, "run.json") == b;
    } catch (const InputError &) {
        return false;
    }
}

ReshapeSettings shapeOf(const RunSettings &settings)
{
    return {std::size_t(settings.train_rows), settings.favourable_share, settings.smallest_group_share, settings.noise_columns};
}

/// The rows that the run was made with: those of the session where they are the same, which saves memory.
std::shared_ptr<const Problem> problemOf(const RunResult &result, const OpenRows &open)
{
    const RunSettings &was = result.settings, &is = open.settings;
    if (open.problem && open.problem->task == result.task && was.seed == is.seed && was.minimum_group == is.minimum_group
        && was.test_share == is.test_share && !isReshaped(was))
        return open.problem;
    Problem made = make_problem(*open.data, result.task, was.seed, std::size_t(was.minimum_group), was.test_share);
    return std::make_shared<const Problem>(isReshaped(was) ? reshaped(std::move(made), shapeOf(was), was.seed) : std::move(made));
}

void readModel(const fs::path &folder, RunOutcome &outcome, QString &gap)
{
    if (!isThere(folder / "model.json"))
        return;
    try {
        outcome.model = load_model(folder);
    } catch (const InputError &error) {
        gap = translated(error);
    }
}

void readRows(const fs::path &folder, const OpenRows &open, RunOutcome &outcome, StoredRun &run, const std::stop_token &stop)
{
    const DatasetSummary &summary = outcome.result.dataset;
    if (!open.data || open.data->sha256 != summary.sha256) {
        run.gap = StoredRunWords::tr("The data of this run are not open: open %1 to see its rows.").arg(displayName(summary.name));
        run.gapIsItsData = true;
        return;
    }
    if (!isDataOf(summary, *open.data)) {
        run.gap = StoredRunWords::tr("%1 is open, but read differently than for this run: open it as then to see the run's rows.").arg(displayName(summary.name));
        run.gapIsItsData = true;
        return;
    }
    try {
        outcome.problem = problemOf(outcome.result, open);
        run.data = open.data;
        const fs::path table = folder / "synthetic.csv", pictures = folder / "synthetic";
        if (!isThere(table) && !isThere(pictures)) {
            run.gap = outcome.result.state == "done" ? StoredRunWords::tr("Only the figures of this run were kept, not its rows.")
                                                     : StoredRunWords::tr("This run was stopped before it generated rows.");
            return;
        }
        NoProgress quiet;
        outcome.synthetic = std::make_shared<const Table>(
            read_generated_rows(*open.data, *outcome.problem, (isThere(table) ? table : pictures).string(), quiet, stop));
    } catch (const InputError &error) {
        run.gap = translated(error);
    }
}

} // namespace

bool isReshaped(const RunSettings &settings)
{
    return settings.train_rows > 0 || settings.favourable_share > 0 || settings.smallest_group_share > 0 || settings.noise_columns > 0;
}

bool isDataOf(const DatasetSummary &summary, const Dataset &data)
{
    return summary.sha256 == data.sha256 && summary.test_sha256 == data.test_sha256 && sameSchema(summary.schema, data.schema);
}

StoredRun readStoredRun(const fs::path &folder, bool wasJudged, const OpenRows &open, const std::stop_token &stop)
{
    StoredRun run;
    if (!isThere(folder / "run.json")) {
        run.gap = wasJudged ? StoredRunWords::tr("The files of this run are not there any more: its figures are left in the tables alone.")
                            : StoredRunWords::tr("This run ended before anything was judged.");
        return run;
    }
    auto outcome = std::make_shared<RunOutcome>();
    try {
        outcome->result = read_run_result(folder / "run.json");
    } catch (const InputError &error) {
        run.gap = translated(error);
        return run;
    }
    throw_if_stopped(stop);
    readModel(folder, *outcome, run.gap);
    throw_if_stopped(stop);
    readRows(folder, open, *outcome, run, stop);
    run.outcome = std::move(outcome);
    return run;
}

} // namespace fairloom::ui
