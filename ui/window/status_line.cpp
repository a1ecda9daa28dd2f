#include "ui/window/status_line.h"

#include "ui/text.h"
#include "ui/widgets/elided_label.h"
#include "ui/workers/session.h"

#include <QFile>
#include <QLabel>
#include <QTimer>

#include <cmath>
#include <unistd.h>

namespace fairloom::ui {

namespace {

/// Bytes of memory that this process really occupies, 0 where /proc is missing.
double residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> fields = file.readAll().split(' ');
    return fields.size() < 2 ? 0 : fields[1].toDouble() * static_cast<double>(sysconf(_SC_PAGESIZE));
}

QString aboutSeconds(double seconds)
{
    if (seconds < 90)
        return StatusLine::tr("about %1 s left").arg(std::lround(seconds));
    return StatusLine::tr("about %1 min left").arg(std::lround(seconds / 60));
}

} // namespace

StatusLine::StatusLine(Session &session, QWidget *parent)
    : QStatusBar(parent), session_(session), stage_(new ElidedLabel), pace_(new QLabel), left_(new QLabel), memory_(new QLabel),
      remark_(new ElidedLabel)
{
    setSizeGripEnabled(false);
    stage_->setObjectName(QStringLiteral("statusStage"));
    for (QLabel *label : {stage_, pace_, left_, memory_})
        addWidget(label);
    addPermanentWidget(remark_);

    connect(&session_, &Session::tick, this, &StatusLine::showStatus);
    connect(&session_, &Session::runsChanged, this, &StatusLine::showStatus);
    connect(&session_, &Session::loadingChanged, this, &StatusLine::showStatus);
    connect(&session_, &Session::datasetChanged, this, &StatusLine::showStatus);

    auto *timer = new QTimer(this);
    timer->setInterval(1000);
    connect(timer, &QTimer::timeout, this, &StatusLine::showMemory);
    timer->start();
    showStatus();
    showMemory();
}

void StatusLine::setRemark(const QString &sentence)
{
    remark_->setText(sentence);
}

void StatusLine::showStatus()
{
    QString stage = tr("Ready"), pace, left;
    if (const RunEntry *run = session_.activeRun()) {
        const RunStatus status = run->monitor->status();
        if (run->state == RunEntry::State::stopping)
            stage = tr("Stopping, what is finished is kept");
        else if (run->state == RunEntry::State::paused)
            stage = tr("Paused: %1").arg(translated(status.activity));
        else
            stage = status.activity.empty() ? tr("Starting") : translated(status.activity);
        if (status.epochs > 0 && status.seconds_per_epoch > 0)
            pace = tr("%1 s/epoch").arg(number(status.seconds_per_epoch, 2));
        if (status.seconds_left >= 0 && run->state == RunEntry::State::running)
            left = aboutSeconds(status.seconds_left);
    } else if (session_.isLoading()) {
        stage = session_.loadingText();
    } else if (const RunEntry *last = session_.runs().empty() ? nullptr : session_.runs().front(); last && session_.isOfThisSession(last->id)) {
        const QString time = duration(last->monitor->status().seconds_elapsed);
        switch (last->state) {
        case RunEntry::State::done:
            pace = tr("%1: finished in %2").arg(last->name, time);
            break;
        case RunEntry::State::stopped:
            pace = tr("%1: stopped after %2").arg(last->name, time);
            break;
        case RunEntry::State::failed:
            pace = tr("%1: failed").arg(last->name);
            break;
        default:
            break;
        }
    }
    stage_->setText(stage);
    pace_->setText(pace);
    left_->setText(left);
}

void StatusLine::showMemory()
{
    const double bytes = residentBytes();
    memory_->setText(bytes > 0 ? tr("%1 MB").arg(number(bytes / 1048576, 0)) : QString());
    memory_->setToolTip(tr("Memory that Fairloom occupies"));
}

} // namespace fairloom::ui
