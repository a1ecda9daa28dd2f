#include "ui/views/compare/curve_bundle.h"

namespace fairloom::ui {

CurveBundle::CurveBundle(QCustomPlot *plot) : QCPAbstractItem(plot)
{
    setSelectable(false);
    setAntialiased(false); // a thousand lines: what smoothing would add takes several times as long
}

void CurveBundle::draw(QCPPainter *painter)
{
    painter->setPen(pen_);
    painter->setBrush(Qt::NoBrush);
    const QCPAxis *x = parentPlot()->xAxis, *y = parentPlot()->yAxis;
    QPolygonF pixels;
    for (const QVector<QPointF> *line : lines_) {
        pixels.clear();
        pixels.reserve(line->size());
        for (const QPointF &point : *line)
            pixels << QPointF(x->coordToPixel(point.x()), y->coordToPixel(point.y()));
        painter->drawPolyline(pixels);
    }
}

} // namespace fairloom::ui
