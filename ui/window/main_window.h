#pragma once

#include "ui/window/preferences.h"

#include <QElapsedTimer>
#include <QList>
#include <QMainWindow>

#include <functional>

class QJsonObject;
class QStackedWidget;
class QUndoStack;

namespace fairloom {
struct Lesson;
}

namespace fairloom::ui {

class HelpControl;
class LessonControl;
class Navigation;
class NoticeBar;
class OpenDataDialog;
class ProjectControl;
class RunsPanel;
class Session;
class StatusLine;
class StudyControl;
class WelcomeView;
class WindowActions;

/// The window: menus and buttons above, the list of views at the left, the chosen view in the middle, set-up and runs in docks.
/// Everything it shows is made again when the language changes.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    enum View { DataPage, TrainingPage, SamplesPage, AuditPage, ComparePage };

    explicit MainWindow(Session &session, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Opens a project, untitled unless the source names one, and in it the source. Without this, everything is kept in memory alone.
    void start(const QString &source = {});
    /// Whether a project's interrupted study goes on as soon as the project is open; otherwise the user is asked.
    void setGoesOnWithStudies(bool goesOn) { goesOnWithStudies_ = goesOn; }
    /// A file, with the recipe that fits it, or "sample:NAME"; a folder is shown in the dialog first, unless it is a project.
    void openSource(const QString &source);
    void openFile(const RecentFile &file);
    void showView(View view);
    View view() const { return view_; }

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void childEvent(QChildEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    static constexpr int layout_version = 1;  ///< of what saveState() gives
    static constexpr int compact_below = 1200; ///< pixels of width under which the views need what the navigation's names take

    void build();
    void rebuild();
    void dismantle();
    void buildCentre(QWidget *centre);
    void buildDocks();
    void arrange();
    void connectActions();
    void connectSession();
    void connectProjects();
    void connectStudies();
    void connectLessons();
    void showStudies();
    QJsonObject viewState() const;
    void restoreViewState(const QJsonObject &state);

    OpenDataDialog *showOpenDialog(const RecentFile &start);
    void showJudgeDialog();
    void showPage();
    void showLoading();
    void showProjectWork();
    void showLoadFailure(const QString &sentence);
    void showNote(const QString &sentence, const QString &action = {}, std::function<void()> act = {});
    void findProjectData();
    bool hasSomethingToShow() const;
    void showLoaded();
    void showFailedRun();
    void showError(const QString &sentence, const QString &action = {}, std::function<void()> act = {});
    void startRun();
    void exportModel();
    void exportReport();
    void confirmQuit();
    LessonControl *makeLessonControl();
    void startLesson(const Lesson &lesson);
    void askForLesson();
    void showLesson();
    void giveLessonRoom();
    void present(bool presented);
    static void hideDocks(const QList<QDockWidget *> &docks, QList<QDockWidget *> &hidden);

    Session &session_;
    QUndoStack *undo_;
    ProjectControl *projects_;
    StudyControl *studies_;
    HelpControl *help_;
    LessonControl *lessons_;
    QObject *parts_ = nullptr; ///< lives as long as one build: owner of actions, context of connections
    WindowActions *actions_ = nullptr;
    Navigation *navigation_ = nullptr;
    NoticeBar *notice_ = nullptr;
    QStackedWidget *pages_ = nullptr;
    WelcomeView *welcome_ = nullptr;
    RunsPanel *runs_ = nullptr;
    StatusLine *status_ = nullptr;
    QDockWidget *setupDock_ = nullptr, *runsDock_ = nullptr, *studiesDock_ = nullptr, *lessonDock_ = nullptr;
    QList<QDockWidget *> hiddenToPresent_, hiddenForLesson_;
    int runsHeightBeforeLesson_ = 0;

    View view_ = DataPage;
    RecentFile opening_;          ///< what is being opened, to be offered again if it fails
    bool sayRecipe_ = false;      ///< the recipe was chosen for the user, who should know
    QElapsedTimer loadingSince_;
    std::function<void()> noticeAction_;
    int failureShown_ = -1;       ///< id of the newest run whose failure was shown
    bool removalShown_ = false;   ///< the notice offers to take a deletion back
    bool rebuildPending_ = false;
    bool goesOnWithStudies_ = false;
    bool quitting_ = false;
};

} // namespace fairloom::ui
