#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QMenu;
class QPushButton;
class QUndoStack;

namespace fairloom::ui {

class Session;

/// What the user says about the data: sensitive column(s), target, favourable label; and, beside the field where it can
/// be helped, what is wrong with it.
class TaskFields final : public QWidget {
    Q_OBJECT
public:
    TaskFields(Session &session, QUndoStack &undo, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fillColumns();
    void fillPositive();
    void showTask();
    void showProblem();
    void showLeaks();
    void updateSensitiveText();
    void store();

    Session &session_;
    QUndoStack &undo_;
    QPushButton *sensitive_;
    QMenu *sensitiveMenu_;
    QComboBox *target_, *positive_;
    QLabel *sensitiveError_, *targetError_, *positiveError_, *positiveShare_, *warnings_, *leaks_;
    bool filling_ = false;
};

} // namespace fairloom::ui
