#include "ui/window/study_control.h"

#include "ui/window/queue_panel.h"
#include "ui/window/study_dialog.h"

namespace fairloom::ui {

StudyControl::StudyControl(Session &session, QWidget *window) : QObject(window), session_(session), window_(window), runner_(session)
{
    connect(&runner_, &StudyRunner::added, this, &StudyControl::started);
    connect(&runner_, &StudyRunner::failed, this, &StudyControl::failed);
    connect(&runner_, &StudyRunner::interrupted, this, [this](int left, int total) {
        emit interrupted(tr("A study was interrupted: %1 of %2 runs are left.").arg(left).arg(total));
    });
}

QWidget *StudyControl::makePanel()
{
    auto *panel = new QueuePanel(runner_);
    connect(panel, &QueuePanel::studyRequested, this, &StudyControl::ask);
    return panel;
}

void StudyControl::ask()
{
    if (!dialog_) {
        dialog_ = new StudyDialog(session_, runner_, window_);
        dialog_->setAttribute(Qt::WA_DeleteOnClose);
    }
    dialog_->open();
    dialog_->raise();
}

} // namespace fairloom::ui
