#pragma once

#include "ui/workers/study_runner.h"

#include <QObject>
#include <QPointer>
#include <QString>

class QWidget;

namespace fairloom::ui {

class Session;
class StudyDialog;

/// Studies as the window has them: their queue, its panel, and the dialog that starts one.
class StudyControl final : public QObject {
    Q_OBJECT
public:
    StudyControl(Session &session, QWidget *window);

    StudyRunner &runner() { return runner_; }
    QWidget *makePanel(); ///< for a dock, whenever the window is built
    void ask();           ///< which study is to be run

signals:
    void started();                       ///< the queue has one more study
    void failed(const QString &sentence);
    void interrupted(const QString &sentence); ///< the project has a study that can go on

private:
    Session &session_;
    QWidget *window_;
    StudyRunner runner_;
    QPointer<StudyDialog> dialog_;
};

} // namespace fairloom::ui
