#include "ui/style/look.h"

#include <QString>
#include <QStyle>
#include <QVariant>
#include <QWidget>

namespace fairloom::ui {

void setLook(QWidget *widget, const QString &look)
{
    if (widget->property("look").toString() == look)
        return;
    widget->setProperty("look", look);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace fairloom::ui
