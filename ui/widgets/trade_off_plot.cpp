#include "ui/widgets/trade_off_plot.h"

#include "ui/style/theme.h"
#include "ui/text.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace fairloom::ui {

namespace {

constexpr float faint_alpha = 0.22f;
constexpr std::size_t spoken_points = 16;
constexpr double logarithmic_from = 50; // highest over lowest of a time
constexpr std::size_t few_points = 3;
constexpr double most_stretched = 2.2;  // how much further a picture may reach for the sake of a reference

QColor faint(QColor colour)
{
    colour.setAlphaF(colour.alphaF() * faint_alpha);
    return colour;
}

QCPScatterStyle dimmed(QCPScatterStyle marker)
{
    QPen pen = marker.pen();
    pen.setColor(faint(pen.color()));
    marker.setPen(pen);
    if (marker.brush().style() != Qt::NoBrush)
        marker.setBrush(faint(marker.brush().color()));
    return marker;
}

struct Extent {
    double low = std::numeric_limits<double>::max(), high = std::numeric_limits<double>::lowest();
    void add(double value)
    {
        low = std::min(low, value);
        high = std::max(high, value);
    }
    void add(double middle, double whisker)
    {
        add(middle - whisker);
        add(middle + whisker);
    }
    double size() const { return high - low; }
    bool logarithmic() const { return low > 0 && high / low > logarithmic_from; }
    QCPRange padded() const
    {
        if (logarithmic())
            return {low / 1.3, high * 1.3};
        const double pad = std::max({(high - low) * 0.08, std::abs(high) * 0.004, 1e-6});
        // ratios end at 0 and 1: no room beyond them that looks as if there were values
        const bool ratio = low >= 0 && high <= 1;
        return {ratio ? std::max(-0.02, low - pad) : low - pad, ratio ? std::min(1.02, high + pad) : high + pad};
    }
};

} // namespace

/// The whiskers of all points: one item, however many there are.
class TradeOffPlot::Whiskers final : public QCPAbstractItem {
public:
    explicit Whiskers(TradeOffPlot *plot) : QCPAbstractItem(plot), plot_(plot) {}
    double selectTest(const QPointF &, bool, QVariant *) const override { return -1; }

protected:
    void draw(QCPPainter *painter) override
    {
        for (std::size_t i = 0; i < plot_->points_.size(); ++i) {
            const Point &point = plot_->points_[i];
            if (point.dx <= 0 && point.dy <= 0)
                continue;
            const QColor colour = point.marker.pen().color();
            painter->setPen(QPen(plot_->isDim(i) ? faint(colour) : colour, 1.2));
            const auto x = [this](double value) { return plot_->xAxis->coordToPixel(value); };
            const auto y = [this](double value) { return plot_->yAxis->coordToPixel(value); };
            if (point.dx > 0)
                painter->drawLine(QLineF(x(point.x - point.dx), y(point.y), x(point.x + point.dx), y(point.y)));
            if (point.dy > 0)
                painter->drawLine(QLineF(x(point.x), y(point.y - point.dy), x(point.x), y(point.y + point.dy)));
        }
    }

private:
    TradeOffPlot *plot_;
};

TradeOffPlot::TradeOffPlot(QWidget *parent) : Plot(parent)
{
    setAccessibleName(tr("Fairness against utility"));
    setFigures(tr("demographic parity ratio"), tr("accuracy"));
    setInteractions(QCP::iRangeZoom); // dragging selects
    connect(&Theme::instance(), &Theme::changed, this, &TradeOffPlot::rebuild);
    // Labels keep clear of each other at every zoom.
    connect(this, &QCustomPlot::afterLayout, this, &TradeOffPlot::placeLabels);
}

void TradeOffPlot::setFigures(const QString &x, const QString &y)
{
    yFigure_ = y;
    setAxisTitles(x, y);
}

void TradeOffPlot::setPoints(std::vector<Point> points, std::vector<std::size_t> front)
{
    points_ = std::move(points);
    front_ = std::move(front);
    selected_.clear();
    rebuild();
}

void TradeOffPlot::setSelected(std::vector<bool> selected)
{
    if (selected.size() != points_.size())
        selected.clear();
    if (selected == selected_)
        return;
    selected_ = std::move(selected);
    fillMarks();
    fillLabels();
    replot(QCustomPlot::rpQueuedReplot);
}

void TradeOffPlot::setCurrent(int id)
{
    if (current_ == id)
        return;
    current_ = id;
    rebuild();
}

bool TradeOffPlot::isDim(std::size_t point) const
{
    return points_[point].faded || (!selected_.empty() && !selected_[point] && points_[point].id >= 0);
}

void TradeOffPlot::rebuild()
{
    const Theme &theme = Theme::instance();
    labels_.clear();
    marks_.clear();
    clearAll();
    setRanges();

    const auto graph = [this](const QString &name) {
        QCPGraph *out = addGraph();
        out->setName(name);
        out->setLineStyle(QCPGraph::lsNone);
        out->setSelectable(QCP::stNone);
        return out;
    };
    std::map<int, const Point *> first; // of each series
    for (const Point &point : points_)
        first.try_emplace(point.series, &point);
    // Faint points lie under all others, the front between them.
    for (const auto &[series, point] : first) {
        marks_.push_back({series, nullptr, graph(point->label)});
        marks_.back().dim->setScatterStyle(dimmed(point->marker));
    }
    QCPGraph *line = graph(tr("best front"));
    line->setLineStyle(QCPGraph::lsLine);
    line->setPen(QPen(theme.text(), 1.5, Qt::DashLine));
    for (std::size_t index : front_)
        line->addData(points_[index].x, points_[index].y);
    if (std::any_of(points_.begin(), points_.end(), [](const Point &point) { return point.dx > 0 || point.dy > 0; }))
        new Whiskers(this);
    std::size_t i = 0;
    for (const auto &[series, point] : first) {
        marks_[i].full = graph(point->label);
        marks_[i].full->setScatterStyle(point->marker);
        ++i;
    }
    const auto current = std::find_if(points_.begin(), points_.end(), [this](const Point &point) { return point.id >= 0 && point.id == current_; });
    if (current != points_.end()) {
        QCPScatterStyle marker = current->marker;
        marker.setPen(QPen(theme.text(), 2));
        marker.setSize(marker.size() + 4);
        QCPGraph *dot = graph(current->label);
        dot->setScatterStyle(marker);
        dot->addData(current->x, current->y);
    }
    fillMarks();
    fillLabels();
    QStringList spoken;
    for (std::size_t p = 0; p < std::min(points_.size(), spoken_points); ++p)
        spoken << (points_[p].faded ? tr("%1 (other data or task): %2, %3") : QStringLiteral("%1: %2, %3"))
                      .arg(points_[p].label, number(points_[p].x), number(points_[p].y));
    if (points_.size() > spoken_points)
        spoken << tr("and %1 more").arg(points_.size() - spoken_points);
    setSummary(spoken.join(QStringLiteral("; ")));
    replot(QCustomPlot::rpQueuedReplot);
}

void TradeOffPlot::setRanges()
{
    if (points_.empty())
        return;
    Extent x, y;
    std::size_t runs = 0;
    for (const Point &point : points_)
        if (point.id >= 0) {
            x.add(point.x, point.dx);
            y.add(point.y, point.dy);
            ++runs;
        }
    // A reference far away would press the runs together; an arrow says where it is.
    for (const Point &point : points_) {
        Extent wider_x = x, wider_y = y;
        wider_x.add(point.x, 0);
        wider_y.add(point.y, 0);
        if (runs <= few_points || (wider_x.size() <= most_stretched * x.size() && wider_y.size() <= most_stretched * y.size())) {
            x = wider_x;
            y = wider_y;
        }
    }
    for (const auto &[axis, extent] : {std::pair{xAxis, &x}, {yAxis, &y}})
        if ((axis->scaleType() == QCPAxis::stLogarithmic) != extent->logarithmic())
            setLogarithmic(extent->logarithmic(), axis);
    setHome(x.padded(), y.padded());
}

void TradeOffPlot::fillMarks()
{
    std::map<int, std::pair<QVector<QCPGraphData>, QVector<QCPGraphData>>> of_series; // full, dim
    for (std::size_t i = 0; i < points_.size(); ++i) {
        auto &[full, dim] = of_series[points_[i].series];
        (isDim(i) ? dim : full) << QCPGraphData(points_[i].x, points_[i].y);
    }
    for (const Marks &marks : marks_) {
        const auto &[full, dim] = of_series[marks.series];
        marks.full->data()->set(full);
        marks.dim->data()->set(dim);
    }
}

QPointF TradeOffPlot::positionOf(std::size_t point) const
{
    return {xAxis->coordToPixel(points_[point].x), yAxis->coordToPixel(points_[point].y)};
}

// --- numbers

QString TradeOffPlot::pointsAsText() const
{
    QStringList lines{QStringList{tr("name"), xAxis->label(), yFigure_}.join(QLatin1Char('\t'))};
    for (const Point &point : points_)
        lines << QStringList{point.label, QString::number(point.x, 'g', 10), QString::number(point.y, 'g', 10)}.join(QLatin1Char('\t'));
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace fairloom::ui
