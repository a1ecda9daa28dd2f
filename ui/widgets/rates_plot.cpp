#include "ui/widgets/rates_plot.h"

#include "ui/models/audit_figures.h"
#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/widgets/group_texture.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace fairloom::ui {

RatesPlot::RatesPlot(QWidget *parent) : Plot(parent)
{
    setInteractive(false);
    setAccessibleName(tr("Rates per group"));
    axisRect()->setMinimumMargins(QMargins(4, 2, 8, 2));
    connect(&Theme::instance(), &Theme::changed, this, &RatesPlot::rebuild);
}

const Metric &RatesPlot::rate(const GroupRates &group, int rate)
{
    switch (rate) {
    case tpr: return group.tpr;
    case fpr: return group.fpr;
    case precision: return group.precision;
    default: return group.selection_rate;
    }
}

QString RatesPlot::rateName(int rate)
{
    switch (rate) {
    case tpr: return tr("TPR");
    case fpr: return tr("FPR");
    case precision: return tr("precision");
    default: return tr("selection rate");
    }
}

void RatesPlot::setGroups(std::vector<GroupRates> groups)
{
    if (groups.size() != groups_.size())
        current_ = -1;
    groups_ = std::move(groups);
    rebuild();
}

double RatesPlot::barWidth() const
{
    // three numbers side by side need the room that two can leave between the rates
    const double share = groups_.size() > 2 ? 0.84 : 0.66;
    return share / double(std::max<std::size_t>(1, groups_.size()));
}

double RatesPlot::barCentre(int rate, int group) const
{
    return rate + (group - (double(groups_.size()) - 1) / 2) * barWidth();
}

void RatesPlot::setUpAxes()
{
    auto names = QSharedPointer<QCPAxisTickerText>::create();
    for (int i = 0; i < rate_count; ++i)
        names->addTick(i, rateName(i));
    xAxis->setTicker(names);
    xAxis->setRange(-0.55, int(rate_count) - 0.45);
    xAxis->grid()->setVisible(false);
    xAxis->setTickPen(Qt::NoPen);
    xAxis->setSubTicks(false);
    auto halves = QSharedPointer<QCPAxisTickerFixed>::create();
    halves->setTickStep(0.25);
    yAxis->setTicker(halves);
    yAxis->setNumberFormat(QStringLiteral("g"));
    yAxis->setSubTicks(false);
    yAxis->setRange(0, numbers_ == Numbers::standing ? 1.2 : 1.12);
}

RatesPlot::Numbers RatesPlot::fittingNumbers() const
{
    const QFontMetricsF metrics(Theme::instance().small());
    const double bar = barWidth() * (width() - 48) / double(rate_count); // less the numbers of the axis
    return bar > metrics.horizontalAdvance(number(0.0, 2)) + 2 ? Numbers::lying : bar > metrics.height() - 3 ? Numbers::standing : Numbers::none;
}

QCPItemText *RatesPlot::addText(double x, double y, const QString &words, bool standing)
{
    auto *text = new QCPItemText(this);
    text->setFont(Theme::instance().small());
    text->setColor(Theme::instance().text());
    text->position->setCoords(x, y);
    text->setText(words);
    text->setRotation(standing ? -90 : 0);
    text->setPositionAlignment(standing ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignHCenter | Qt::AlignBottom);
    text->setPadding(standing ? QMargins(4, 0, 0, 0) : QMargins(0, 0, 0, 2));
    return text;
}

void RatesPlot::resizeEvent(QResizeEvent *event)
{
    Plot::resizeEvent(event);
    if (fittingNumbers() != numbers_)
        rebuild();
}

void RatesPlot::markCurrent()
{
    if (current_ < 0 || groups_.empty())
        return;
    const double x = barCentre(current_ / int(groups_.size()), current_ % int(groups_.size()));
    auto *chosen = new QCPItemRect(this);
    chosen->setLayer(QStringLiteral("background"));
    for (QCPItemPosition *corner : {chosen->topLeft, chosen->bottomRight}) {
        corner->setTypeX(QCPItemPosition::ptPlotCoords);
        corner->setTypeY(QCPItemPosition::ptAxisRectRatio);
    }
    chosen->topLeft->setCoords(x - barWidth() / 2, 0);
    chosen->bottomRight->setCoords(x + barWidth() / 2, 1);
    chosen->setPen(Qt::NoPen);
    chosen->setBrush(Theme::instance().accentSoft());
}

void RatesPlot::rebuild()
{
    const Theme &theme = Theme::instance();
    clearAll();
    numbers_ = fittingNumbers();
    setUpAxes();
    markCurrent();

    QStringList spoken;
    for (int g = 0; g < int(groups_.size()); ++g) {
        const GroupRates &group = groups_[std::size_t(g)];
        auto *bars = new QCPBars(xAxis, yAxis);
        bars->setName(toQString(group.group.name));
        bars->setWidth(barWidth() * 0.86);
        bars->setPen(Qt::NoPen);
        bars->setBrush(groupBrush(g));
        bars->setSelectable(QCP::stNone);
        auto *whiskers = new QCPErrorBars(xAxis, yAxis);
        whiskers->removeFromLegend();
        whiskers->setDataPlottable(bars);
        whiskers->setPen(QPen(theme.text(), 1.5));
        whiskers->setWhiskerWidth(0);
        whiskers->setSymbolGap(0);
        for (int r = 0; r < rate_count; ++r) {
            const Metric &metric = rate(group, r);
            const double x = barCentre(r, g);
            if (!metric) {
                addText(x, 0, tr("undefined"), true)->setColor(theme.warning());
                spoken << tr("%1, %2: undefined").arg(toQString(group.group.name), rateName(r));
                continue;
            }
            const double value = *metric.value;
            bars->addData(x, value);
            const double low = metric.interval ? metric.interval->low : value;
            const double high = metric.interval ? metric.interval->high : value;
            whiskers->addData(std::max(0.0, value - low), std::max(0.0, high - value));
            if (numbers_ != Numbers::none)
                addText(x, std::max(value, high), number(value, 2), numbers_ == Numbers::standing);
            spoken << tr("%1, %2: %3").arg(toQString(group.group.name), rateName(r), number(value));
        }
    }
    setSummary(spoken.join(QStringLiteral("; ")));
    replot(QCustomPlot::rpQueuedReplot);
}

QString RatesPlot::legendText() const
{
    QStringList entries;
    for (int g = 0; g < int(groups_.size()); ++g) {
        const GroupRates &group = groups_[std::size_t(g)];
        QString entry = tr("%1 n = %2").arg(toQString(group.group.name).toHtmlEscaped(), AuditFigures::count(group.n));
        if (group.base_rate)
            entry += tr(", %1 favourable").arg(AuditFigures::count(std::size_t(std::llround(*group.base_rate.value * double(group.n)))));
        entries << QStringLiteral("<span style=\"white-space:nowrap\"><span style=\"color:%1\">■</span> %2</span>")
                       .arg(Theme::instance().group(g).name(), entry);
    }
    return entries.join(QStringLiteral(" &nbsp; "));
}

QString RatesPlot::describe(int r, int g) const
{
    if (r < 0 || r >= rate_count || g < 0 || g >= int(groups_.size()))
        return {};
    const GroupRates &group = groups_[std::size_t(g)];
    const Metric &metric = rate(group, r);
    QString meaning;
    switch (r) {
    case tpr: meaning = tr("Of the rows with the favourable label, the share that is selected."); break;
    case fpr: meaning = tr("Of the rows without the favourable label, the share that is selected."); break;
    case precision: meaning = tr("Of the selected rows, the share that has the favourable label."); break;
    default: meaning = tr("Share of the group's rows that the classifier selects."); break;
    }
    return tr("%1, %2: %3. %4 From %5 rows. %6")
        .arg(toQString(group.group.name), rateName(r), AuditFigures::text(metric), meaning, AuditFigures::count(group.n),
             AuditFigures::detail(metric));
}

std::pair<int, int> RatesPlot::barAt(double pixel) const
{
    const double x = xAxis->pixelToCoord(pixel);
    const int r = int(std::lround(x));
    const int g = int(std::floor((x - r) / barWidth() + double(groups_.size()) / 2));
    const bool inside = r >= 0 && r < rate_count && g >= 0 && g < int(groups_.size());
    return inside ? std::pair(r, g) : std::pair(-1, -1);
}

void RatesPlot::activate(int bar)
{
    current_ = bar;
    rebuild();
    emit barActivated(bar / int(groups_.size()), bar % int(groups_.size()));
}

void RatesPlot::mousePressEvent(QMouseEvent *event)
{
    const auto [r, g] = barAt(event->position().x());
    if (event->button() == Qt::LeftButton && r >= 0) {
        setFocus(Qt::MouseFocusReason);
        activate(r * int(groups_.size()) + g);
    }
    Plot::mousePressEvent(event);
}

void RatesPlot::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (step != 0 && !groups_.empty())
        return activate(std::clamp(current_ + step, 0, int(rate_count) * int(groups_.size()) - 1));
    Plot::keyPressEvent(event);
}

bool RatesPlot::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return Plot::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const auto [r, g] = barAt(help->pos().x());
    const QString text = describe(r, g);
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), text, this);
    return true;
}

} // namespace fairloom::ui
