#pragma once

#include "ui/models/audit_figures.h"
#include "ui/workers/async_value.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <stop_token>
#include <string>

namespace fairloom::ui {

/// From which probability a row counts as selected, and what group the others are held against.
struct AuditTerms {
    double threshold = 0.5;
    std::string reference; ///< name of the group; empty = the largest
    bool operator==(const AuditTerms &) const = default;
};

/// The run's figures of one protocol and classifier on other terms, for every source. Those that formulas give have their intervals at once; `draws` > 0 adds
/// those that need test rows drawn anew, and the differences between sources. What holds no scored rows stays as it was. Throws Cancelled.
std::shared_ptr<const RunResult> judgedOnTerms(const RunResult &run, const AuditChoice &choice, const AuditTerms &terms, int draws, const std::stop_token &stop);

/// The result that the audit shows: the run's own, or one judged anew on other terms. Points follow every move at once, intervals a moment
/// after the last one, from a worker thread.
class AuditAnew final : public QObject {
    Q_OBJECT
public:
    explicit AuditAnew(QObject *parent = nullptr);

    void setRun(std::shared_ptr<const RunResult> run, const AuditChoice &choice); ///< does not emit changed()
    void setTerms(const AuditTerms &terms);
    const AuditTerms &terms() const { return terms_; }

    std::shared_ptr<const RunResult> result() const { return shown_; } ///< null without a run
    /// Why other terms cannot be tried, one sentence; empty if they can.
    QString whyNot() const;
    bool isRunsOwn() const { return shown_ == run_; }
    bool isComputing() const { return intervals_.isRunning() || later_.isActive() || soon_.isActive(); }
    /// The groups that can be the reference, as the run names them.
    std::vector<std::string> groups() const;

signals:
    void changed();                        ///< result() is another
    void failed(const QString &sentence);  ///< intervals could not be made

private:
    bool asRun() const;
    void judge();
    void drawIntervals();

    std::shared_ptr<const RunResult> run_, shown_;
    AuditChoice choice_;
    AuditTerms terms_;
    QTimer soon_, later_;
    AsyncValue<std::shared_ptr<const RunResult>> intervals_; // last, so that the thread ends before anything it reports to
};

} // namespace fairloom::ui
