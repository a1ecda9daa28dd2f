// DataView's pictures and the sentences beside them.

#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/views/data_view.h"
#include "ui/widgets/bar_chart.h"
#include "ui/widgets/card.h"
#include "ui/widgets/group_legend.h"
#include "ui/widgets/group_texture.h"
#include "ui/widgets/plot.h"
#include "ui/widgets/plot_tickers.h"

#include <QCoreApplication>
#include <QStackedWidget>

#include <algorithm>
#include <cmath>

namespace fairloom::ui {

namespace {

constexpr std::size_t most_proxies = 6;

struct ProxyWords {
    Q_DECLARE_TR_FUNCTIONS(DataView)
};

/// How a reader should take a Cramer's V between a column and the group.
QString strength(double association)
{
    if (association < 0.1)
        return ProxyWords::tr("hardly related");
    if (association < 0.25)
        return ProxyWords::tr("a weak proxy");
    return association < 0.4 ? ProxyWords::tr("a proxy") : ProxyWords::tr("a strong proxy");
}

std::function<QBrush()> groupFill(int group)
{
    return [group] { return groupBrush(group); };
}

QString wholePercent(double share)
{
    if (share > 0 && share < 0.0005)
        return QStringLiteral("< ") + percent(0.001);
    return percent(share, share > 0 && share < 0.01 ? 1 : 0);
}

Qt::PenStyle groupDash(int group)
{
    static const Qt::PenStyle styles[] = {Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};
    return styles[group % 4];
}

} // namespace

// --- the chosen column

void DataView::showColumn(const ColumnByGroup &column)
{
    const QString name = columnName(column.column);
    const QStringList groups = groupNames();
    distributionCard_->setTitle(groups.isEmpty() ? name : tr("%1 by %2").arg(name, sensitiveName()));
    const bool sensitive = problem_ && std::find(problem_->task.sensitive.begin(), problem_->task.sensitive.end(),
                                                 data_->table.columns[column.column].name) != problem_->task.sensitive.end();
    if (column.distribution.share.empty()) {
        distributionCard_->setRemark({});
        distributionCard_->setFinding({});
        distributionCard_->setEmpty(tr("Every picture is another one, so that there is no distribution to show. Choose a column of labels."));
        return;
    }
    if (!column.association)
        distributionCard_->setRemark(tr("%1 rows").arg(count(data_->table.rows())));
    else if (sensitive)
        distributionCard_->setRemark(tr("the sensitive column itself"));
    else
        distributionCard_->setRemark(tr("Cramér’s V %1: %2").arg(number(*column.association, 2), strength(*column.association)));
    distributionCard_->setFilled();
    legend_->setNames(groups);
    const bool numeric = column.distribution.numeric && column.distribution.edges.size() > 1;
    if (numeric)
        showNumbers(column);
    else
        showCategories(column);
    pictures_->setCurrentIndex(numeric ? 1 : 0);
}

void DataView::showCategories(const ColumnByGroup &column)
{
    const Distribution &distribution = column.distribution;
    const QStringList groups = groupNames();
    QStringList labels;
    for (const std::string &label : distribution.labels)
        labels << toQString(label);
    std::vector<BarSeries> series;
    for (int g = 0; g < int(distribution.share.size()); ++g) {
        BarSeries of;
        of.name = groups.value(g);
        of.fill = groupFill(g);
        for (const double share : distribution.share[std::size_t(g)]) {
            Bar bar;
            bar.value = share;
            bar.label = wholePercent(share);
            of.bars.push_back(bar);
        }
        series.push_back(std::move(of));
    }
    categories_->setBars(labels, std::move(series));
    categories_->setAccessibleName(tr("Distribution of %1").arg(columnName(column.column)));

    QString finding;
    double widest = 0;
    for (std::size_t label = 0; groups.size() > 1 && label < distribution.labels.size(); ++label) {
        std::size_t high = 0, low = 0;
        for (std::size_t g = 1; g < distribution.share.size(); ++g) {
            if (distribution.share[g][label] > distribution.share[high][label])
                high = g;
            if (distribution.share[g][label] < distribution.share[low][label])
                low = g;
        }
        const double most = distribution.share[high][label], least = distribution.share[low][label];
        if (most - least <= widest || most - least < 0.02)
            continue;
        widest = most - least;
        finding = tr("%1 “%2”: %3 of %4, %5 of %6.")
                      .arg(columnName(column.column), labels[int(label)], wholePercent(most), groups[int(high)], wholePercent(least), groups[int(low)]);
    }
    categories_->setSummary(finding);
    distributionCard_->setFinding(finding);
}

void DataView::showNumbers(const ColumnByGroup &column)
{
    const Distribution &distribution = column.distribution;
    const QStringList groups = groupNames();
    const QString name = columnName(column.column);
    const std::size_t bins = distribution.edges.size() - 1;
    numbers_->clearAll();
    numbers_->setAxisTitles(name, groups.isEmpty() ? tr("% of rows") : tr("% of the group"));
    numbers_->setAccessibleName(tr("Distribution of %1").arg(name));
    double highest = 0;
    for (int g = 0; g < int(distribution.share.size()); ++g) {
        const std::vector<double> &share = distribution.share[std::size_t(g)];
        QVector<double> keys(distribution.edges.begin(), distribution.edges.end()), values;
        for (std::size_t bin = 0; bin < bins; ++bin)
            values << 100 * share[bin];
        values << values.last(); // a step reaches to the last edge
        highest = std::max(highest, *std::max_element(values.begin(), values.end()));
        QCPGraph *line = numbers_->addLine(groups.value(g, tr("all rows")), groupColour(g), groupDash(g), false);
        line->setLineStyle(QCPGraph::lsStepLeft);
        line->setData(keys, values, true);
    }
    numbers_->setReadout([labels = distribution.labels, bins](const QCPGraph *graph, int index) {
        const std::size_t bin = std::min(std::size_t(index), bins - 1);
        return QStringLiteral("%1\n%2: %3").arg(graph->name(), toQString(labels[bin]), percent(graph->data()->at(index)->value / 100));
    });
    const double span = distribution.edges.back() - distribution.edges.front();
    numbers_->setHome({distribution.edges.front() - 0.01 * span, distribution.edges.back() + 0.01 * span}, {0, highest * 1.1});
    numbers_->resetZoom();

    QStringList medians;
    for (int g = 0; g < int(column.medians.size()); ++g)
        if (std::isfinite(column.medians[std::size_t(g)]))
            medians << (groups.isEmpty() ? plotNumber(column.medians[std::size_t(g)])
                                         : tr("%1 for %2").arg(plotNumber(column.medians[std::size_t(g)]), groups[g]));
    const QString finding = medians.isEmpty() ? QString() : tr("Median %1.").arg(medians.join(QStringLiteral(", ")));
    numbers_->setSummary(finding);
    distributionCard_->setFinding(finding);
}

// --- groups

void DataView::showOverview(GroupOverview &overview)
{
    overview_ = std::move(overview);
    showBaseRates();
    showBalance();
    showProxies();
    // the most telling column first
    if (!chosen_ && !overview_->proxies.empty())
        showByItself(overview_->proxies.front().column);
}

void DataView::showBaseRates()
{
    QStringList names;
    BarSeries series;
    for (int g = 0; g < int(overview_->groups.size()); ++g) {
        const GroupBase &base = overview_->groups[std::size_t(g)];
        names << toQString(base.name);
        Bar bar;
        bar.value = base.rate.value;
        if (base.rate.interval) {
            bar.low = base.rate.interval->low;
            bar.high = base.rate.interval->high;
        }
        bar.label = base.rate ? tr("%1 of %2").arg(percent(*base.rate.value), count(base.rows)) : translated(base.rate.undefined);
        if (base.rate && base.rate.interval)
            bar.toolTip = tr("%1: %2 of %3 rows, %4 (95 % interval %5 to %6)")
                              .arg(names.last(), count(base.positive), count(base.rows), percent(*base.rate.value),
                                   percent(base.rate.interval->low), percent(base.rate.interval->high));
        series.bars.push_back(std::move(bar));
        series.fills.push_back(groupFill(g));
    }
    baseRates_->setBars(names, {std::move(series)});

    const QString positive = toQString(problem_->task.positive), target = toQString(problem_->task.target);
    baseRateCard_->setRemark(problem_->test_was_split_off ? tr("%1 %2, training rows").arg(target, positive)
                                                          : tr("%1 %2, 95 % interval").arg(target, positive));
    QString finding;
    if (const auto &ratio = overview_->ratio) {
        const QString high = names[int(ratio->high)], low = names[int(ratio->low)];
        if (ratio->from > 1)
            finding = tr("%1 is labelled %2 %3 times as often as %4 (95 % interval %5 to %6).")
                          .arg(high, positive, number(ratio->ratio, 1), low, number(ratio->from, 1), number(ratio->to, 1));
        else
            finding = tr("No clear difference between groups: %1 is labelled %2 %3 times as often as %4 (95 % interval %5 to %6).")
                          .arg(high, positive, number(ratio->ratio, 2), low, number(ratio->from, 2), number(ratio->to, 2));
    }
    baseRateCard_->setFinding(finding);
    baseRates_->setSummary(finding);
    baseRateCard_->setFilled();
}

void DataView::showBalance()
{
    const QString positive = toQString(problem_->task.positive);
    QString other = tr("other values");
    if (problem_->target_values.size() == 2)
        other = toQString(problem_->target_values[problem_->positive == 0 ? 1 : 0]);
    BarSeries with, without;
    with.name = positive;
    without.name = other;
    with.fill = [] { return QBrush(Theme::instance().accent()); };
    without.fill = [] { return QBrush(Theme::instance().muted(), Qt::Dense4Pattern); };
    QStringList names;
    std::size_t total = 0, smallest = 0;
    QString smallestName;
    for (const GroupBase &base : overview_->groups) {
        names << toQString(base.name);
        total += base.rows;
        const auto add = [&](BarSeries &series, std::size_t rows) {
            Bar bar;
            bar.value = double(rows);
            bar.label = count(rows);
            bar.toolTip = tr("%1, %2: %3 rows").arg(names.last(), series.name, count(rows));
            series.bars.push_back(std::move(bar));
            if (smallestName.isEmpty() || rows < smallest) {
                smallest = rows;
                smallestName = tr("%1, %2").arg(names.last(), series.name);
            }
        };
        add(with, base.positive);
        add(without, base.rows - base.positive);
    }
    balance_->setBars(names, {std::move(with), std::move(without)});
    balanceCard_->setRemark(tr("%1 training rows").arg(count(total)));
    const QString finding = tr("The smallest cell is %1: %2 rows, %3.")
                                .arg(smallestName, count(smallest), percent(total > 0 ? double(smallest) / double(total) : 0));
    balanceCard_->setFinding(finding);
    balance_->setSummary(finding);
    balanceCard_->setFilled();
}

void DataView::showProxies()
{
    QStringList names;
    BarSeries series;
    series.fill = [] { return QBrush(Theme::instance().warning()); };
    for (std::size_t i = 0; i < std::min(most_proxies, overview_->proxies.size()); ++i) {
        const Proxy &proxy = overview_->proxies[i];
        names << columnName(proxy.column);
        Bar bar;
        bar.value = proxy.association;
        bar.label = number(proxy.association, 2);
        bar.toolTip = tr("%1 and %2: Cramér’s V %3, %4. 0 is no association, 1 means that one decides the other.")
                          .arg(names.last(), sensitiveName(), number(proxy.association, 2), strength(proxy.association));
        series.bars.push_back(std::move(bar));
    }
    proxies_->setBars(names, {std::move(series)});
    proxyCard_->setRemark(tr("Cramér’s V with %1").arg(sensitiveName()));
    QString finding;
    if (!overview_->proxies.empty()) {
        const Proxy &first = overview_->proxies.front();
        finding = first.association < 0.1 ? tr("No column goes with %1 by itself.").arg(sensitiveName())
                                          : tr("%1 is %2 of %3.").arg(columnName(first.column), strength(first.association), sensitiveName());
    }
    proxyCard_->setFinding(finding);
    proxies_->setSummary(finding);
    proxyCard_->setFilled();
}

} // namespace fairloom::ui
