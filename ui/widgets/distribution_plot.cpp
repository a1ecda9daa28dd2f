#include "ui/widgets/distribution_plot.h"

#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/widgets/group_texture.h"

#include <QFontMetrics>
#include <QHelpEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace fairloom::ui {

DistributionPlot::DistributionPlot(QWidget *parent) : Plot(parent), margins_(new QCPMarginGroup(this))
{
    setInteractive(false);
    setAccessibleName(tr("Distribution of a column, real and generated"));
    connect(&Theme::instance(), &Theme::changed, this, &DistributionPlot::rebuild);
    connect(this, &QCustomPlot::beforeReplot, this, &DistributionPlot::balancePanels);
}

void DistributionPlot::setDistributions(const QString &column, const Distribution &real, const Distribution &generated,
                                        const QStringList &groups)
{
    column_ = column;
    real_ = real;
    generated_ = generated;
    groups_ = groups;
    rebuild();
}

void DistributionPlot::clear()
{
    setDistributions({}, {}, {}, {});
}

int DistributionPlot::labels() const
{
    return real_.share.empty() ? 0 : int(real_.share.front().size());
}

QString DistributionPlot::label(int index) const
{
    if (index < int(real_.labels.size()))
        return toQString(real_.labels[std::size_t(index)]);
    if (real_.numeric && index + 1 < int(real_.edges.size()))
        return tr("%1 to %2").arg(number(real_.edges[std::size_t(index)]), number(real_.edges[std::size_t(index) + 1]));
    return QString::number(index + 1);
}

QSize DistributionPlot::minimumSizeHint() const
{
    const int count = std::max(1, int(groups_.size()));
    return real_.numeric ? QSize(240, 40 + 70 * count) : QSize(120 + 96 * count, 56 + 20 * std::clamp(labels(), 4, 13));
}

QCPAxisRect *DistributionPlot::panel(int group)
{
    if (group == 0)
        return axisRect(0);
    auto *rect = new QCPAxisRect(this);
    if (real_.numeric)
        plotLayout()->addElement(group, 0, rect);
    else
        plotLayout()->addElement(0, group, rect);
    return rect;
}

/// All panels of categories get bars of one scale: the first one is wider by its labels.
void DistributionPlot::balancePanels()
{
    const int count = plotLayout()->columnCount();
    QList<double> stretch(count, 1.0);
    if (!real_.numeric && count > 1) {
        const double margins = labelWidth_ + 8 + (count - 1) * 12.0 + (count - 1) * plotLayout()->columnSpacing();
        const double inner = std::max(10.0, (width() - margins) / count);
        stretch.fill(inner + 12);
        stretch[0] = inner + labelWidth_ + 8;
    }
    plotLayout()->setColumnStretchFactors(stretch);
}

void DistributionPlot::styleAxes(QCPAxisRect *rect)
{
    const Theme &theme = Theme::instance();
    for (QCPAxis *axis : rect->axes()) {
        axis->setTickLabelFont(theme.small());
        axis->setTickLabelColor(theme.muted());
        axis->setLabelFont(theme.small());
        axis->setLabelColor(theme.muted());
        axis->setBasePen(Qt::NoPen);
        axis->setTickPen(Qt::NoPen);
        axis->setSubTicks(false);
        axis->grid()->setPen(QPen(theme.grid(), 1));
        axis->grid()->setZeroLinePen(QPen(theme.border(), 1));
        axis->setLabel({});
        axis->setTicker(QSharedPointer<QCPAxisTicker>::create());
        axis->setTickLabels(true);
        axis->setRangeReversed(false);
    }
}

void DistributionPlot::rebuild()
{
    clearAll();
    while (axisRectCount() > 1)
        plotLayout()->remove(axisRect(axisRectCount() - 1));
    plotLayout()->simplify();
    const int count = int(groups_.size());
    if (count == 0 || labels() == 0) {
        setSummary({});
        replot(QCustomPlot::rpQueuedReplot);
        return;
    }

    double highest = 0;
    for (const Distribution *distribution : {&real_, &generated_})
        for (const auto &shares : distribution->share)
            for (double share : shares)
                highest = std::max(highest, share);
    highest = highest > 0 ? highest * (real_.numeric ? 1.25 : 1.12) : 1;

    plotLayout()->setRowSpacing(0);
    plotLayout()->setColumnSpacing(8);
    const Theme &theme = Theme::instance();
    for (int g = 0; g < count; ++g) {
        QCPAxisRect *rect = panel(g);
        rect->setupFullAxesBox(false);
        rect->axis(QCPAxis::atTop)->setVisible(false);
        rect->axis(QCPAxis::atRight)->setVisible(false);
        styleAxes(rect);
        rect->setMarginGroup(QCP::msLeft | QCP::msRight, real_.numeric ? margins_ : nullptr);
        rect->setMarginGroup(QCP::msTop | QCP::msBottom, real_.numeric ? nullptr : margins_);
        rect->setMinimumMargins(QMargins(4, real_.numeric ? 4 : 20, 8, 2));
        if (real_.numeric)
            fillNumbers(rect, g, highest);
        else
            fillCategories(rect, g, highest);

        auto *name = new QCPItemText(this);
        name->setClipToAxisRect(false);
        name->position->setAxisRect(rect);
        name->position->setType(QCPItemPosition::ptAxisRectRatio);
        name->position->setCoords(0, 0);
        name->setPositionAlignment(Qt::AlignLeft | (real_.numeric ? Qt::AlignTop : Qt::AlignBottom));
        name->setPadding(QMargins(4, 0, 0, 2));
        name->setText(groups_[g]);
        name->setFont(theme.title());
        name->setColor(theme.group(g));
    }
    QStringList spoken;
    for (int g = 0; g < count; ++g)
        spoken << tr("%1: total variation distance %2")
                      .arg(groups_[g], number(total_variation(real_.share[std::size_t(g)], generated_.share[std::size_t(g)])));
    setSummary(tr("%1, real against generated. %2").arg(column_, spoken.join(QStringLiteral("; "))));
    updateGeometry();
    replot(QCustomPlot::rpQueuedReplot);
}

void DistributionPlot::fillNumbers(QCPAxisRect *rect, int group, double highest)
{
    const Theme &theme = Theme::instance();
    QCPAxis *x = rect->axis(QCPAxis::atBottom), *y = rect->axis(QCPAxis::atLeft);
    const bool last = group + 1 == int(groups_.size());
    x->setTickLabels(last);
    x->grid()->setVisible(false);
    x->setRange(real_.edges.front(), real_.edges.back());
    y->setRange(0, highest);
    auto ticks = QSharedPointer<QCPAxisTickerText>::create();
    const double top = std::floor(highest * 0.75 * 20) / 20; // a round share that leaves room above
    const double tick = top > 0 ? top : highest / 2;
    ticks->addTick(0, QStringLiteral("0"));
    ticks->addTick(tick, percent(tick, tick < 0.05 ? 1 : 0));
    y->setTicker(ticks);

    const auto steps = [&](const Distribution &of, QCPGraph *graph) {
        const std::vector<double> &share = of.share[std::size_t(group)];
        const std::size_t bins = std::min(share.size(), real_.edges.size() - 1);
        QVector<double> keys, values;
        for (std::size_t i = 0; i < bins; ++i) {
            keys << real_.edges[i];
            values << share[i];
        }
        keys << real_.edges[bins];
        values << share[bins - 1];
        graph->setLineStyle(QCPGraph::lsStepLeft);
        graph->setData(keys, values, true);
        graph->setSelectable(QCP::stNone);
    };
    QCPGraph *real = addGraph(x, y);
    real->setName(tr("%1, real").arg(groups_[group]));
    real->setPen(Qt::NoPen);
    QColor grey = theme.source(QStringLiteral("real"));
    grey.setAlphaF(0.28f);
    real->setBrush(grey);
    steps(real_, real);
    QCPGraph *generated = addGraph(x, y);
    generated->setName(tr("%1, generated").arg(groups_[group]));
    generated->setPen(QPen(theme.source(QStringLiteral("student")), 2));
    steps(generated_, generated);
}

void DistributionPlot::fillCategories(QCPAxisRect *rect, int group, double highest)
{
    const Theme &theme = Theme::instance();
    QCPAxis *values = rect->axis(QCPAxis::atBottom), *keys = rect->axis(QCPAxis::atLeft);
    auto names = QSharedPointer<QCPAxisTickerText>::create();
    const QFontMetrics metrics(theme.small());
    int widest = 0;
    for (int i = 0; i < labels(); ++i) {
        const QString text = metrics.elidedText(label(i), Qt::ElideMiddle, 112);
        widest = std::max(widest, metrics.horizontalAdvance(text));
        names->addTick(i, group == 0 ? text : QString());
    }
    if (group == 0) {
        labelWidth_ = widest + 14;
        rect->setMinimumMargins(QMargins(labelWidth_, 20, 8, 2));
    }
    keys->setTicker(names);
    keys->setTickLabels(group == 0);
    keys->setTickLabelColor(theme.text());
    keys->grid()->setVisible(false);
    keys->setRange(-0.6, labels() - 0.4);
    keys->setRangeReversed(true);
    values->setRange(0, highest);
    auto ticks = QSharedPointer<QCPAxisTickerText>::create();
    const double top = highest >= 0.2 ? std::floor(highest * 0.9 * 10) / 10 : highest / 2;
    ticks->addTick(0, QStringLiteral("0"));
    ticks->addTick(top, percent(top, top < 0.1 ? 1 : 0));
    values->setTicker(ticks);

    const auto bars = [&](const Distribution &of, const QString &name, double offset, const QBrush &brush) {
        auto *plottable = new QCPBars(keys, values);
        plottable->setName(name);
        plottable->setWidth(0.36);
        plottable->setPen(Qt::NoPen);
        plottable->setBrush(brush);
        plottable->setSelectable(QCP::stNone);
        const std::vector<double> &share = of.share[std::size_t(group)];
        for (std::size_t i = 0; i < share.size(); ++i)
            plottable->addData(double(i) + offset, share[i]);
    };
    bars(real_, tr("%1, real").arg(groups_[group]), -0.19, texturedBrush(theme.source(QStringLiteral("real")), 0));
    bars(generated_, tr("%1, generated").arg(groups_[group]), 0.19, texturedBrush(theme.source(QStringLiteral("student")), 1));
}

QString DistributionPlot::describe(int group, int index) const
{
    if (group < 0 || group >= int(groups_.size()) || index < 0 || index >= labels())
        return {};
    return tr("%1, %2: real %3, generated %4")
        .arg(groups_[group], label(index), percent(real_.share[std::size_t(group)][std::size_t(index)]),
             percent(generated_.share[std::size_t(group)][std::size_t(index)]));
}

bool DistributionPlot::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return Plot::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QString text;
    for (int g = 0; g < axisRectCount() && g < int(groups_.size()); ++g) {
        QCPAxisRect *rect = axisRect(g);
        if (!rect->rect().contains(help->pos()))
            continue;
        if (real_.numeric) {
            const double x = rect->axis(QCPAxis::atBottom)->pixelToCoord(help->pos().x());
            const auto above = std::upper_bound(real_.edges.begin(), real_.edges.end(), x);
            text = describe(g, int(above - real_.edges.begin()) - 1);
        } else {
            text = describe(g, int(std::lround(rect->axis(QCPAxis::atLeft)->pixelToCoord(help->pos().y()))));
        }
    }
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), text, this);
    return true;
}

} // namespace fairloom::ui
