#pragma once

#include <QStringList>
#include <QWidget>

#include <vector>

class QAction;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace fairloom {
enum class TrialState;
}

namespace fairloom::ui {

class QueueModel;
class StudyRunner;

/// The queue of studies in its dock: how far it is, its trials, and what can be done with them. Where there are none, what would be here.
class QueuePanel final : public QWidget {
    Q_OBJECT
public:
    explicit QueuePanel(StudyRunner &runner, QWidget *parent = nullptr);

    QSize sizeHint() const override;

signals:
    void studyRequested();

private:
    void buildActions();
    QWidget *buildHead();
    QWidget *buildEmpty();
    QAction *add(const char *name, const QString &text, const QString &icon, const QString &tip, const QKeySequence &shortcut);
    QPushButton *buttonOf(QAction *action);
    void showQueue();
    void showLine();
    void updateActions();
    void showMenu(const QPoint &at);
    void confirmCancelStudy();
    QStringList chosen(const std::vector<TrialState> &states) const; ///< names, in the order of the queue

    StudyRunner &runner_;
    QueueModel *model_;
    QTableView *table_;
    QStackedWidget *pages_;
    QLabel *line_, *problem_;
    QProgressBar *progress_;
    QAction *pause_, *up_, *down_, *first_, *cancel_, *cancelStudy_, *retry_, *clear_, *study_;
};

} // namespace fairloom::ui
