#pragma once

#include <QObject>

class QWidget;

namespace fairloom::ui {

/// Keeps the mouse wheel from changing the fields of a form that it only scrolls past: spin boxes, sliders and combo boxes
/// take the wheel while they have the keyboard focus, and leave it to what scrolls the form otherwise.
class WheelGuard final : public QObject {
    Q_OBJECT
public:
    /// Guards the fields that are in `form` now, as long as it lives.
    explicit WheelGuard(QWidget *form);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace fairloom::ui
