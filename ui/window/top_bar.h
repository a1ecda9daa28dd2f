#pragma once

#include <QWidget>

class QLabel;
class QMenuBar;
class QPushButton;

namespace fairloom::ui {

class ElidedLabel;
class Session;
class WindowActions;

/// Menus, the name and size of the open data set, and the buttons that everything is about: Train, Pause, Stop.
class TopBar final : public QWidget {
    Q_OBJECT
public:
    TopBar(Session &session, WindowActions &actions, QWidget *parent = nullptr);

    QMenuBar *menuBar() const { return menuBar_; }

private:
    void showDataset();
    void showButtons();

    Session &session_;
    WindowActions &actions_;
    QMenuBar *menuBar_;
    QLabel *name_;
    ElidedLabel *size_;
    QPushButton *train_, *pause_, *stop_;
};

} // namespace fairloom::ui
