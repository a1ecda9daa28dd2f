#include "ui/widgets/source_style.h"

#include "ui/style/theme.h"

namespace fairloom::ui {

QCPScatterStyle::ScatterShape sourceShape(const QString &source)
{
    if (source == QLatin1String("real"))
        return QCPScatterStyle::ssSquare;
    if (source == QLatin1String("control_independent"))
        return QCPScatterStyle::ssDiamond;
    if (source == QLatin1String("control_joint"))
        return QCPScatterStyle::ssTriangleInverted;
    if (source == QLatin1String("teacher"))
        return QCPScatterStyle::ssTriangle;
    if (source == QLatin1String("student"))
        return QCPScatterStyle::ssCircle;
    if (source == QLatin1String("imported") || source == QLatin1String("rival"))
        return QCPScatterStyle::ssStar;
    return QCPScatterStyle::ssCross;
}

QCPScatterStyle sourceMarker(const QString &source, double size)
{
    const QColor colour = Theme::instance().source(source);
    return QCPScatterStyle(sourceShape(source), QPen(colour, 1.5), QBrush(colour), size);
}

QIcon markerIcon(const QCPScatterStyle &marker)
{
    constexpr int side = 14;
    constexpr qreal scale = 2; // sharp on high-DPI screens too
    QPixmap pixmap(int(side * scale), int(side * scale));
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(Qt::transparent);
    QCPPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    marker.applyTo(&painter, marker.pen());
    marker.drawShape(&painter, QPointF(side / 2.0, side / 2.0));
    painter.end();
    return QIcon(pixmap);
}

QIcon sourceIcon(const QString &source)
{
    return markerIcon(sourceMarker(source, 8));
}

QCPScatterStyle indexedMarker(int index, const QColor &colour, double size)
{
    static constexpr QCPScatterStyle::ScatterShape shapes[] = {QCPScatterStyle::ssCircle, QCPScatterStyle::ssSquare,
                                                               QCPScatterStyle::ssTriangle, QCPScatterStyle::ssDiamond,
                                                               QCPScatterStyle::ssTriangleInverted};
    return QCPScatterStyle(shapes[std::size_t(index) % std::size(shapes)], QPen(colour, 1.5), QBrush(colour), size);
}

} // namespace fairloom::ui
