// TradeOffPlot's labels: which points have one, and where it lies clear of others.

#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/widgets/trade_off_plot.h"

#include <QFontMetrics>

#include <algorithm>
#include <cmath>
#include <limits>

namespace fairloom::ui {

namespace {

constexpr std::size_t all_labelled = 16, front_labelled = 6;

}

/// Which points have a label: all of few; of many the chosen one, references, the front's and a handful of selected ones.
void TradeOffPlot::fillLabels()
{
    const Theme &theme = Theme::instance();
    for (const Label &label : labels_)
        removeItem(label.text);
    labels_.clear();
    const std::size_t selected = std::size_t(std::count(selected_.begin(), selected_.end(), true));
    std::vector<std::size_t> wanted;
    for (std::size_t i = 0; i < points_.size(); ++i) {
        const Point &point = points_[i];
        const bool current = point.id >= 0 && point.id == current_;
        const bool on_front = front_.size() <= front_labelled && std::find(front_.begin(), front_.end(), i) != front_.end();
        const bool named = !selected_.empty() ? selected_[i] && selected <= front_labelled : on_front || points_.size() <= all_labelled;
        if (current || point.id < 0 || named)
            wanted.push_back(i);
    }
    // The chosen run's name must be readable, then those of the front; faded ones give way to all.
    const auto rank = [this](std::size_t i) {
        if (points_[i].id >= 0 && points_[i].id == current_)
            return 0;
        return std::find(front_.begin(), front_.end(), i) != front_.end() ? 1 : points_[i].faded ? 3 : 2;
    };
    std::stable_sort(wanted.begin(), wanted.end(), [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
    for (const std::size_t i : wanted) {
        const Point &point = points_[i];
        auto *text = new QCPItemText(this);
        text->setSelectable(false);
        text->position->setType(QCPItemPosition::ptAbsolute);
        text->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
        text->setText(point.label);
        text->setFont(point.id >= 0 && point.id == current_ ? theme.title() : theme.small());
        text->setColor(point.id < 0 || point.faded ? theme.muted() : theme.text());
        labels_.push_back({i, text});
    }
}

namespace {

/// Which way something lies that is out of sight.
QChar arrowTo(const QPointF &at, const QRectF &inside)
{
    static constexpr char16_t arrows[3][3] = {{u'↖', u'↑', u'↗'}, {u'←', u'·', u'→'}, {u'↙', u'↓', u'↘'}};
    const int column = at.x() < inside.left() ? 0 : at.x() > inside.right() ? 2 : 1;
    const int row = at.y() < inside.top() ? 0 : at.y() > inside.bottom() ? 2 : 1;
    return QChar(arrows[row][column]);
}

/// A dotted row of small boxes along a line, as something that a label keeps clear of.
void keepClearOf(const QPointF &from, const QPointF &to, std::vector<QRectF> &used)
{
    constexpr double step = 8, side = 4;
    const int steps = int(std::hypot(to.x() - from.x(), to.y() - from.y()) / step);
    for (int i = 1; i < steps; ++i)
        used.emplace_back(from + (to - from) * i / steps - QPointF(side / 2, side / 2), QSizeF(side, side));
}

std::size_t overlaps(const QRectF &box, const std::vector<QRectF> &used)
{
    return std::size_t(std::count_if(used.begin(), used.end(), [&](const QRectF &other) { return other.intersects(box); }));
}

} // namespace

void TradeOffPlot::placeLabels()
{
    // of the point that the text lies on, the best first
    static constexpr std::pair<int, int> sides[] = {{1, 0}, {0, -1}, {-1, 0}, {0, 1}, {1, -1}, {-1, -1}, {1, 1}, {-1, 1}};
    const QRectF inside = axisRect()->rect();
    std::vector<QRectF> used;
    for (std::size_t i = 0; i < points_.size() && !labels_.empty(); ++i)
        used.emplace_back(positionOf(i) - QPointF(5, 5), QSizeF(10, 10));
    for (std::size_t i = 1; i < front_.size() && !labels_.empty(); ++i)
        keepClearOf(positionOf(front_[i - 1]), positionOf(front_[i]), used);
    for (const Label &label : labels_) {
        const Point &point = points_[label.point];
        const QPointF at = positionOf(label.point);
        const bool current = point.id >= 0 && point.id == current_, away = point.id < 0 && !inside.contains(at);
        label.text->setText(away ? QStringLiteral("%1 %2 (%3, %4)").arg(arrowTo(at, inside)).arg(point.label, number(point.x), number(point.y))
                                 : point.label);
        const QSizeF size = QFontMetrics(label.text->font()).size(Qt::TextSingleLine, label.text->text());
        const int room = current ? 12 : 9; // its marker is larger
        std::size_t fewest = std::numeric_limits<std::size_t>::max();
        QRectF best;
        for (const auto &[dx, dy] : sides) {
            const int gap = dx != 0 && dy != 0 ? room * 2 / 3 : room;
            QRectF box(QPointF(at.x() + (dx > 0 ? gap : dx < 0 ? -gap - size.width() : -size.width() / 2),
                               at.y() + (dy > 0 ? gap : dy < 0 ? -gap - size.height() : -size.height() / 2)),
                       size);
            if (away)
                box.moveTo(std::clamp(box.x(), inside.left(), std::max(inside.left(), inside.right() - size.width())),
                           std::clamp(box.y(), inside.top(), std::max(inside.top(), inside.bottom() - size.height())));
            if (!inside.contains(box))
                continue;
            if (const std::size_t count = overlaps(box, used); count < fewest) {
                fewest = count;
                best = box;
            }
        }
        // The chosen run's name may lie on other points where there are many; it is what the reader looks for.
        const bool placed = fewest == 0 || (current && !best.isNull());
        QColor ground = Theme::instance().surface();
        ground.setAlphaF(0.75f);
        label.text->setBrush(fewest == 0 ? QBrush(Qt::NoBrush) : QBrush(ground));
        label.text->setVisible(placed); // its name is still in the tool tip and in the table
        if (!placed)
            continue;
        label.text->position->setCoords(best.topLeft());
        used.push_back(best);
    }
}

} // namespace fairloom::ui
