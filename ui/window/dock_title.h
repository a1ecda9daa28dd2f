#pragma once

#include <QDockWidget>

class QHBoxLayout;

namespace fairloom::ui {

/// The head of a dock: its title in the house style, and small buttons to float and close it. Dragging it moves the dock.
class DockTitle final : public QWidget {
    Q_OBJECT
public:
    explicit DockTitle(QDockWidget *dock);

    void addTools(QWidget *tools); ///< between title and buttons

private:
    QHBoxLayout *layout_;
};

} // namespace fairloom::ui
