#include "ui/widgets/wheel_guard.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>
#include <QSlider>

namespace fairloom::ui {

WheelGuard::WheelGuard(QWidget *form) : QObject(form)
{
    for (QWidget *field : form->findChildren<QWidget *>()) {
        if (!qobject_cast<QAbstractSpinBox *>(field) && !qobject_cast<QSlider *>(field) && !qobject_cast<QComboBox *>(field))
            continue;
        field->setFocusPolicy(Qt::StrongFocus); // else the wheel itself would give the focus
        field->installEventFilter(this);
    }
}

bool WheelGuard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Wheel || static_cast<QWidget *>(watched)->hasFocus())
        return QObject::eventFilter(watched, event);
    event->ignore(); // goes on to the parent, which scrolls
    return true;
}

} // namespace fairloom::ui
