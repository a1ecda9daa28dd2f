#pragma once

#include "core/data/csv_writer.h"
#include "core/data/dataset.h"
#include "core/data/problem.h"
#include "core/study/pipeline.h"
#include "core/study/run_result.h"
#include "core/study/run_settings.h"
#include "core/study/store/run_record.h"
#include "core/training/run_monitor.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace fairloom {
class RunStore;
}

namespace fairloom::ui {

struct Failure;
struct OpenedProject;
struct RunPlace;
struct StoredRun;

/// One run of the project as the window knows it: one of this session, or a stored one.
struct RunEntry {
    int id = 0;                                  ///< of this session alone; `record` has the store's
    QString name;                                ///< "balanced-1"
    QString dataName;
    QString judgedFile;                          ///< of rows that were generated elsewhere and are only judged; empty = a run of our own
    RunRequest request;
    std::shared_ptr<RunMonitor> monitor;         ///< always there; live while running
    std::shared_ptr<const RunOutcome> outcome;   ///< null until the run ended, and of a stored run until its files have been read
    std::shared_ptr<const RunRecord> record;     ///< null until the run ended
    std::shared_ptr<const RecordedCurves> curves; ///< of a stored run: what `monitor` has of one that was made in this session
    QString error;                               ///< one sentence if it failed
    QString gap;                                 ///< of a stored run: what of it cannot be shown and why, one sentence; empty if nothing is missing
    bool gapIsItsData = false;                   ///< Session::openDataOf() fills the gap
    enum class State { waiting, running, paused, stopping, done, stopped, failed } state = State::waiting;
    bool active() const { return state == State::running || state == State::paused || state == State::stopping; }
};

/// What the window is about: the open project, its data set, what the user chose, and the runs. Without a project everything is kept in
/// memory alone. Lives in the GUI thread; all long work goes to ui/workers, and this object polls for its results about 30 times a second
/// and says what changed.
class Session final : public QObject {
    Q_OBJECT
public:
    explicit Session(QObject *parent = nullptr);
    ~Session() override; ///< asks running work to stop and waits for it; the project has all when it returns

    // --- the project; not while a run is in progress
    void newProject();                           ///< an untitled one
    void openProject(const QString &folder);     ///< what was open before stays if it cannot be opened
    void saveProjectAs(const QString &folder);   ///< goes on there; an untitled project moves, another is copied
    void stopProjectWork();                      ///< of saveProjectAs()
    bool hasProject() const;
    bool isProjectBusy() const;                  ///< one is being opened or put to another place
    QString projectFolder() const;               ///< empty without one
    QString projectTitle() const;
    bool isProjectUntitled() const;
    /// How far saveProjectAs() is: what it does, and the share that is done; empty otherwise.
    std::pair<QString, double> projectProgress() const;
    /// What the window wants to find again when the project is opened: JSON that nobody else reads.
    const QString &windowState() const;
    void setWindowState(const QString &json);
    bool isRestoring() const;                    ///< the data that are being opened are those of the project or of one of its runs
    /// What could not be opened for the project or a run is there now.
    void findData(const QString &source);

    // --- data
    void openDataset(const QString &source, const DatasetOptions &options = {});
    /// Reads the open files again under another schema (nothing = what they say themselves). The task is kept as far as its columns and
    /// values still exist. If it does not work out, what was open stays, and rereadFailed() says why.
    void rereadDataset(const std::optional<Recipe> &schema, const Task &task);
    bool isLoading() const;
    bool isRereading() const;
    QString loadingText() const;
    QString loadingSource() const;        ///< that is being opened, or was last
    double loadingFraction() const;
    void stopLoading();                   ///< the data set that was open before stays
    std::shared_ptr<const Dataset> dataset() const { return dataset_; }
    /// Groups and labels for the present task, or null while the task is incomplete or wrong.
    std::shared_ptr<const Problem> problem() const { return problem_; }
    QString problemError() const { return problemError_; } ///< why there is none, one sentence
    /// Features that give the target away on their own, one sentence each; found in the background once there is a problem.
    const std::vector<Message> &targetLeaks() const;
    bool isFindingLeaks() const;
    bool isProblemPending() const;        ///< groups and labels are being worked out for the present task

    // --- choices
    const Task &task() const { return task_; }
    void setTask(const Task &task);
    const RunSettings &settings() const { return settings_; }
    void setSettings(const RunSettings &settings);
    RunSettings defaultSettings() const;  ///< of the kind of the open data
    void retranslate();                   ///< makes the sentences again after the language changed

    // --- runs; one trains at a time
    bool canTrain() const;
    QString cannotTrainReason() const;    ///< one sentence; empty if it can
    /// Judges rows that another tool generated from the open data, as a run of its own kind; id, or -1 if that cannot start.
    int judgeRows(const QString &file);
    int startRun();                       ///< id of the new run; -1 if it cannot start
    /// A run of ours that was stopped, or was interrupted by a crash, and whose data are open can go on: as a new run, from what that one had finished.
    bool canGoOnWith(const RunEntry &run) const;
    int goOnWith(int id);                 ///< id of the new run; -1 if it cannot
    void stopRun();                       ///< the active run, keeps what is finished
    void pauseRun();
    void resumeRun();
    void advanceRun(int epochs);          ///< the active run, paused or not: it goes on for so many epochs and pauses then
    const RunEntry *activeRun() const;    ///< null if nothing runs
    const RunEntry *currentRun() const;   ///< the run that the views show: the selected one, else the newest
    void selectRun(int id);
    std::vector<const RunEntry *> runs() const; ///< newest first
    const RunEntry *run(int id) const;
    bool isOfThisSession(int id) const;   ///< made since the project was opened, and whole in memory

    // --- stored runs; a run in progress cannot be changed
    bool isReading(const RunEntry &run) const;  ///< its files are being read, to be shown
    void openDataOf(int id);                    ///< the data set that the run was made with, read as then
    QString folderOf(const RunEntry &run) const; ///< of its files; empty if it has none
    void removeRuns(const std::vector<int> &ids);
    void restoreRuns(const std::vector<int> &ids); ///< after removeRuns()
    bool renameRun(int id, const QString &name); ///< false if another run has the name, or it is none
    void setTags(const std::vector<std::pair<int, QStringList>> &tags); ///< by run
    void setNote(int id, const QString &note);

    // --- jobs on the finished run, on a worker thread; result by jobFinished / jobFailed
    /// A CSV file; of pictures a folder of PNG files and labels, and one sheet beside it. `saved`: what is said then.
    void exportSynthetic(int runId, const QString &place, const QString &saved, Formulas formulas = Formulas::as_they_are);
    void exportModel(int runId, const QString &folder);
    void exportReport(int runId, const QString &file);

signals:
    void projectChanged();                 ///< another one is open, or it has another place
    void projectProgressed();              ///< isProjectBusy() or projectProgress() may be other than before
    void projectFailed(const QString &sentence);
    void projectNoted(const QString &sentence); ///< a remark about the project or the data that were opened for it
    void datasetChanged();
    void loadingChanged();
    void loadFailed(const QString &sentence);
    void rereadFailed(const QString &sentence);
    void taskChanged();
    void problemChanged();
    void targetLeaksChanged();
    void settingsChanged();
    void runsChanged();                    ///< a run was added, ended or changed its state
    void currentRunChanged();              ///< another run is shown, or the shown one ended, or its files have been read
    void tick();                           ///< about 30 times a second while something runs: read the monitor now
    void jobFinished(const QString &sentence);
    void jobFailed(const QString &sentence);

private:
    void startLoading(const QString &source, const DatasetOptions &options);
    void poll();
    void pollLoading();
    void pollProblem();
    void pollRun();
    void pollJobs();
    void startProblem();
    void setProblem(std::shared_ptr<const Problem> problem, const QString &error);
    void startJob(std::function<QString(std::stop_token)> work);
    std::unique_ptr<RunEntry> newRun(const QString &kind);
    int start(std::unique_ptr<RunEntry> run, std::function<RunOutcome(const RunRequest &, std::stop_token)> work);
    RunEntry *entry(int id) const;
    RunEntry *active() const;
    RunEntry *current() const;

    // session_project.cpp
    void pollProject();
    void startOpening(std::function<std::filesystem::path()> place);
    void takeProject(OpenedProject &opened);
    void leaveProject();
    void restoreData();
    void openWanted();
    void checkRestoredData();
    QString loadFailure(const QString &sentence) const;
    void save();                          ///< soon
    void saveNow();
    void takeRevision();

    // session_stored.cpp, session_shown.cpp, session_changes.cpp
    void wake();                          ///< polls until there is nothing to wait for
    void takeRecords(std::vector<RunRecord> &records, bool first);
    void readCurves();
    std::shared_future<RunPlace> beginStoring(RunEntry &run); ///< not valid without a project
    void endStoring(RunEntry &run, const Failure &notStored, const std::string &problem);
    bool canBeRead(const RunEntry &run) const;
    void readShownRun();
    void takeShownRun(int id, StoredRun &read);
    void changeRecord(RunEntry &run, const std::function<void(RunRecord &)> &how, std::function<void(RunStore &, std::int64_t)> stored);
    void storeFailed(const QString &what, const Failure &failure);

    struct Private;
    std::unique_ptr<Private> d_;
    std::shared_ptr<const Dataset> dataset_;
    std::shared_ptr<const Problem> problem_;
    QString problemError_;
    Task task_;
    RunSettings settings_;
};

} // namespace fairloom::ui
