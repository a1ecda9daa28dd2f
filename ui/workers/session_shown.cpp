#include "ui/workers/session_private.h"

#include "core/base/error.h"
#include "core/data/recipe_json.h"
#include "ui/text.h"

#include <QDir>

namespace fairloom::ui {

namespace {

constexpr qsizetype most_read = 6; ///< stored runs whose rows and model are kept in memory

} // namespace

bool Session::isReading(const RunEntry &run) const
{
    return run.id == d_->readingId || (&run == current() && d_->readSoon.isActive() && canBeRead(run));
}

/// Whether there are files of the run that are not shown yet and can be.
bool Session::canBeRead(const RunEntry &run) const
{
    if (!d_->store || d_->madeHere.contains(run.id) || run.active() || !run.record || run.record->id == 0 || run.id == d_->readingId)
        return false;
    if (!run.outcome && run.gap.isEmpty())
        return true;
    // once more with every data set that could be its own
    return run.gapIsItsData && dataset_ && dataset_->sha256 == run.record->data_sha256 && d_->readWith.value(run.id) != d_->datasetNumber;
}

void Session::readShownRun()
{
    RunEntry *run = current();
    if (!run)
        return;
    if (run->curves && run->monitor->terms(CurveStage::teacher).empty() && run->monitor->terms(CurveStage::student).empty()) {
        show_curves(*run->curves, *run->monitor);
        emit tick();
    }
    if (!canBeRead(*run) || (d_->resolving && run->outcome)) // groups and labels that are being worked out may be its own
        return;
    d_->readingId = run->id;
    d_->readWith.insert(run->id, d_->datasetNumber);
    d_->reading->start([folder = toPath(folderOf(*run)), wasJudged = !run->record->sources.empty(),
                        open = OpenRows{dataset_, problem_, settings_}](std::stop_token stop) { return readStoredRun(folder, wasJudged, open, stop); });
}

void Session::takeShownRun(int id, StoredRun &read)
{
    d_->readingId = -1;
    RunEntry *run = entry(id);
    if (!run)
        return;
    run->outcome = read.outcome;
    run->gap = read.gap;
    run->gapIsItsData = read.gapIsItsData;
    if (read.data)
        run->request.data = read.data;
    d_->readIds.removeAll(id);
    d_->readIds << id;
    while (d_->readIds.size() > most_read)
        if (RunEntry *old = entry(d_->readIds.takeFirst()); old && old != current()) {
            old->outcome.reset();
            old->gap.clear();
            old->request.data.reset();
        }
    if (run == current())
        emit currentRunChanged();
}

void Session::openDataOf(int id)
{
    const RunEntry *run = entry(id);
    if (!run || !run->outcome)
        return;
    const DatasetSummary &data = run->outcome->result.dataset;
    d_->wanted.source = data.source;
    d_->wanted.task = run->request.task;
    d_->wanted.sha256 = data.sha256;
    d_->wanted.whose = Private::Restoring::run;
    d_->wanted.options.schema.reset();
    d_->wanted.options.test = data.test_source;
    d_->wanted.options.recipe = data.recipe;
    try {
        if (!data.schema.empty())
            d_->wanted.options.schema = parse_recipe(data.schema, "run.json");
    } catch (const InputError &error) {
        emit loadFailed(translated(error));
        return;
    }
    openWanted();
}

QString Session::folderOf(const RunEntry &run) const
{
    const std::string &folder = run.record ? run.record->folder : run.id == d_->runningId && d_->begun ? d_->begun->folder : std::string();
    return d_->store && !folder.empty() ? QDir(projectFolder()).filePath(toQString(folder)) : QString();
}

} // namespace fairloom::ui
