#pragma once

#include "core/study/queue/study_queue.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <functional>
#include <list>
#include <memory>

namespace fairloom::ui {

class QueueWorker;
class Session;

/// The queue of studies of the session's project, as the window knows it: looks at it about four times a second and says what changed. Another
/// project has another queue. At the end of the session running trials are interrupted and wait again. Lives in the GUI thread and never waits
/// in it, but in the destructor.
class StudyRunner final : public QObject {
    Q_OBJECT
public:
    /// `program`: fairloom-cli, which makes the runs.
    explicit StudyRunner(Session &session, const QString &program = programBesideThis(), QObject *parent = nullptr);
    ~StudyRunner() override;

    static QString programBesideThis();

    const QueueSnapshot &snapshot() const;
    bool isRunning() const;           ///< trials are started and watched, also while they are paused
    bool isPaused() const;
    bool isRunElsewhere() const;      ///< another process runs the project's studies
    std::size_t left() const;         ///< trials that wait or run
    QString problem() const;          ///< why nothing goes on, one sentence; empty otherwise
    QString cannotRunReason() const;  ///< why no study can be started, one sentence; empty if one can

    /// Adds a study, as parse_study() takes it, and runs it; says added() or addFailed(). `dataFolder`: what $FAIRLOOM_DATA_DIR in it stands for.
    void add(const QString &study, const QString &dataFolder = {});
    void goOn();                      ///< with what waits, and with what was paused
    void pause();
    void moveToFront(const QStringList &trials);
    void move(const QStringList &trials, int places);
    void cancel(const QStringList &trials);
    void cancelStudy(const QString &study);
    void retry(const QStringList &trials);
    void clearEnded();

signals:
    void changed();
    void added();
    void addFailed(const QString &sentence);
    void failed(const QString &sentence);
    void interrupted(int left, int total); ///< the project that was opened has a study that did not come to its end

private:
    void takeProject();
    void poll();
    void change(std::function<void(StudyQueue &)> work, bool runs);
    void offerToGoOn();

    Session &session_;
    const QString program_;
    QString folder_;
    std::unique_ptr<QueueWorker> worker_;             ///< null without a project
    std::list<std::unique_ptr<QueueWorker>> leaving_; ///< of projects that are closed, until their processes have ended
    bool offer_ = false;                              ///< nobody has been asked yet whether to go on
    QString failureSaid_;
    QTimer timer_;
};

} // namespace fairloom::ui
