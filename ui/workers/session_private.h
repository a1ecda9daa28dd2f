#pragma once

// Shared by session.cpp (data and choices) and the other files session_*.cpp only.

#include "core/metrics/target_leaks.h"
#include "ui/workers/async_value.h"
#include "ui/workers/background.h"
#include "ui/workers/project_store.h"
#include "ui/workers/session.h"
#include "ui/workers/shared_progress.h"
#include "ui/workers/stored_run.h"

#include <QHash>
#include <QSet>

#include <future>
#include <list>
#include <optional>

namespace fairloom::ui {

struct Loaded {
    std::shared_ptr<const Dataset> data;
    double seconds = 0;
};

/// Where the files of a run that begins are to go.
struct RunPlace {
    std::int64_t id = 0;
    std::string name;
    std::filesystem::path folder;
};

/// How a run ended that did not fail.
struct RunEnded {
    std::shared_ptr<const RunOutcome> outcome;
    Failure notStored; ///< set if its files could not be written
};

struct Session::Private {
    QTimer timer;

    // the project
    std::unique_ptr<ProjectStore> store;                  ///< null = everything is in memory alone
    std::unique_ptr<ProjectStore> opening;                ///< of the project that is to take its place
    std::list<std::unique_ptr<ProjectStore>> leaving;     ///< until their last changes are on disk
    ProjectState state;                                   ///< what was saved last; of data that could not be opened too
    QString windowState;
    QTimer saveTimer, watchTimer;
    std::shared_ptr<SharedProgress> transferProgress;     ///< set while the project is put to another place
    std::stop_source transferStop;
    std::int64_t revision = -1;                           ///< of the index, as far as its records were taken in
    std::uint64_t changes = 0;                            ///< how often this session changed the index
    bool askingRevision = false;
    enum class Restoring { nothing, project, run } restoring = Restoring::nothing; ///< whose data are being opened
    struct WantedData {
        std::string source;
        DatasetOptions options;
        Task task;
        std::string sha256;                               ///< empty = unknown
        Restoring whose = Restoring::nothing;
    } wanted;                                             ///< that were opened last for the project or a run
    bool saveFailed = false;                              ///< said once, not after each change

    std::unique_ptr<Background<Loaded>> loading;
    std::shared_ptr<SharedProgress> loadProgress;
    QString loadingSource;
    double loadSeconds = 0;
    std::optional<Task> taskToKeep; ///< what is being read is what was open, read differently
    std::optional<Task> taskToSet;  ///< what is being read comes with a task: that of a project or a run

    std::unique_ptr<Background<std::shared_ptr<const Problem>>> resolving;
    std::uint64_t problemSeed = 0;
    int problemMinimumGroup = 0;
    double problemTestShare = 0;

    std::unique_ptr<AsyncValue<std::vector<TargetLeak>>> findingLeaks;
    std::vector<Message> leaks;

    // work whose result nobody waits for any more; kept until its thread has ended, so that nothing ever waits in the GUI
    std::list<std::unique_ptr<Background<Loaded>>> staleLoads;
    std::list<std::unique_ptr<Background<std::shared_ptr<const Problem>>>> staleProblems;

    std::vector<std::unique_ptr<RunEntry>> runs;    ///< oldest first
    std::vector<std::unique_ptr<RunEntry>> removed; ///< can be brought back
    QHash<int, RunEntry *> byId;                    ///< of `runs`
    QHash<qint64, int> idOfRecord;                  ///< of `runs` and `removed`
    QSet<int> madeHere;                             ///< runs of this session, whose outcome is in memory
    std::unique_ptr<Background<RunEnded>> running;
    bool beginning = false;                         ///< the store has been told of the running one and has not answered
    std::optional<RunRecord> begun;                 ///< of the running one, once the store has it
    int runningId = -1;
    int selectedId = -1;
    int nextId = 1;
    QHash<QString, int> namesUsed;

    // the stored run that is shown
    std::unique_ptr<AsyncValue<StoredRun>> reading;
    QTimer readSoon;
    int readingId = -1;
    QList<int> readIds;                             ///< whose outcome was read, the latest last
    QHash<int, int> readWith;                       ///< by run: the number of the data set that was open then
    int datasetNumber = 0;                          ///< counts data sets that were opened

    std::list<std::unique_ptr<Background<QString>>> jobs;
};

/// 3 of "balanced-3", and "balanced" as its kind; 0 if the name does not end so.
int numberOf(const QString &name, QString &kind);
/// Notes that the name is used, so that later ones of its kind go on behind it.
void countName(QHash<QString, int> &used, const QString &name);
/// "hiring · gender"
QString dataTitle(const std::string &dataName, const Task &task);

} // namespace fairloom::ui
