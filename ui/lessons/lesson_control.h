#pragma once

#include "core/study/lesson_file.h"
#include "ui/workers/session.h"

#include <QObject>
#include <QPointer>
#include <QString>
#include <QTimer>

#include <functional>
#include <optional>

class QUndoStack;
class QWidget;

namespace fairloom::ui {

class Spotlight;

/// A tour or a lesson on its way through the window: shows what a step is about, does on request what it asks for, and notices when that has come about. Never
/// blocks: a step can always be left behind, and the lesson left and taken up again, in another session too.
class LessonControl final : public QObject {
    Q_OBJECT
public:
    /// What the window lets a lesson do.
    struct Stage {
        std::function<void(int view)> showView;
        std::function<int()> view;
        std::function<void(int page)> showPage;   ///< of the data view
        std::function<int()> page;
        std::function<void(const QString &source)> open;
        std::function<void()> train;
        std::function<void()> newProject;          ///< so that what is open is not touched
    };

    LessonControl(Session &session, QUndoStack &undo, Stage stage, QWidget *window);
    ~LessonControl() override;

    /// Begins a lesson, where it was left (preferences::lessonStep). Nothing happens while a run is in progress: false.
    bool start(const Lesson &lesson);
    void leave();
    void next();       ///< after the last step: leave, done
    void back();
    void doIt();       ///< what the step asks for, in the person's place

    const Lesson *lesson() const { return lesson_ ? &*lesson_ : nullptr; } ///< null if there is none
    int step() const { return step_; }
    const LessonStep &currentStep() const { return lesson_->steps[std::size_t(step_)]; }
    bool isReached() const { return reached_; }  ///< what the step waits for, or it waits for nothing
    QString waitingFor() const;                  ///< one line; empty if for nothing
    QString stepText() const;                    ///< Markdown, with figures, in the window's language
    bool canDoIt() const;

signals:
    void changed();      ///< another step, or none; or what it waits for has come about
    void textChanged();  ///< figures, progress

private:
    void enter(int step);
    void look();
    bool isMet(const LessonGoal &goal) const;
    bool hasRun(const std::string &state) const;
    bool does(LessonAct::Kind kind) const;      ///< the step, among other acts
    void perform(const LessonAct &act);
    void apply(const std::vector<std::pair<std::string, std::string>> &values);
    QString figure(const QString &key) const;
    const RunEntry *runBefore() const;
    void remember();

    Session &session_;
    QUndoStack &undo_;
    Stage stage_;
    QWidget *window_;
    QPointer<Spotlight> spotlight_;
    QTimer timer_;
    std::optional<Lesson> lesson_;
    int step_ = 0;
    bool reached_ = false;
    int lessonFloor_ = -1, stepFloor_ = -1; ///< ids of the newest run when lesson and step began
    std::string sourceBefore_;       ///< of the data, then
    std::optional<RunSettings> settingsBefore_; ///< of the next run, before the lesson
    QString shownText_, shownWait_;
};

} // namespace fairloom::ui
