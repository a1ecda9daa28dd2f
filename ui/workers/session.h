#pragma once

#include "core/data/dataset.h"
#include "core/data/problem.h"
#include "core/study/pipeline.h"
#include "core/study/run_result.h"
#include "core/study/run_settings.h"
#include "core/training/run_monitor.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace fairloom::ui {

/// One run of this session as the window knows it.
struct RunEntry {
    int id = 0;
    QString name;                                ///< "balanced-1"
    QString dataName;
    QString judgedFile;                          ///< of rows that were generated elsewhere and are only judged; empty = a run of our own
    RunRequest request;
    std::shared_ptr<RunMonitor> monitor;         ///< always there; live while running
    std::shared_ptr<const RunOutcome> outcome;   ///< null until the run ended
    QString error;                               ///< one sentence if it failed
    enum class State { waiting, running, paused, stopping, done, stopped, failed } state = State::waiting;
    bool active() const { return state == State::running || state == State::paused || state == State::stopping; }
};

/// What the window is about: the open data set, what the user chose, and the runs. Lives in the GUI thread; all long
/// work goes to ui/workers, and this object polls for its results about 30 times a second and says what changed.
class Session final : public QObject {
    Q_OBJECT
public:
    explicit Session(QObject *parent = nullptr);
    ~Session() override; ///< asks running work to stop and waits for it

    // --- data
    void openDataset(const QString &source, const DatasetOptions &options = {});
    /// Reads the open files again under another schema (nothing = what they say themselves). The task is kept as far as its columns and
    /// values still exist. If it does not work out, what was open stays, and rereadFailed() says why.
    void rereadDataset(const std::optional<Recipe> &schema, const Task &task);
    bool isLoading() const;
    bool isRereading() const;
    QString loadingText() const;
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
    void resetSettings();                 ///< to what the open data has by itself
    void retranslate();                   ///< makes the sentences again after the language changed

    // --- runs; one trains at a time
    bool canTrain() const;
    QString cannotTrainReason() const;    ///< one sentence; empty if it can
    /// Judges rows that another tool generated from the open data, as a run of its own kind; id, or -1 if that cannot start.
    int judgeRows(const QString &file);
    int startRun();                       ///< id of the new run; -1 if it cannot start
    void stopRun();                       ///< the active run, keeps what is finished
    void pauseRun();
    void resumeRun();
    const RunEntry *activeRun() const;    ///< null if nothing runs
    const RunEntry *currentRun() const;   ///< the run that the views show: the selected one, else the newest
    void selectRun(int id);
    std::vector<const RunEntry *> runs() const; ///< newest first
    const RunEntry *run(int id) const;

    // --- jobs on the finished run, on a worker thread; result by jobFinished / jobFailed
    /// A CSV file; of pictures a folder of PNG files and labels, and one sheet beside it. `saved`: what is said then.
    void exportSynthetic(int runId, const QString &place, const QString &saved);
    void exportModel(int runId, const QString &folder);
    void exportReport(int runId, const QString &file);

signals:
    void datasetChanged();
    void loadingChanged();
    void loadFailed(const QString &sentence);
    void rereadFailed(const QString &sentence);
    void taskChanged();
    void problemChanged();
    void targetLeaksChanged();
    void settingsChanged();
    void runsChanged();                    ///< a run was added, ended or changed its state
    void currentRunChanged();              ///< another run is shown, or the shown one ended
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
    int start(std::unique_ptr<RunEntry> run, std::function<RunOutcome(std::stop_token)> work);
    RunEntry *entry(int id) const;
    RunEntry *active() const;

    struct Private;
    std::unique_ptr<Private> d_;
    std::shared_ptr<const Dataset> dataset_;
    std::shared_ptr<const Problem> problem_;
    QString problemError_;
    Task task_;
    RunSettings settings_;
};

} // namespace fairloom::ui
