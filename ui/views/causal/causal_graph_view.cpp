#include "ui/views/causal/causal_graph_view.h"

#include "ui/style/theme.h"
#include "ui/text.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace fairloom::ui {

namespace {

constexpr double padding = 10, arrow = 8;
constexpr int levels_shown = 6; ///< nodes above one another that must not overlap

/// Where the line from the middle of a box leaves it.
QPointF borderPoint(const QRectF &box, const QPointF &towards)
{
    const QPointF middle = box.center(), way = towards - middle;
    const double x = std::abs(way.x()) < 1e-9 ? 1e9 : box.width() / 2 / std::abs(way.x());
    const double y = std::abs(way.y()) < 1e-9 ? 1e9 : box.height() / 2 / std::abs(way.y());
    return middle + way * std::min({x, y, 1.0});
}

} // namespace

CausalGraphView::CausalGraphView(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("causalGraph"));
    setAccessibleName(tr("Causal graph"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void CausalGraphView::setGraph(const SampleGraph &graph)
{
    graph_ = graph;
    describe();
    update();
}

void CausalGraphView::setBias(double bias)
{
    bias_ = bias;
    describe();
    update();
}

double CausalGraphView::nodeHeight() const
{
    return QFontMetricsF(font()).height() + 8;
}

QSize CausalGraphView::minimumSizeHint() const
{
    return {int(24 * nodeHeight() / 2), int(1.6 * levels_shown * nodeHeight())};
}

QSize CausalGraphView::sizeHint() const
{
    return minimumSizeHint() * 1.3;
}

void CausalGraphView::describe()
{
    QStringList edges;
    for (const SampleGraph::Edge &edge : graph_.edges) {
        const QString line = QStringLiteral("%1 → %2").arg(toQString(graph_.nodes[edge.from].name), toQString(graph_.nodes[edge.to].name));
        edges << (edge.biased ? tr("%1 (biased, %2)").arg(line, percent(bias_, 0)) : line);
    }
    setAccessibleDescription(edges.join(QStringLiteral("; ")));
    setToolTip(tr("An arrow: what is at its beginning acts on what is at its end. Red arrows are the biased ones. What is dashed acts, but is not in the data."));
}

QRectF CausalGraphView::box(std::size_t node) const
{
    const SampleGraph::Node &of = graph_.nodes[node];
    const double textWidth = QFontMetricsF(font()).horizontalAdvance(toQString(of.name)) + 2 * padding;
    const QRectF area = QRectF(rect()).adjusted(2, nodeHeight() / 2 + 2, -2, -nodeHeight() / 2 - 2);
    const QPointF middle(area.left() + of.x * area.width(), area.top() + of.y * area.height());
    QRectF out(middle.x() - textWidth / 2, middle.y() - nodeHeight() / 2, textWidth, nodeHeight());
    if (out.left() < area.left())
        out.moveLeft(area.left());
    if (out.right() > area.right())
        out.moveRight(area.right());
    return out;
}

void CausalGraphView::drawEdge(QPainter &painter, const SampleGraph::Edge &edge) const
{
    const Theme &theme = Theme::instance();
    const QRectF from = box(edge.from), to = box(edge.to);
    const QPointF begin = borderPoint(from, to.center()), end = borderPoint(to, from.center());
    const QPointF way = end - begin;
    const double length = std::hypot(way.x(), way.y());
    if (length < 1)
        return;
    const bool gone = edge.biased && bias_ <= 0;
    QPen pen(edge.biased ? theme.bad() : theme.muted(), edge.biased ? 1 + 2.5 * bias_ : 1.2, gone ? Qt::DotLine : Qt::SolidLine, Qt::RoundCap);
    const QPointF unit = way / length, side(-unit.y(), unit.x());
    painter.setPen(pen);
    painter.drawLine(begin, end - unit * (gone ? 0 : arrow * 0.8));
    if (gone)
        return;
    QPainterPath head(end);
    head.lineTo(end - unit * arrow + side * arrow * 0.45);
    head.lineTo(end - unit * arrow - side * arrow * 0.45);
    head.closeSubpath();
    painter.fillPath(head, pen.color());
}

void CausalGraphView::drawNode(QPainter &painter, std::size_t node) const
{
    const Theme &theme = Theme::instance();
    const SampleGraph::Node &of = graph_.nodes[node];
    const bool end = node == graph_.sensitive || node == graph_.target;
    painter.setPen(QPen(end ? theme.accent() : of.observed ? theme.border() : theme.muted(), end ? 2 : 1, of.observed ? Qt::SolidLine : Qt::DashLine));
    painter.setBrush(end ? theme.accentSoft() : theme.surface());
    painter.drawRoundedRect(box(node), 6, 6);
    painter.setPen(of.observed ? theme.text() : theme.muted());
    painter.drawText(box(node), Qt::AlignCenter, toQString(of.name));
}

void CausalGraphView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const bool biased : {false, true}) // the biased ones above
        for (const SampleGraph::Edge &edge : graph_.edges)
            if (edge.biased == biased)
                drawEdge(painter, edge);
    for (std::size_t node = 0; node < graph_.nodes.size(); ++node)
        drawNode(painter, node);
}

void CausalGraphView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

} // namespace fairloom::ui
