#include "ui/widgets/plot.h"

#include "ui/widgets/chart_menu.h"
#include "ui/widgets/plot_tickers.h"

#include <QContextMenuEvent>
#include <QPainter>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace fairloom::ui {

namespace {

QColor faded(QColor colour, double opacity)
{
    colour.setAlphaF(static_cast<float>(colour.alphaF() * opacity));
    return colour;
}

} // namespace

Plot::Plot(QWidget *parent) : QCustomPlot(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAutoAddPlottableToLegend(false);
    setNoAntialiasingOnDrag(false);
    setPlottingHint(QCP::phImmediateRefresh, false); // plots of one view are painted together, and not each with what is behind it
    // Every layer would clear pictures of the size that a widget has before it is laid out.
    const QRect room = viewport();
    setViewport({});
    addLayer(QStringLiteral("readout"), layer(QStringLiteral("overlay")), QCustomPlot::limAbove);
    setViewport(room);
    layer(QStringLiteral("readout"))->setMode(QCPLayer::lmBuffered);
    xAxis->setTicker(QSharedPointer<TidyTicker>::create());
    yAxis->setTicker(QSharedPointer<TidyTicker>::create());
    xAxis->grid()->setVisible(false);
    plotLayout()->setRowSpacing(0);
    axisRect()->setRangeZoomFactor(0.85);
    setInteractive(true);
    connect(this, &QCustomPlot::beforeReplot, this, &Plot::reserveMargins);
    connect(this, &QCustomPlot::afterLayout, this, &Plot::placeTexts);
    connect(&Theme::instance(), &Theme::changed, this, &Plot::applyTheme);
    applyTheme();
}

// --- what is drawn

void Plot::setAxisTitles(const QString &x, const QString &y)
{
    xName_ = x;
    yName_ = y;
    xAxis->setLabel(x);
    placeAxisTitle();
}

void Plot::setInteractive(bool zoomAndPan)
{
    interactive_ = zoomAndPan;
    setInteractions(zoomAndPan ? QCP::Interactions(QCP::iRangeDrag | QCP::iRangeZoom) : QCP::Interactions());
}

Plot::Line &Plot::keep(QCPGraph *graph, const QString &name, const ColourRule &colour)
{
    forgetCleared();
    graph->setName(name);
    graph->setSelectable(QCP::stNone);
    Line line;
    line.graph = graph;
    line.colour = colour;
    lines_ << line;
    return lines_.last();
}

QCPGraph *Plot::addLine(const QString &name, const QColor &colour, Qt::PenStyle style, bool labelled)
{
    return addLine(name, fixedColour(colour), style, labelled);
}

QCPGraph *Plot::addLine(const QString &name, const ColourRule &colour, Qt::PenStyle style, bool labelled)
{
    Line &line = keep(addGraph(), name, colour);
    line.style = style;
    line.labelled = labelled;
    styleLine(line);
    return line.graph;
}

QCPGraph *Plot::addPoints(const QString &name, const ColourRule &colour, double diameter, double opacity,
                          QCPScatterStyle::ScatterShape shape)
{
    Line &line = keep(addGraph(), name, colour);
    line.diameter = diameter;
    line.opacity = opacity;
    line.shape = shape;
    line.graph->setLineStyle(QCPGraph::lsNone);
    styleLine(line);
    return line.graph;
}

Plot::Band Plot::addBand(const QString &name, const ColourRule &colour, double opacity)
{
    Band band;
    band.low = keep(addGraph(), name + QStringLiteral(" ↓"), colour).graph;
    lines_.last().band = true;
    Line &high = keep(addGraph(), name + QStringLiteral(" ↑"), colour);
    band.high = high.graph;
    high.band = true;
    high.opacity = opacity;
    high.graph->setChannelFillGraph(band.low);
    band.low->setPen(Qt::NoPen);
    band.low->setBrush(Qt::NoBrush);
    styleLine(high);
    return band;
}

void Plot::Band::setData(const QVector<double> &keys, const QVector<double> &lows, const QVector<double> &highs, bool sorted)
{
    low->setData(keys, lows, sorted);
    high->setData(keys, highs, sorted);
}

void Plot::clearAll()
{
    hideReadout();
    clearItems();
    clearPlottables();
    forgetCleared();
}

void Plot::forgetCleared()
{
    for (const Line &line : std::as_const(lines_)) {
        if (line.graph)
            continue;
        if (line.label)
            removeItem(line.label);
        if (line.dot)
            removeItem(line.dot);
    }
    lines_.removeIf([](const Line &line) { return !line.graph; });
    marks_.removeIf([](const Mark &mark) { return !mark.text; });
}

// --- axes and ranges

void Plot::setLogarithmic(bool logarithmic, QCPAxis *axis)
{
    if (!axis)
        axis = yAxis;
    axis->setScaleType(logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    if (logarithmic)
        axis->setTicker(QSharedPointer<DecadeTicker>::create());
    else
        axis->setTicker(QSharedPointer<TidyTicker>::create());
}

void Plot::setHome(const QCPRange &x, const QCPRange &y)
{
    homeX_ = x;
    homeY_ = y;
    if (zoomed_)
        return;
    xAxis->setRange(x);
    yAxis->setRange(y);
}

void Plot::resetZoom()
{
    zoomed_ = false;
    if (homeX_ && homeY_) {
        xAxis->setRange(*homeX_);
        yAxis->setRange(*homeY_);
    } else {
        rescaleAxes();
    }
    replot(QCustomPlot::rpQueuedReplot);
}

void Plot::zoom(double factor)
{
    zoomed_ = true;
    xAxis->scaleRange(factor);
    yAxis->scaleRange(factor);
    replot(QCustomPlot::rpQueuedReplot);
}

void Plot::pan(double x, double y)
{
    zoomed_ = true;
    xAxis->moveRange(x * xAxis->range().size());
    if (yAxis->scaleType() == QCPAxis::stLogarithmic)
        yAxis->setRange(yAxis->range() * std::pow(yAxis->range().upper / yAxis->range().lower, y));
    else
        yAxis->moveRange(y * yAxis->range().size());
    replot(QCustomPlot::rpQueuedReplot);
}

// --- looks

void Plot::applyTheme()
{
    const Theme &theme = Theme::instance();
    setBackground(theme.surface());
    for (QCPAxisRect *rect : axisRects())
        for (QCPAxis *axis : rect->axes())
            styleAxis(axis);
    forgetCleared();
    for (const Line &line : std::as_const(lines_))
        styleLine(line);
    for (const Mark &mark : std::as_const(marks_))
        styleMark(mark);
    for (const QPointer<QCPItemText> &text : {yTitle_, hintText_})
        if (text)
            text->setColor(theme.muted());
    replot(QCustomPlot::rpQueuedReplot);
}

void Plot::styleAxis(QCPAxis *axis) const
{
    const Theme &theme = Theme::instance();
    axis->setBasePen(Qt::NoPen);
    axis->setTickPen(Qt::NoPen);
    axis->setSubTickPen(Qt::NoPen);
    axis->setSubTicks(false);
    axis->setTickLabelFont(theme.small());
    axis->setTickLabelColor(theme.muted());
    axis->setLabelFont(theme.small());
    axis->setLabelColor(theme.muted());
    axis->setTickLabelPadding(axis->orientation() == Qt::Horizontal ? 4 : 8);
    axis->setLabelPadding(2);
    axis->grid()->setPen(QPen(theme.grid(), 1));
    axis->grid()->setZeroLinePen(QPen(theme.border(), 1));
    axis->grid()->setSubGridVisible(false);
}

void Plot::styleLine(const Line &line) const
{
    const QColor colour = line.colour ? line.colour() : Theme::instance().text();
    if (line.band) {
        line.graph->setPen(Qt::NoPen);
        line.graph->setBrush(line.graph->channelFillGraph() ? QBrush(faded(colour, line.opacity)) : QBrush(Qt::NoBrush));
        return;
    }
    if (line.diameter > 0) {
        // a disc is filled with its pen's colour, other shapes with the brush
        const QColor ink = faded(colour, line.opacity);
        const bool disc = line.shape == QCPScatterStyle::ssDisc;
        line.graph->setScatterStyle(QCPScatterStyle(line.shape, QPen(disc ? ink : QColor(Qt::transparent), 0.5), ink, line.diameter));
        return;
    }
    QPen pen(faded(colour, line.opacity), 2, line.style);
    pen.setCapStyle(line.style == Qt::SolidLine ? Qt::RoundCap : Qt::FlatCap);
    pen.setJoinStyle(Qt::RoundJoin);
    line.graph->setPen(pen);
    if (line.label)
        line.label->setColor(colour);
    if (line.dot) {
        line.dot->setPen(Qt::NoPen);
        line.dot->setBrush(colour);
    }
}

// --- words and numbers

void Plot::setSummary(const QString &sentence)
{
    setAccessibleDescription(sentence);
}

QString Plot::numbersAsText() const
{
    const auto plain = [](double value) { return std::isfinite(value) ? QString::number(value, 'g', 10) : QString(); };
    QStringList lines{QStringList{tr("series"), xName_.isEmpty() ? QStringLiteral("x") : xName_,
                                  yName_.isEmpty() ? QStringLiteral("y") : yName_}.join(QLatin1Char('\t'))};
    for (int i = 0; i < plottableCount(); ++i) {
        const QCPAbstractPlottable *plottable = const_cast<Plot *>(this)->plottable(i);
        const QCPPlottableInterface1D *points = const_cast<QCPAbstractPlottable *>(plottable)->interface1D();
        // an error bar has no keys of its own
        if (!points || qobject_cast<const QCPErrorBars *>(plottable) || !plottable->visible())
            continue;
        for (int k = 0; k < points->dataCount(); ++k)
            lines << QStringList{plottable->name(), plain(points->dataMainKey(k)), plain(points->dataMainValue(k))}.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

void Plot::paint(QPainter *painter, const QSize &size)
{
    // QCustomPlot wants its own kind of painter; a picture recorded with one can be played on any
    QPicture picture;
    QCPPainter recorder(&picture);
    recorder.setMode(QCPPainter::pmNoCaching);
    recorder.setMode(QCPPainter::pmVectorized);
    hideReadout();
    reserveMargins(); // nobody may have looked at it yet
    toPainter(&recorder, size.width(), size.height());
    recorder.end();
    painter->drawPicture(0, 0, picture);
}

ChartSource Plot::chartSource()
{
    ChartSource source{this, [this](QPainter *painter, const QSize &size) { paint(painter, size); }, [this] { return numbersAsText(); }, {}};
    if (interactive_)
        source.resetZoom = [this] { resetZoom(); };
    return source;
}

bool Plot::savePicture(const QString &file)
{
    return saveChart(chartSource(), file);
}

void Plot::copyPicture()
{
    copyChart(chartSource());
}

void Plot::contextMenuEvent(QContextMenuEvent *event)
{
    showChartMenu(chartSource(), event->globalPos());
}

} // namespace fairloom::ui
