#include "ui/views/causal/effect_plot.h"

#include "ui/style/theme.h"
#include "ui/text.h"

#include <algorithm>
#include <cmath>

namespace fairloom::ui {

EffectPlot::EffectPlot(QWidget *parent) : Plot(parent)
{
    setObjectName(QStringLiteral("effectPlot"));
    setAccessibleName(tr("Total effect of the group"));
    setInteractive(false);
    connect(&Theme::instance(), &Theme::changed, this, &EffectPlot::rebuild);
}

void EffectPlot::setRows(std::vector<Row> rows)
{
    rows_ = std::move(rows);
    setMaximumHeight(minimumSizeHint().height() + 20); // the graph has more use for room
    updateGeometry();
    rebuild();
}

QSize EffectPlot::minimumSizeHint() const
{
    return {260, 58 + 30 * std::max(1, int(rows_.size()))};
}

void EffectPlot::rebuild()
{
    const Theme &theme = Theme::instance();
    clearAll();
    auto labels = QSharedPointer<QCPAxisTickerText>::create();
    double reach = 5;
    QVector<double> at, estimates, below, above, truthAt, truths;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const Row &row = rows_[i];
        labels->addTick(double(i), row.group);
        if (row.estimate) {
            const double value = 100 * *row.estimate.value;
            const double low = row.estimate.interval ? 100 * row.estimate.interval->low : value;
            const double high = row.estimate.interval ? 100 * row.estimate.interval->high : value;
            at << double(i);
            estimates << value;
            below << value - low;
            above << high - value;
            reach = std::max({reach, std::abs(low), std::abs(high)});
        }
        if (row.truth) {
            truthAt << double(i);
            truths << 100 * *row.truth;
            reach = std::max(reach, std::abs(100 * *row.truth));
        }
    }
    yAxis->setTicker(labels);
    yAxis->setRangeReversed(true);
    yAxis->setRange(-0.6, std::max(1.0, double(rows_.size())) - 0.4);
    yAxis->setTickLabelColor(theme.text());
    yAxis->setTickPen(Qt::NoPen);
    yAxis->setSubTicks(false);
    setAxisTitles(tr("effect on the chance, percentage points"), {});
    setHome({-1.15 * reach, 1.15 * reach}, yAxis->range());
    xAxis->setRange(-1.15 * reach, 1.15 * reach);
    addVerticalMark(0, {});

    QCPGraph *estimate = addPoints(tr("estimate"), [] { return Theme::instance().accent(); }, 9);
    estimate->setData(estimates, at);
    auto *whiskers = new QCPErrorBars(xAxis, yAxis);
    whiskers->setErrorType(QCPErrorBars::etKeyError);
    whiskers->setDataPlottable(estimate);
    whiskers->setData(below, above);
    whiskers->setPen(QPen(theme.accent(), 2));
    whiskers->setSelectable(QCP::stNone);
    addPoints(tr("truth"), [] { return Theme::instance().text(); }, 11, 1, QCPScatterStyle::ssDiamond)->setData(truths, truthAt);
    setReadout([this](const QCPGraph *graph, int index) {
        return QStringLiteral("%1: %2").arg(graph->name(), number(graph->dataMainKey(index), 1));
    });
    replot(QCustomPlot::rpQueuedReplot);
}

} // namespace fairloom::ui
