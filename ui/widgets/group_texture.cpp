#include "ui/widgets/group_texture.h"

#include "ui/style/theme.h"

#include <QPainter>
#include <QPixmap>

namespace fairloom::ui {

QBrush texturedBrush(const QColor &colour, int texture)
{
    if (texture % 4 == 0)
        return colour;
    QPixmap tile(8, 8);
    tile.fill(colour);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(255, 255, 255, 110), 1.4));
    switch (texture % 4) {
    case 1:
        for (int offset : {-8, 0, 8})
            painter.drawLine(offset, 8, offset + 8, 0);
        break;
    case 2:
        painter.setBrush(QColor(255, 255, 255, 120));
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(QRectF(2.6, 2.6, 2.8, 2.8));
        break;
    default:
        painter.drawLine(0, 8, 8, 0);
        painter.drawLine(0, 0, 8, 8);
        break;
    }
    painter.end();
    return QBrush(tile);
}

QBrush groupBrush(int group)
{
    return texturedBrush(Theme::instance().group(group), group);
}

} // namespace fairloom::ui
