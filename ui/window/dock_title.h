#pragma once

#include <QDockWidget>

namespace fairloom::ui {

/// The head of a dock: its title in the house style, and small buttons to float and close it. Dragging it moves the dock.
class DockTitle final : public QWidget {
    Q_OBJECT
public:
    explicit DockTitle(QDockWidget *dock);
};

} // namespace fairloom::ui
