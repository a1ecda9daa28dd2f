#pragma once

#include <QWidget>

class QPushButton;
class QUndoStack;

namespace fairloom {
struct Setting;
}

namespace fairloom::ui {

class Session;
class SettingEditor;

/// The form of the next run: the task, then every run setting in the order of its description, the advanced ones folded.
class SetupForm final : public QWidget {
    Q_OBJECT
public:
    /// `undo`: what is changed here can be taken back.
    SetupForm(Session &session, QUndoStack &undo, QWidget *parent = nullptr);

    QSize sizeHint() const override;

private:
    void showSettings();
    void edited(SettingEditor *editor);
    void updateFold();
    bool isUsed(const Setting &setting) const; ///< by the method that is chosen

    Session &session_;
    QUndoStack &undo_;
    QList<SettingEditor *> editors_;
    QWidget *advanced_;
    QPushButton *fold_;
};

} // namespace fairloom::ui
