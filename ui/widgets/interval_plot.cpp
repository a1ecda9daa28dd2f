#include "ui/widgets/interval_plot.h"

#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/widgets/source_style.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace fairloom::ui {

namespace {

constexpr double fourFifths = 0.8;

}

IntervalPlot::IntervalPlot(QWidget *parent) : Plot(parent)
{
    setInteractive(false);
    axisRect()->setMinimumMargins(QMargins(4, 4, 16, 2)); // room for half of the last tick label
    connect(&Theme::instance(), &Theme::changed, this, &IntervalPlot::rebuild);
}

void IntervalPlot::setName(const QString &name)
{
    name_ = name;
    setAccessibleName(name);
}

void IntervalPlot::setRows(std::vector<Row> rows)
{
    rows_ = std::move(rows);
    current_ = std::min(current_, int(rows_.size()) - 1);
    rebuild();
}

QSize IntervalPlot::minimumSizeHint() const
{
    return {260, 64 + 26 * std::max(3, int(rows_.size()))};
}

void IntervalPlot::setUpAxes()
{
    const Theme &theme = Theme::instance();
    auto labels = QSharedPointer<QCPAxisTickerText>::create();
    for (std::size_t i = 0; i < rows_.size(); ++i)
        labels->addTick(double(i), rows_[i].label);
    yAxis->setTicker(labels);
    yAxis->setRangeReversed(true);
    yAxis->setRange(-0.9, std::max(1.0, double(rows_.size())) - 0.4);
    yAxis->setTickLabelFont(theme.small());
    yAxis->setTickLabelColor(theme.text());
    yAxis->setBasePen(Qt::NoPen);
    yAxis->setTickPen(Qt::NoPen);
    yAxis->setSubTicks(false);
    yAxis->grid()->setVisible(true);
    yAxis->grid()->setPen(QPen(theme.grid(), 1));
    auto tenths = QSharedPointer<QCPAxisTickerFixed>::create();
    tenths->setTickStep(0.2);
    xAxis->setTicker(tenths);
    xAxis->setNumberFormat(QStringLiteral("f"));
    xAxis->setNumberPrecision(1);
    xAxis->setSubTicks(false);
    xAxis->setRange(-0.015, 1.015); // markers at the ends stay whole
    xAxis->grid()->setVisible(false);
    xAxis->setBasePen(Qt::NoPen);
}

/// The 80 % line and the region above it.
void IntervalPlot::addRule()
{
    const Theme &theme = Theme::instance();
    auto *region = new QCPItemRect(this);
    region->setLayer(QStringLiteral("background"));
    region->topLeft->setTypeX(QCPItemPosition::ptPlotCoords);
    region->topLeft->setTypeY(QCPItemPosition::ptAxisRectRatio);
    region->topLeft->setCoords(fourFifths, 0);
    region->bottomRight->setTypeX(QCPItemPosition::ptPlotCoords);
    region->bottomRight->setTypeY(QCPItemPosition::ptAxisRectRatio);
    region->bottomRight->setCoords(1, 1);
    QColor shade = theme.good();
    shade.setAlphaF(theme.isDark() ? 0.14f : 0.09f);
    region->setBrush(shade);
    region->setPen(Qt::NoPen);
    auto *line = new QCPItemLine(this);
    line->setLayer(QStringLiteral("grid"));
    for (QCPItemPosition *end : {line->start, line->end}) {
        end->setTypeX(QCPItemPosition::ptPlotCoords);
        end->setTypeY(QCPItemPosition::ptAxisRectRatio);
    }
    line->start->setCoords(fourFifths, 0);
    line->end->setCoords(fourFifths, 1);
    line->setPen(QPen(theme.muted(), 1, Qt::DashLine));
    auto *rule = new QCPItemText(this);
    rule->position->setTypeX(QCPItemPosition::ptPlotCoords);
    rule->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    rule->position->setCoords(fourFifths, 0);
    rule->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
    rule->setPadding(QMargins(4, 1, 0, 0));
    rule->setClipToAxisRect(false); // beside long names the region is narrower than the words
    rule->setText(tr("80 % rule"));
    rule->setFont(theme.small());
    rule->setColor(theme.muted());
}

void IntervalPlot::addInterval(const Row &row, QCPGraph *dot)
{
    const double value = *row.metric->value;
    auto *whisker = new QCPErrorBars(xAxis, yAxis);
    whisker->removeFromLegend();
    whisker->setErrorType(QCPErrorBars::etKeyError);
    whisker->setDataPlottable(dot);
    whisker->addData(std::max(0.0, value - row.metric->interval->low), std::max(0.0, row.metric->interval->high - value));
    whisker->setPen(QPen(Theme::instance().source(row.source), 3));
    whisker->setWhiskerWidth(0);
    whisker->setSymbolGap(0);
}

void IntervalPlot::addRow(const Row &row, double y)
{
    const Theme &theme = Theme::instance();
    if (!row.metric || !*row.metric) {
        auto *word = new QCPItemText(this);
        word->position->setCoords(0, y);
        word->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        word->setPadding(QMargins(6, 0, 0, 0));
        word->setText(row.metric ? tr("undefined (point here for the reason)") : tr("not computed"));
        QFont font = theme.small();
        font.setItalic(true);
        word->setFont(font);
        word->setColor(row.metric ? theme.warning() : theme.muted());
        return;
    }
    const double value = *row.metric->value;
    QCPGraph *dot = addGraph();
    dot->setName(row.label);
    dot->setLineStyle(QCPGraph::lsNone);
    dot->setScatterStyle(sourceMarker(row.source));
    dot->addData(value, y);
    dot->setSelectable(QCP::stNone);
    if (row.metric->interval)
        addInterval(row, dot);
    if (!row.seeds.empty()) {
        // under the mean, so that neither hides the other
        QCPGraph *seeds = addGraph();
        seeds->setName(tr("%1, seeds").arg(row.label));
        seeds->setLineStyle(QCPGraph::lsNone);
        seeds->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(theme.source(row.source), 1), QBrush(theme.surface()), 5));
        seeds->setSelectable(QCP::stNone);
        for (const double seed : row.seeds)
            seeds->addData(seed, y + 0.3);
    }
    auto *text = new QCPItemText(this);
    text->position->setCoords(value, y);
    // Near the ends the number would leave the plot.
    text->setPositionAlignment((value < 0.03 ? Qt::AlignLeft : value > 0.97 ? Qt::AlignRight : Qt::AlignHCenter) | Qt::AlignBottom);
    text->setPadding(QMargins(0, 0, 0, 6));
    text->setText(number(value, 2));
    QFont font = theme.small();
    font.setBold(true);
    text->setFont(font);
    text->setColor(theme.source(row.source));
}

void IntervalPlot::rebuild()
{
    clearAll();
    setUpAxes();
    if (current_ >= 0) {
        auto *chosen = new QCPItemRect(this);
        chosen->setLayer(QStringLiteral("background"));
        for (QCPItemPosition *corner : {chosen->topLeft, chosen->bottomRight}) {
            corner->setTypeX(QCPItemPosition::ptViewportRatio);
            corner->setTypeY(QCPItemPosition::ptPlotCoords);
        }
        chosen->topLeft->setCoords(0, current_ - 0.48);
        chosen->bottomRight->setCoords(1, current_ + 0.48);
        chosen->setClipToAxisRect(false);
        chosen->setPen(Qt::NoPen);
        chosen->setBrush(Theme::instance().accentSoft());
    }
    addRule();
    QStringList spoken;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const Row &row = rows_[i];
        addRow(row, double(i));
        spoken << tr("%1: %2").arg(row.label, !row.metric ? tr("not computed") : !*row.metric ? tr("undefined") : number(*row.metric->value));
    }
    setSummary(spoken.join(QStringLiteral("; ")));
    updateGeometry();
    replot(QCustomPlot::rpQueuedReplot);
}

int IntervalPlot::rowAt(double y) const
{
    const int row = int(std::lround(yAxis->pixelToCoord(y)));
    return row >= 0 && row < int(rows_.size()) ? row : -1;
}

void IntervalPlot::activate(int row)
{
    current_ = row;
    rebuild();
    emit rowActivated(row);
}

void IntervalPlot::mousePressEvent(QMouseEvent *event)
{
    const int row = rowAt(event->position().y());
    if (event->button() == Qt::LeftButton && row >= 0) {
        setFocus(Qt::MouseFocusReason);
        activate(row);
    }
    Plot::mousePressEvent(event);
}

void IntervalPlot::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    if (step != 0 && !rows_.empty())
        return activate(std::clamp(current_ + step, 0, int(rows_.size()) - 1));
    Plot::keyPressEvent(event);
}

bool IntervalPlot::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return Plot::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int row = rowAt(help->pos().y());
    if (row >= 0 && !rows_[std::size_t(row)].toolTip.isEmpty())
        QToolTip::showText(help->globalPos(), rows_[std::size_t(row)].toolTip, this);
    else
        QToolTip::hideText();
    return true;
}

} // namespace fairloom::ui
