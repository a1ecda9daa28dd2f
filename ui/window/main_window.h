#pragma once

#include "ui/window/preferences.h"

#include <QElapsedTimer>
#include <QMainWindow>

#include <functional>

class QStackedWidget;

namespace fairloom::ui {

class Navigation;
class NoticeBar;
class OpenDataDialog;
class Session;
class StatusLine;
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

    /// A file, with the recipe that fits it, or "sample:NAME"; a folder is shown in the dialog first.
    void openSource(const QString &source);
    void openFile(const RecentFile &file);
    void showView(View view);
    View view() const { return view_; }

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    void rebuild();
    void dismantle();
    void buildCentre(QWidget *centre);
    void buildDocks();
    void arrange();
    void connectActions();
    void connectSession();

    OpenDataDialog *showOpenDialog(const RecentFile &start);
    void showJudgeDialog();
    void showPage();
    void showLoading();
    void showLoaded();
    void showFailedRun();
    void showError(const QString &sentence, const QString &action = {}, std::function<void()> act = {});
    void startRun();
    void exportModel();
    void exportReport();
    void confirmQuit();

    Session &session_;
    QObject *parts_ = nullptr; ///< lives as long as one build: owner of actions, context of connections
    WindowActions *actions_ = nullptr;
    Navigation *navigation_ = nullptr;
    NoticeBar *notice_ = nullptr;
    QStackedWidget *pages_ = nullptr;
    WelcomeView *welcome_ = nullptr;
    StatusLine *status_ = nullptr;
    QDockWidget *setupDock_ = nullptr, *runsDock_ = nullptr;

    View view_ = DataPage;
    RecentFile opening_;          ///< what is being opened, to be offered again if it fails
    bool sayRecipe_ = false;      ///< the recipe was chosen for the user, who should know
    QElapsedTimer loadingSince_;
    std::function<void()> noticeAction_;
    int failureShown_ = -1;       ///< id of the run whose failure was shown last
    bool rebuildPending_ = false;
    bool quitting_ = false;
};

} // namespace fairloom::ui
