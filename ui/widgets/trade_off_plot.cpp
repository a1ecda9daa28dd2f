#include "ui/widgets/trade_off_plot.h"

#include "ui/style/theme.h"
#include "ui/text.h"

#include <QFontMetrics>
#include <QHelpEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace fairloom::ui {

namespace {

constexpr double reach = 12; // pixels around a point that count as on it
constexpr float faded_alpha = 0.3f;

QColor faded(QColor colour)
{
    colour.setAlphaF(colour.alphaF() * faded_alpha);
    return colour;
}

} // namespace

TradeOffPlot::TradeOffPlot(QWidget *parent) : Plot(parent)
{
    setAccessibleName(tr("Fairness against utility"));
    setAxisTitles(tr("demographic parity ratio"), tr("accuracy"));
    connect(&Theme::instance(), &Theme::changed, this, &TradeOffPlot::rebuild);
    // Labels keep clear of each other at every zoom.
    connect(this, &QCustomPlot::afterLayout, this, &TradeOffPlot::placeLabels);
}

void TradeOffPlot::setPoints(std::vector<Point> points, std::vector<std::size_t> front)
{
    points_ = std::move(points);
    front_ = std::move(front);
    rebuild();
}

void TradeOffPlot::setCurrent(int id)
{
    if (current_ == id)
        return;
    current_ = id;
    rebuild();
}

void TradeOffPlot::rebuild()
{
    const Theme &theme = Theme::instance();
    labels_.clear();
    clearAll();

    QCPGraph *line = addGraph();
    line->setName(tr("best front"));
    line->setPen(QPen(theme.text(), 1.5, Qt::DashLine));
    line->setSelectable(QCP::stNone);
    for (std::size_t index : front_)
        line->addData(points_[index].x, points_[index].y);

    double low_x = 1, high_x = 0, low_y = 1, high_y = 0;
    QStringList spoken;
    for (const Point &point : points_) {
        QCPGraph *dot = addGraph();
        dot->setName(point.label);
        dot->setLineStyle(QCPGraph::lsNone);
        dot->setSelectable(QCP::stNone);
        QCPScatterStyle marker = point.marker;
        if (point.faded) {
            QPen pen = marker.pen();
            pen.setColor(faded(pen.color()));
            marker.setPen(pen);
            if (marker.brush().style() != Qt::NoBrush)
                marker.setBrush(faded(marker.brush().color()));
        }
        if (point.id >= 0 && point.id == current_) {
            marker.setPen(QPen(theme.text(), 2));
            marker.setSize(marker.size() + 4);
        }
        dot->setScatterStyle(marker);
        dot->addData(point.x, point.y);
        low_x = std::min(low_x, point.x);
        high_x = std::max(high_x, point.x);
        low_y = std::min(low_y, point.y);
        high_y = std::max(high_y, point.y);
        auto *text = new QCPItemText(this);
        text->position->setCoords(point.x, point.y);
        text->setText(point.label);
        text->setFont(point.id >= 0 && point.id == current_ ? theme.title() : theme.small());
        text->setColor(point.id < 0 || point.faded ? theme.muted() : theme.text());
        labels_.push_back(text);
        spoken << (point.faded ? tr("%1 (other data or task): DPR %2, accuracy %3") : tr("%1: DPR %2, accuracy %3"))
                      .arg(point.label, number(point.x), number(point.y));
    }
    if (!points_.empty()) {
        const double pad_x = std::max(0.04, (high_x - low_x) * 0.12), pad_y = std::max(0.01, (high_y - low_y) * 0.15);
        setHome({std::max(-0.02, low_x - pad_x), std::min(1.03, high_x + pad_x)},
                {std::max(-0.02, low_y - pad_y), std::min(1.03, high_y + pad_y)});
    }
    setSummary(spoken.join(QStringLiteral("; ")));
    replot(QCustomPlot::rpQueuedReplot);
}

void TradeOffPlot::placeLabels()
{
    if (labels_.size() != points_.size())
        return;
    struct Place {
        Qt::Alignment alignment;
        int dx, dy; // -1, 0, 1: on which side of the point the text lies
    };
    static const Place places[] = {{Qt::AlignLeft | Qt::AlignVCenter, 1, 0},
                                   {Qt::AlignHCenter | Qt::AlignBottom, 0, -1},
                                   {Qt::AlignRight | Qt::AlignVCenter, -1, 0},
                                   {Qt::AlignHCenter | Qt::AlignTop, 0, 1}};
    const QRectF inside = axisRect()->rect();
    std::vector<QRectF> used;
    for (const Point &point : points_) {
        const QPointF at(xAxis->coordToPixel(point.x), yAxis->coordToPixel(point.y));
        used.emplace_back(at - QPointF(5, 5), QSizeF(10, 10));
    }
    std::vector<std::size_t> order(points_.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    // The chosen run's name must be readable, then those of the front; faded ones give way to all.
    std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
        const auto rank = [this](std::size_t i) {
            if (points_[i].id >= 0 && points_[i].id == current_)
                return 0;
            return std::find(front_.begin(), front_.end(), i) != front_.end() ? 1 : points_[i].faded ? 3 : 2;
        };
        return rank(a) < rank(b);
    });
    for (std::size_t i : order) {
        const QPointF at(xAxis->coordToPixel(points_[i].x), yAxis->coordToPixel(points_[i].y));
        const QSizeF size = QFontMetrics(labels_[i]->font()).size(Qt::TextSingleLine, points_[i].label);
        bool placed = false;
        const int away = points_[i].id >= 0 && points_[i].id == current_ ? 12 : 9; // its marker is larger
        for (const Place &place : places) {
            const QPointF corner(at.x() + (place.dx > 0 ? away : place.dx < 0 ? -away - size.width() : -size.width() / 2),
                                 at.y() + (place.dy > 0 ? away : place.dy < 0 ? -away - size.height() : -size.height() / 2));
            const QRectF box(corner, size);
            if (!inside.contains(box) || std::any_of(used.begin(), used.end(), [&](const QRectF &other) { return other.intersects(box); }))
                continue;
            labels_[i]->setPositionAlignment(place.alignment);
            labels_[i]->setPadding(QMargins(place.dx > 0 ? away : 0, place.dy > 0 ? away : 0, place.dx < 0 ? away : 0, place.dy < 0 ? away : 0));
            used.push_back(box);
            placed = true;
            break;
        }
        labels_[i]->setVisible(placed); // its name is still in the tool tip and in the table
    }
}

int TradeOffPlot::nearest(const QPointF &position) const
{
    int best = -1;
    double distance = reach;
    for (std::size_t i = 0; i < points_.size(); ++i) {
        const double d = std::hypot(xAxis->coordToPixel(points_[i].x) - position.x(), yAxis->coordToPixel(points_[i].y) - position.y());
        if (d < distance) {
            distance = d;
            best = int(i);
        }
    }
    return best;
}

bool TradeOffPlot::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return Plot::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    if (const int i = nearest(help->pos()); i >= 0)
        QToolTip::showText(help->globalPos(), points_[std::size_t(i)].toolTip, this);
    else
        QToolTip::hideText();
    return true;
}

void TradeOffPlot::mousePressEvent(QMouseEvent *event)
{
    pressed_ = event->position();
    Plot::mousePressEvent(event);
}

void TradeOffPlot::mouseReleaseEvent(QMouseEvent *event)
{
    Plot::mouseReleaseEvent(event);
    // A drag moves the picture and chooses nothing.
    if (event->button() != Qt::LeftButton || (event->position() - pressed_).manhattanLength() > 4)
        return;
    if (const int i = nearest(event->position()); i >= 0 && points_[std::size_t(i)].id >= 0)
        emit pointChosen(points_[std::size_t(i)].id);
}

} // namespace fairloom::ui
