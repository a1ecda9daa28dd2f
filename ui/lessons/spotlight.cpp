#include "ui/lessons/spotlight.h"

#include "ui/style/theme.h"

#include <QPainter>

namespace fairloom::ui {

namespace {

constexpr int margin = 5, thickness = 3;

}

Spotlight::Spotlight(QWidget *window) : QWidget(window)
{
    setObjectName(QStringLiteral("spotlight"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void Spotlight::pointAt(QWidget *target)
{
    target_ = target;
    QRect shown;
    if (target && target->isVisible() && target->window() == window())
        // what a scroll area hides of it is not pointed at
        shown = target->visibleRegion().boundingRect().translated(target->mapTo(window(), QPoint()));
    if (shown.isEmpty()) {
        hide();
        return;
    }
    setGeometry(shown.adjusted(-margin, -margin, margin, margin));
    show();
    raise();
}

void Spotlight::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::instance().accent(), thickness));
    painter.drawRoundedRect(QRectF(rect()).adjusted(thickness / 2.0, thickness / 2.0, -thickness / 2.0, -thickness / 2.0), 8, 8);
}

} // namespace fairloom::ui
