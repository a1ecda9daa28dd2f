#include "ui/widgets/pictures/paint_picture.h"

#include "ui/style/theme.h"

#include <QImage>
#include <QPainter>

namespace fairloom::ui {

void paintPicture(QPainter &painter, const QRect &where, const QImage &picture)
{
    if (!picture.isNull()) {
        const bool smooth = painter.testRenderHint(QPainter::SmoothPixmapTransform);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        // four bytes a pixel first: Qt scales three bytes a pixel by a path that is many times slower
        painter.drawImage(where, picture.convertToFormat(QImage::Format_RGB32));
        painter.setRenderHint(QPainter::SmoothPixmapTransform, smooth);
    }
    painter.setPen(Theme::instance().border());
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(where.adjusted(0, 0, -1, -1));
}

} // namespace fairloom::ui
