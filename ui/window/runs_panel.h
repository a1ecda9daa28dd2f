#pragma once

#include <QList>
#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QTableView;
class QUndoStack;

namespace fairloom::ui {

class RunsFilter;
class RunsModel;
class Session;

/// The table of runs in its dock: searched, sorted, named, described and deleted here. The chosen row is the run that the views show; several
/// rows can be chosen to be deleted or tagged.
class RunsPanel final : public QWidget {
    Q_OBJECT
public:
    /// `undo` gets what can be taken back; it must outlive the panel.
    RunsPanel(Session &session, QUndoStack &undo, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    /// Search, choice of a study and how many runs are shown: for the head of the dock, where it costs no room.
    QWidget *tools() const { return tools_; }
    /// What else can be done with the shown run, for the menu: exports.
    void addRunActions(const QList<QAction *> &actions);

signals:
    void trainingBegun();
    void removed(int runs);                 ///< so many were deleted just now
    void refused(const QString &sentence);  ///< what was asked for is not possible

private:
    void buildTools();
    void buildActions();
    void showCurrent();
    void showStudies();
    void showCount();
    void updateActions();
    void showMenu(const QPoint &at);
    QList<int> chosen() const;              ///< ids of the selected rows
    QList<int> changeable() const;          ///< those of them that have ended
    void goOn();
    void rename();
    void renameTo(int id, const QString &name);
    void describe();
    void remove();
    void showNextTo(const QList<int> &going);
    void openFolder();
    void copyCommand();

    Session &session_;
    QUndoStack &undo_;
    RunsModel *model_;
    RunsFilter *filter_;
    QTableView *table_;
    QWidget *tools_;
    QLineEdit *search_;
    QComboBox *study_;
    QLabel *count_;
    QAction *goOn_, *rename_, *describe_, *remove_, *folder_, *command_;
    QList<QAction *> more_;
    bool selecting_ = false; ///< rows are being chosen to show what is current
};

} // namespace fairloom::ui
