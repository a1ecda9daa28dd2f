// TradeOffPlot under pointer and keys: brushing, choosing, tool tips, menu.

#include "ui/widgets/chart_menu.h"
#include "ui/widgets/trade_off_plot.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QRubberBand>
#include <QToolTip>

#include <cmath>

namespace fairloom::ui {

namespace {

constexpr double grab_reach = 12; // pixels around a point that count as on it
constexpr double still = 4;  // pixels that a click may move

} // namespace

int TradeOffPlot::nearest(const QPointF &position) const
{
    int best = -1;
    double distance = grab_reach;
    for (std::size_t i = 0; i < points_.size(); ++i) {
        const QPointF at = positionOf(i);
        const double d = std::hypot(at.x() - position.x(), at.y() - position.y());
        if (d < distance) {
            distance = d;
            best = int(i);
        }
    }
    return best;
}

std::vector<std::size_t> TradeOffPlot::pointsIn(const QRectF &area) const
{
    std::vector<std::size_t> out;
    const QRectF wanted = area.normalized();
    for (std::size_t i = 0; i < points_.size(); ++i)
        if (points_[i].id >= 0 && wanted.contains(positionOf(i)))
            out.push_back(i);
    return out;
}

bool TradeOffPlot::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return Plot::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int point = brushing_ ? -1 : nearest(help->pos());
    if (point >= 0 && toolTip_)
        QToolTip::showText(help->globalPos(), toolTip_(std::size_t(point)), this);
    else
        QToolTip::hideText();
    return true;
}

void TradeOffPlot::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return Plot::mousePressEvent(event);
    pressed_ = event->position();
    pressing_ = true;
    brushing_ = false;
    event->accept();
}

void TradeOffPlot::mouseMoveEvent(QMouseEvent *event)
{
    if (!pressing_ || !(event->buttons() & Qt::LeftButton))
        return Plot::mouseMoveEvent(event);
    if (!brushing_ && (event->position() - pressed_).manhattanLength() <= still)
        return;
    if (!brushing_) {
        brushing_ = true;
        if (!band_)
            band_ = new QRubberBand(QRubberBand::Rectangle, this);
        emit brushBegun();
    }
    const QRectF area = QRectF(pressed_, event->position()).normalized();
    band_->setGeometry(area.toRect());
    band_->show();
    emit brushed(pointsIn(area), event->modifiers().testFlag(Qt::ControlModifier));
}

void TradeOffPlot::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !pressing_)
        return Plot::mouseReleaseEvent(event);
    pressing_ = false;
    const bool besides = event->modifiers().testFlag(Qt::ControlModifier);
    if (brushing_) {
        brushing_ = false;
        band_->hide();
        emit brushed(pointsIn(QRectF(pressed_, event->position())), besides);
        return;
    }
    const int point = nearest(event->position());
    if (point < 0) {
        emit brushCleared();
        return;
    }
    if (points_[std::size_t(point)].id < 0)
        return;
    const int id = points_[std::size_t(point)].id; // listeners may set other points
    emit brushBegun();
    emit brushed({std::size_t(point)}, besides);
    if (!besides)
        emit pointChosen(id);
}

void TradeOffPlot::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit brushCleared();
    else
        Plot::keyPressEvent(event);
}

void TradeOffPlot::contextMenuEvent(QContextMenuEvent *event)
{
    // The graphs know points by their markers; the numbers that somebody wants are those of runs by their names.
    ChartSource source;
    source.widget = this;
    source.paint = [this](QPainter *painter, const QSize &size) {
        QPicture picture;
        QCPPainter recorder(&picture);
        recorder.setMode(QCPPainter::pmNoCaching);
        recorder.setMode(QCPPainter::pmVectorized);
        toPainter(&recorder, size.width(), size.height());
        recorder.end();
        painter->drawPicture(0, 0, picture);
    };
    source.numbers = [this] { return pointsAsText(); };
    source.resetZoom = [this] { resetZoom(); };
    showChartMenu(source, event->globalPos());
}

} // namespace fairloom::ui
