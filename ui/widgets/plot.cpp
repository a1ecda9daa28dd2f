#include "ui/widgets/plot.h"

#include "ui/widgets/chart_menu.h"
#include "ui/widgets/plot_tickers.h"

#include <QContextMenuEvent>
#include <QFontMetrics>
#include <QPainter>
#include <QStringList>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace fairloom::ui {

namespace {

constexpr double dot_size = 7;

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
    addLayer(QStringLiteral("readout"), layer(QStringLiteral("overlay")), QCustomPlot::limAbove);
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

QCPItemStraightLine *Plot::addMark(double at, const QString &text, bool vertical)
{
    Mark mark;
    mark.at = at;
    mark.vertical = vertical;
    mark.line = new QCPItemStraightLine(this);
    mark.line->point1->setCoords(vertical ? at : 0, vertical ? 0 : at);
    mark.line->point2->setTypeX(vertical ? QCPItemPosition::ptPlotCoords : QCPItemPosition::ptAxisRectRatio);
    mark.line->point2->setTypeY(vertical ? QCPItemPosition::ptAxisRectRatio : QCPItemPosition::ptPlotCoords);
    mark.line->point1->setTypeX(mark.line->point2->typeX());
    mark.line->point1->setTypeY(mark.line->point2->typeY());
    mark.line->point1->setCoords(vertical ? at : 0, vertical ? 0 : at);
    mark.line->point2->setCoords(vertical ? at : 1, vertical ? 1 : at);
    mark.line->setSelectable(false);
    mark.text = new QCPItemText(this);
    mark.text->setText(text);
    mark.text->setSelectable(false);
    mark.text->position->setType(QCPItemPosition::ptAbsolute);
    mark.text->setClipToAxisRect(false);
    styleMark(mark);
    marks_ << mark;
    return mark.line;
}

QCPItemStraightLine *Plot::addVerticalMark(double x, const QString &text)
{
    return addMark(x, text, true);
}

QCPItemStraightLine *Plot::addHorizontalMark(double y, const QString &text)
{
    return addMark(y, text, false);
}

QCPItemText *Plot::addNote(double x, double y, const QString &text, Qt::Alignment alignment)
{
    Mark note;
    note.text = new QCPItemText(this);
    note.text->setSelectable(false);
    note.text->setText(text);
    note.text->setPositionAlignment(alignment);
    note.text->position->setCoords(x, y);
    styleMark(note);
    marks_ << note;
    return note.text;
}

void Plot::setHint(const QString &text)
{
    hint_ = text;
    placeHint();
}

void Plot::clearMarks()
{
    for (const Mark &mark : std::as_const(marks_)) {
        if (mark.line)
            removeItem(mark.line);
        if (mark.text)
            removeItem(mark.text);
    }
    marks_.clear();
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

void Plot::setCategories(QCPAxis *axis, const QStringList &names)
{
    auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    for (int i = 0; i < names.size(); ++i)
        ticker->addTick(i, names[i]);
    axis->setTicker(ticker);
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

void Plot::styleMark(const Mark &mark) const
{
    const Theme &theme = Theme::instance();
    if (mark.line)
        mark.line->setPen(QPen(theme.muted(), 1, Qt::DashLine));
    if (mark.text) {
        mark.text->setColor(theme.muted());
        mark.text->setFont(theme.small());
    }
}

void Plot::updateEndLabels()
{
    forgetCleared();
    for (Line &line : lines_) {
        if (!line.labelled || line.graph->name().isEmpty())
            continue;
        if (!line.label) {
            line.label = new QCPItemText(this);
            line.label->setSelectable(false);
            line.label->setClipToAxisRect(false);
            line.label->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
            line.label->position->setType(QCPItemPosition::ptAbsolute);
            line.label->setFont(Theme::instance().small());
        }
        if (!line.dot) {
            line.dot = new QCPItemTracer(this);
            line.dot->setSelectable(false);
            line.dot->setClipToAxisRect(false);
            line.dot->setStyle(QCPItemTracer::tsCircle);
            line.dot->setSize(dot_size);
            line.dot->position->setType(QCPItemPosition::ptAbsolute);
        }
        line.label->setText(line.graph->name());
        styleLine(line);
    }
}

void Plot::reserveMargins()
{
    if (axisRectCount() == 0)
        return;
    updateEndLabels();
    const QFontMetrics metrics(Theme::instance().small());
    int right = 0;
    for (const Line &line : std::as_const(lines_))
        if (line.label && !line.graph->data()->isEmpty())
            right = std::max(right, metrics.horizontalAdvance(line.label->text()) + 16);
    for (QCPAxis *axis : {xAxis, yAxis})
        if (axis && axis->ticker().dynamicCast<TidyTicker>()) {
            const int length = axis->orientation() == Qt::Horizontal ? width() / 70 : height() / 36;
            axis->ticker()->setTickCount(std::clamp(length, 2, 6));
        }
    if (right == 0 && yName_.isEmpty() && marks_.isEmpty())
        return; // a subclass may have margins of its own
    QMargins margins(4, 4, 12, 2);
    margins.setRight(std::clamp(right, margins.right(), std::max(margins.right(), width() / 2)));
    if (!yName_.isEmpty() || !marks_.isEmpty())
        margins.setTop(metrics.height() + 12);
    axisRect()->setMinimumMargins(margins);
}

void Plot::placeTexts()
{
    if (axisRectCount() == 0)
        return;
    placeEndLabels();
    placeMarks();
    placeAxisTitle();
    placeHint();
}

void Plot::placeEndLabels()
{
    const QRectF inside = axisRect()->rect();
    const QFontMetrics metrics(Theme::instance().small());
    struct Place {
        Line *line;
        QPointF end;
        double y;
    };
    std::vector<Place> places;
    for (Line &line : lines_) {
        if (!line.graph || !line.label || !line.dot)
            continue;
        line.label->setVisible(false);
        line.dot->setVisible(false);
        if (!line.graph->visible())
            continue;
        // the last point that is in sight and not a gap
        const auto points = line.graph->data();
        auto last = points->findEnd(xAxis->range().upper, false);
        while (last != points->constBegin()) {
            --last;
            if (last->key < xAxis->range().lower)
                break;
            if (!std::isfinite(last->value))
                continue;
            const QPointF end(xAxis->coordToPixel(last->key), yAxis->coordToPixel(last->value));
            if (end.y() >= inside.top() - 2 && end.y() <= inside.bottom() + 2)
                places.push_back({&line, end, end.y()});
            break;
        }
    }
    std::stable_sort(places.begin(), places.end(), [](const Place &a, const Place &b) { return a.y < b.y; });
    // push labels apart downwards, then back up from the lower edge
    const double gap = metrics.height() - 1, half = metrics.height() / 2.0;
    double free = inside.top() - 2;
    for (Place &place : places) {
        place.y = std::max(place.y, free + half);
        free = place.y - half + gap;
    }
    double limit = inside.bottom() + half;
    for (auto place = places.rbegin(); place != places.rend(); ++place) {
        place->y = std::min(place->y, limit - half);
        limit = place->y + half - gap;
    }
    for (const Place &place : places) {
        place.line->dot->position->setCoords(place.end);
        place.line->dot->setVisible(true);
        place.line->label->position->setCoords(place.end.x() + dot_size / 2 + 5, place.y);
        place.line->label->setVisible(true);
    }
}

void Plot::placeMarks()
{
    const QRectF inside = axisRect()->rect();
    for (const Mark &mark : std::as_const(marks_)) {
        if (!mark.line || !mark.text)
            continue;
        const QCPAxis *axis = mark.vertical ? xAxis : yAxis;
        const bool visible = axis->range().contains(mark.at);
        mark.line->setVisible(visible);
        mark.text->setVisible(visible && !mark.text->text().isEmpty());
        const double at = axis->coordToPixel(mark.at);
        if (mark.vertical) {
            // above the picture, beside the axis title, where no line runs
            const QFontMetrics metrics(mark.text->font());
            const double half = metrics.horizontalAdvance(mark.text->text()) / 2.0;
            const double from = yName_.isEmpty() ? 0 : metrics.horizontalAdvance(yName_) + 16;
            mark.text->setPositionAlignment(Qt::AlignHCenter | Qt::AlignBottom);
            mark.text->position->setCoords(std::max(std::min(at, viewport().right() - half), from + half), inside.top() - 1);
        } else {
            mark.text->setPositionAlignment(Qt::AlignRight | Qt::AlignBottom);
            mark.text->position->setCoords(inside.right(), at - 2);
        }
    }
}

void Plot::placeAxisTitle()
{
    if (yName_.isEmpty()) {
        if (yTitle_)
            yTitle_->setVisible(false);
        return;
    }
    if (!yTitle_) {
        yTitle_ = new QCPItemText(this);
        yTitle_->setSelectable(false);
        yTitle_->setClipToAxisRect(false);
        yTitle_->position->setType(QCPItemPosition::ptAbsolute);
        yTitle_->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
        yTitle_->setFont(Theme::instance().small());
        yTitle_->setColor(Theme::instance().muted());
    }
    yTitle_->setVisible(true);
    yTitle_->setText(yName_);
    yTitle_->position->setCoords(4, 1);
}

void Plot::placeHint()
{
    if (hint_.isEmpty()) {
        if (hintText_)
            hintText_->setVisible(false);
        return;
    }
    if (!hintText_) {
        hintText_ = new QCPItemText(this);
        hintText_->setSelectable(false);
        hintText_->position->setType(QCPItemPosition::ptAxisRectRatio);
        hintText_->position->setCoords(0.5, 0.45);
        hintText_->setPositionAlignment(Qt::AlignCenter);
        hintText_->setTextAlignment(Qt::AlignCenter);
        hintText_->setFont(Theme::instance().body());
        hintText_->setPadding(QMargins(8, 4, 8, 4));
        hintText_->setColor(Theme::instance().muted());
    }
    hintText_->setBrush(Theme::instance().surface());
    hintText_->setVisible(true);
    hintText_->setText(hint_);
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
