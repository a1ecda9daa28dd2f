#pragma once

#include <QList>
#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QUndoStack;
class QVBoxLayout;

namespace fairloom::ui {

class LessonControl;
class Session;
class SettingEditor;

/// What a lesson says: the step, in large type if the window is presented; sliders to try out; and the buttons to go on, each with its key.
class LessonPanel final : public QWidget {
    Q_OBJECT
public:
    LessonPanel(LessonControl &control, Session &session, QUndoStack &undo, QWidget *parent = nullptr);

    QSize sizeHint() const override;

private:
    void showStep();
    void showText();
    void showControls();

    LessonControl &control_;
    Session &session_;
    QUndoStack &undo_;
    QLabel *progress_, *title_, *text_, *waiting_;
    QScrollArea *scroll_;
    QVBoxLayout *controls_; ///< between words and buttons
    QList<SettingEditor *> editors_;
    QPushButton *back_, *doIt_, *next_, *leave_;
};

} // namespace fairloom::ui
