#include "ui/workers/session_private.h"

#include "core/base/error.h"
#include "core/data/recipe_json.h"
#include "ui/text.h"
#include "ui/workers/project_places.h"

#include <QDir>

#include <algorithm>
#include <utility>

namespace fairloom::ui {

namespace fs = std::filesystem;

bool Session::hasProject() const
{
    return d_->store != nullptr;
}

bool Session::isProjectBusy() const
{
    return d_->opening || d_->transferProgress;
}

QString Session::projectFolder() const
{
    return d_->store ? toQString(d_->store->folder().string()) : QString();
}

QString Session::projectTitle() const
{
    return d_->store ? ui::projectTitle(d_->store->folder()) : QString();
}

bool Session::isProjectUntitled() const
{
    return d_->store && isUntitled(d_->store->folder());
}

std::pair<QString, double> Session::projectProgress() const
{
    if (!d_->transferProgress)
        return {};
    const auto [stage, fraction] = d_->transferProgress->state();
    return {stage.empty() ? tr("Saving the project") : translated(stage), fraction};
}

bool Session::isRestoring() const
{
    return d_->restoring != Private::Restoring::nothing;
}

// --- opening

void Session::newProject()
{
    startOpening(makeUntitledFolder);
}

void Session::openProject(const QString &folder)
{
    const QString place = QDir::cleanPath(QDir(folder).absolutePath());
    if (d_->store && place == projectFolder() && !isProjectBusy())
        return emit projectChanged();
    startOpening([path = toPath(place)] {
        if (!isProjectFolder(path))
            throw InputError(FAIRLOOM_TEXT("The folder holds no project of Fairloom"), path.string(),
                             FAIRLOOM_TEXT("Choose a folder that a project was saved in, or that a study was run in"));
        return path;
    });
}

void Session::startOpening(std::function<fs::path()> place)
{
    if (active())
        return emit projectFailed(tr("A run is in progress. Stop it or wait until it has ended, then open the project."));
    if (d_->transferProgress)
        return emit projectFailed(tr("The project is being put to another place. Wait until that is done."));
    if (d_->opening) {
        d_->opening->close();
        d_->leaving.push_back(std::move(d_->opening));
    }
    d_->opening = std::make_unique<ProjectStore>();
    d_->opening->open(std::move(place), [this](OpenedProject &opened) { takeProject(opened); },
                      [this](const Failure &failure) {
                          d_->opening->close();
                          d_->leaving.push_back(std::move(d_->opening));
                          emit projectProgressed();
                          emit projectFailed(failure.sentence());
                      });
    wake();
    emit projectProgressed();
}

void Session::takeProject(OpenedProject &opened)
{
    leaveProject();
    d_->store = std::move(d_->opening);
    d_->revision = opened.revision;
    d_->askingRevision = false;
    d_->saveFailed = false;
    d_->state = std::move(opened.state);
    d_->state.version.clear(); // it will be saved by this one
    d_->windowState = toQString(d_->state.window);

    if (d_->loading)
        stopLoading();
    if (d_->resolving)
        d_->staleProblems.push_back(std::move(d_->resolving));
    d_->findingLeaks->discard();
    d_->leaks.clear();
    dataset_ = nullptr;
    problem_ = nullptr;
    problemError_.clear();
    task_ = d_->state.task;
    settings_ = d_->state.settings;

    takeRecords(opened.records, true);
    if (const auto selected = d_->idOfRecord.constFind(d_->state.selected_run); selected != d_->idOfRecord.constEnd())
        d_->selectedId = *selected;
    else if (!d_->runs.empty())
        d_->selectedId = d_->runs.back()->id; // it stays the one, whatever a study adds
    restoreData();
    readCurves();
    ++d_->changes;
    d_->store->change([](RunStore &store) { store.rescan(); }, {}, [this] { takeRevision(); });
    d_->watchTimer.start();

    emit projectProgressed();
    emit projectChanged();
    emit datasetChanged();
    emit taskChanged();
    emit settingsChanged();
    emit problemChanged();
    emit targetLeaksChanged();
    emit runsChanged();
    emit currentRunChanged();
    if (opened.stateFailure && is_project(opened.folder))
        emit projectNoted(opened.stateFailure.sentence());
    else if (opened.isOpenElsewhere)
        emit projectNoted(tr("The project is open in another window too: runs are shared, but only that window saves its data, set-up and view."));
    else if (opened.wasInterrupted)
        emit projectNoted(tr("Fairloom did not come to close this project the last time. All finished runs are here; a run that was in progress is "
                             "marked as stopped."));
}

/// Everything of it goes to the disk, and nothing of it stays here.
void Session::leaveProject()
{
    saveNow();
    d_->saveTimer.stop();
    d_->watchTimer.stop();
    d_->readSoon.stop();
    d_->reading->discard();
    d_->readingId = -1;
    d_->readIds.clear();
    d_->readWith.clear();
    if (d_->store) {
        d_->store->close(isProjectUntitled() && d_->runs.empty());
        d_->leaving.push_back(std::move(d_->store));
    }
    d_->byId.clear();
    d_->idOfRecord.clear();
    d_->madeHere.clear();
    d_->namesUsed.clear();
    d_->runs.clear();
    d_->removed.clear();
    d_->selectedId = -1;
}

void Session::restoreData()
{
    if (d_->state.data.empty())
        return;
    d_->wanted.source = d_->state.data;
    d_->wanted.task = d_->state.task;
    d_->wanted.sha256 = d_->state.data_sha256;
    d_->wanted.whose = Private::Restoring::project;
    d_->wanted.options.schema.reset();
    d_->wanted.options.test = d_->state.test;
    d_->wanted.options.recipe = d_->state.recipe;
    try {
        if (!d_->state.schema.empty())
            d_->wanted.options.schema = parse_recipe(d_->state.schema, "project.json");
    } catch (const InputError &error) {
        emit projectNoted(translated(error));
        return;
    }
    openWanted();
}

void Session::openWanted()
{
    openDataset(toQString(d_->wanted.source), d_->wanted.options);
    d_->taskToSet = d_->wanted.task;
    d_->restoring = d_->wanted.whose;
}

void Session::findData(const QString &source)
{
    d_->wanted.source = source.toStdString();
    openWanted();
}

QString Session::loadFailure(const QString &sentence) const
{
    return d_->restoring == Private::Restoring::project ? tr("The project’s data cannot be opened: %1 Its runs are here all the same.").arg(sentence)
                                                        : sentence;
}

void Session::checkRestoredData()
{
    if (!isRestoring() || d_->wanted.sha256.empty() || d_->wanted.sha256 == dataset_->sha256)
        return;
    emit projectNoted((d_->restoring == Private::Restoring::project
                           ? tr("%1 has changed since the project was saved. Earlier runs were made with the file as it was then; new ones take it as it is now.")
                           : tr("%1 has changed since this run was made, so that its rows cannot be shown beside the real ones. The run’s figures still hold for "
                                "the file as it was then."))
                          .arg(displayName(dataset_->name)));
}

void Session::pollProject()
{
    if (d_->opening)
        d_->opening->poll();
    if (d_->store)
        d_->store->poll();
    std::erase_if(d_->leaving, [](const auto &store) { return store->hasEnded(); });
    if (d_->transferProgress)
        emit projectProgressed();
}

// --- saving

const QString &Session::windowState() const
{
    return d_->windowState;
}

void Session::setWindowState(const QString &json)
{
    if (json == d_->windowState)
        return;
    d_->windowState = json;
    save();
}

void Session::save()
{
    if (d_->store)
        d_->saveTimer.start();
}

void Session::saveNow()
{
    if (!d_->store || d_->transferProgress)
        return;
    ProjectState state = d_->state;
    if (dataset_) { // else the data are still to come, or not there at the moment
        state.data = dataset_->source;
        state.test = dataset_->test_source;
        state.recipe = dataset_->recipe;
        state.schema = dataset_->schema.columns.empty() ? std::string() : recipe_json(dataset_->schema);
        state.data_sha256 = dataset_->sha256;
    }
    state.task = task_;
    state.settings = settings_;
    state.window = d_->windowState.toStdString();
    const RunEntry *shown = current();
    state.selected_run = shown && shown->record ? shown->record->id : 0;
    if (state == d_->state)
        return;
    d_->state = state;
    d_->store->save(state, [this](const Failure &failure) {
        if (!std::exchange(d_->saveFailed, true))
            emit jobFailed(tr("What is open and chosen could not be saved: %1").arg(failure.sentence()));
    });
    wake();
}

void Session::saveProjectAs(const QString &folder)
{
    if (!d_->store || isProjectBusy())
        return emit projectFailed(tr("There is no project that can be saved yet."));
    if (std::any_of(d_->runs.begin(), d_->runs.end(), [](const auto &run) { return run->active(); }))
        return emit projectFailed(tr("A run is in progress. Save the project when it has ended."));
    saveNow();
    d_->transferProgress = std::make_shared<SharedProgress>();
    d_->transferStop = {};
    const auto ended = [this] {
        d_->transferProgress.reset();
        emit projectProgressed();
    };
    ++d_->changes;
    d_->store->relocate(
        toPath(QDir::cleanPath(QDir(folder).absolutePath())), !isProjectUntitled(), d_->transferProgress, d_->transferStop.get_token(),
        [this, ended] {
            ended();
            emit projectChanged();
        },
        [this, ended](const Failure &failure) {
            ended();
            if (failure.kind != Failure::Kind::cancelled)
                emit projectFailed(failure.sentence());
        });
    wake();
    emit projectProgressed();
}

void Session::stopProjectWork()
{
    d_->transferStop.request_stop();
}

} // namespace fairloom::ui
