#include "ui/views/audit/influence_card.h"

#include "ui/models/audit_guide.h"
#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/widgets/bar_chart.h"
#include "ui/widgets/card.h"

#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace fairloom::ui {

namespace {

constexpr std::size_t most_columns = 8;
constexpr double proxy_from = 0.3; ///< Cramer's V with the group from which a column is marked: a medium association

const Explanation *explanationOf(const RunResult &result, const std::string &source)
{
    const SourceResult *found = result.source(source);
    return found && found->explanation ? &*found->explanation : nullptr;
}

/// Of classifiers that give no SHAP values: how much accuracy hangs on the column.
const Metric &measure(const ColumnInfluence &influence)
{
    return influence.shap_share ? influence.shap_share : influence.accuracy_drop;
}

std::string judgedSource(const RunResult &result)
{
    for (const std::string &source : generated_sources())
        if (explanationOf(result, source))
            return source;
    return {};
}

} // namespace

InfluenceCard::InfluenceCard(QWidget *parent) : AuditCard(tr("What decisions lean on"), parent), chart_(new BarChart)
{
    chart_->setObjectName(QStringLiteral("influenceChart"));
    chart_->setAccessibleName(tr("Share of influence per column"));
    chart_->setValueName(tr("share of influence"));
    chart_->setLegend(true);
    chart_->setMaximumThickness(10);
    card()->body()->addWidget(chart_, 1);
    connect(chart_, &BarChart::barActivated, this, [this](int column, int source) {
        explainedSource_ = sources_[std::size_t(source)];
        explainedColumn_ = columns_[std::size_t(column)];
        emit explanationChosen();
    });
}

void InfluenceCard::clear()
{
    shown_ = {};
    sources_.clear();
    columns_.clear();
    chart_->clear();
    card()->setRemark({});
    card()->setFinding({});
}

const ColumnInfluence *InfluenceCard::influence(const std::string &source, const std::string &column) const
{
    if (const Explanation *found = shown_.result ? explanationOf(*shown_.result, source) : nullptr)
        for (const ColumnInfluence &candidate : found->columns)
            if (candidate.column == column)
                return &candidate;
    return nullptr;
}

void InfluenceCard::showResult(const AuditShown &shown)
{
    clear();
    shown_ = shown;
    const std::string judged = judgedSource(*shown.result);
    for (const std::string &source : {std::string("real"), judged})
        if (!source.empty() && explanationOf(*shown.result, source))
            sources_.push_back(source);
    if (sources_.empty()) {
        card()->setEmpty(tr("Classifiers were not explained in this run."));
        return;
    }
    // the columns that matter to either, and the sensitive ones in any case
    std::vector<std::pair<double, std::string>> ranked;
    for (const ColumnInfluence &candidate : explanationOf(*shown.result, sources_.back())->columns) {
        double most = 0;
        for (const std::string &source : sources_)
            if (const ColumnInfluence *of = influence(source, candidate.column); of && measure(*of))
                most = std::max(most, *measure(*of).value);
        ranked.emplace_back(candidate.sensitive ? most + 2 : most, candidate.column);
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    QStringList categories;
    for (std::size_t i = 0; i < std::min(most_columns, ranked.size()); ++i) {
        columns_.push_back(ranked[i].second);
        const ColumnInfluence &any = *influence(sources_.back(), ranked[i].second);
        const QString name = toQString(any.column);
        categories << (any.sensitive ? tr("%1 (sensitive)").arg(name) : any.proxy >= proxy_from ? tr("%1 (proxy)").arg(name) : name);
    }
    std::vector<BarSeries> series;
    for (const std::string &source : sources_) {
        BarSeries bars{AuditFigures::sourceLabel(source), [name = toQString(source)] { return QBrush(Theme::instance().source(name)); }, {}, {}};
        for (const std::string &column : columns_) {
            const ColumnInfluence *of = influence(source, column);
            Bar bar;
            if (of && measure(*of))
                bar.value = std::max(0.0, *measure(*of).value);
            bar.label = bar.value ? percent(*measure(*of).value) : of ? tr("undefined") : tr("not there");
            bar.toolTip = of ? about(source, *of) : QString();
            bars.bars.push_back(std::move(bar));
        }
        series.push_back(std::move(bars));
    }
    chart_->setBars(categories, std::move(series));
    chart_->setMinimumHeight(chart_->minimumSizeHint().height());
    card()->setFilled();
    const Explanation &of = *explanationOf(*shown.result, sources_.back());
    card()->setRemark(tr("XGBoost, %1 test rows, threshold %2").arg(AuditFigures::count(of.rows), number(0.5, 2)));
    card()->setFinding(finding());
    chart_->setSummary(finding());
}

QString InfluenceCard::finding() const
{
    const Explanation &of = *explanationOf(*shown_.result, sources_.back());
    const Explanation *real = sources_.size() > 1 ? explanationOf(*shown_.result, "real") : nullptr;
    if (!of.changed)
        return tr("How many decisions the group alone would change is undefined: %1.").arg(translated(of.changed.undefined));
    const QString share = percent(*of.changed.value);
    const QString interval = of.changed.interval ? tr(" (%1 to %2)").arg(percent(of.changed.interval->low), percent(of.changed.interval->high)) : QString();
    if (real && real->changed)
        return tr("%1 of decisions%2 would change with the other group's value (real: %3).").arg(share, interval, percent(*real->changed.value));
    return tr("%1 of decisions%2 would change with the other group's value.").arg(share, interval);
}

QString InfluenceCard::about(const std::string &source, const ColumnInfluence &of) const
{
    const Explanation &all = *explanationOf(*shown_.result, source);
    QStringList besides;
    const auto add = [&besides](const QString &name, const Metric &metric) {
        if (metric)
            besides << tr("%1 %2").arg(name, AuditGuide::signedNumber(*metric.value, 3));
    };
    if (of.shap)
        besides << tr("mean |SHAP| %1 log odds").arg(number(of.shap));
    add(tr("accuracy lost when its values are shuffled"), of.accuracy_drop);
    add(tr("change of DPR then"), of.parity_change);
    if (of.sensitive)
        besides << tr("a sensitive column itself");
    else
        besides << (of.proxy >= proxy_from ? tr("goes with the group (Cramér's V %1), so that it may stand in for it").arg(number(of.proxy, 2))
                                           : tr("goes little with the group (Cramér's V %1)").arg(number(of.proxy, 2)));
    const QString whose = tr("%1, %2").arg(AuditFigures::sourceLabel(source), toQString(of.column));
    return AuditGuide::about({"shap_share", whose, of.shap_share,
                              tr("XGBoost trained on %1, %2 test rows.").arg(AuditFigures::sourceRows(source), AuditFigures::count(all.rows)),
                              of.shap_share ? percent(*of.shap_share.value) : QString(), tr("Besides: %1.").arg(besides.join(QStringLiteral("; ")))});
}

/// "As “Male”, 3.1 % of “Female” would be selected and 0.4 % no more."
QString InfluenceCard::groupsInWords(const std::string &source) const
{
    QStringList sentences;
    for (const GroupCounterfactual &c : explanationOf(*shown_.result, source)->counterfactuals)
        if (c.gained && c.lost)
            sentences << tr("As “%1”, %2 of “%3” would be selected in addition and %4 no more.")
                             .arg(toQString(c.as), percent(*c.gained.value), toQString(c.group), percent(*c.lost.value));
    return sentences.join(u' ');
}

QString InfluenceCard::explanation() const
{
    const ColumnInfluence *of = explainedColumn_.empty() ? nullptr : influence(explainedSource_, explainedColumn_);
    if (!of)
        return {};
    return of->sensitive ? about(explainedSource_, *of) + u' ' + groupsInWords(explainedSource_) : about(explainedSource_, *of);
}

} // namespace fairloom::ui
