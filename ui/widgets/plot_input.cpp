// Plot under pointer and keys: zoom, pan, read-out.

#include "ui/widgets/plot.h"
#include "ui/widgets/plot_tickers.h"

#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>

namespace fairloom::ui {

namespace {

constexpr double reach = 14; // pixels around the pointer in which a point is read out

}

void Plot::resizeEvent(QResizeEvent *event)
{
    // without a single pixel there is nothing to paint on
    if (!event->size().isEmpty())
        QCustomPlot::resizeEvent(event);
}

void Plot::mouseMoveEvent(QMouseEvent *event)
{
    QCustomPlot::mouseMoveEvent(event);
    if (event->buttons() & Qt::LeftButton) {
        if (interactive_)
            zoomed_ = true;
        hideReadout();
        return;
    }
    showReadout(event->position());
}

void Plot::mouseDoubleClickEvent(QMouseEvent *event)
{
    QCustomPlot::mouseDoubleClickEvent(event);
    if (interactive_)
        resetZoom();
}

void Plot::wheelEvent(QWheelEvent *event)
{
    if (!interactive_) {
        event->ignore(); // the page scrolls
        return;
    }
    zoomed_ = true;
    hideReadout();
    QCustomPlot::wheelEvent(event);
}

void Plot::leaveEvent(QEvent *event)
{
    hideReadout();
    QCustomPlot::leaveEvent(event);
}

void Plot::keyPressEvent(QKeyEvent *event)
{
    if (!interactive_)
        return QCustomPlot::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: return zoom(0.8);
    case Qt::Key_Minus: return zoom(1.25);
    case Qt::Key_Left: return pan(-0.1, 0);
    case Qt::Key_Right: return pan(0.1, 0);
    case Qt::Key_Up: return pan(0, 0.1);
    case Qt::Key_Down: return pan(0, -0.1);
    case Qt::Key_Home:
    case Qt::Key_0: return resetZoom();
    default: QCustomPlot::keyPressEvent(event);
    }
}

void Plot::focusInEvent(QFocusEvent *event)
{
    focusShown_ = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    QCustomPlot::focusInEvent(event);
    update();
}

void Plot::paintEvent(QPaintEvent *event)
{
    QCustomPlot::paintEvent(event);
    if (!hasFocus() || !focusShown_)
        return;
    QPainter painter(this);
    painter.setPen(QPen(Theme::instance().accent(), 1, Qt::DotLine));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void Plot::showReadout(const QPointF &position)
{
    const QCPGraph *nearest = nullptr;
    int index = 0;
    QPointF at;
    double distance = reach;
    if (axisRectCount() > 0 && axisRect()->rect().adjusted(-8, -8, 8, 8).contains(position.toPoint())) {
        const double from = xAxis->pixelToCoord(position.x() - reach), to = xAxis->pixelToCoord(position.x() + reach);
        for (const Line &line : std::as_const(lines_)) {
            if (!line.graph || line.band || !line.graph->visible())
                continue;
            const auto points = line.graph->data();
            for (auto point = points->findBegin(from); point != points->findEnd(to); ++point) {
                const QPointF here(xAxis->coordToPixel(point->key), yAxis->coordToPixel(point->value));
                const double d = std::hypot(here.x() - position.x(), here.y() - position.y());
                if (!(d < distance))
                    continue;
                distance = d;
                nearest = line.graph;
                index = int(point - points->constBegin());
                at = here;
            }
        }
    }
    if (!nearest)
        return hideReadout();
    if (!hover_) {
        hover_ = new QCPItemTracer(this);
        hover_->setSelectable(false);
        hover_->setStyle(QCPItemTracer::tsCircle);
        hover_->setSize(9);
        hover_->position->setType(QCPItemPosition::ptAbsolute);
        hover_->setLayer(QStringLiteral("readout"));
    }
    hover_->setPen(QPen(Theme::instance().text(), 1.5));
    hover_->setBrush(Qt::NoBrush);
    hover_->position->setCoords(at);
    hover_->setVisible(true);
    hover_->layer()->replot();
    QToolTip::showText(mapToGlobal((at + QPointF(10, 4)).toPoint()), readoutOf(nearest, index), this);
}

void Plot::hideReadout()
{
    if (!hover_ || !hover_->visible())
        return;
    hover_->setVisible(false);
    hover_->layer()->replot();
    QToolTip::hideText();
}

QString Plot::readoutOf(const QCPGraph *graph, int index) const
{
    if (readout_)
        return readout_(graph, index);
    const auto point = graph->data()->at(index);
    const QString x = xName_.isEmpty() ? plotNumber(point->key) : xName_ + QLatin1Char(' ') + plotNumber(point->key);
    return QStringLiteral("%1\n%2: %3").arg(graph->name(), x, plotNumber(point->value));
}

} // namespace fairloom::ui
