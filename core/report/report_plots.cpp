#include "core/report/report_plots.h"

#include "core/report/findings.h"
#include "core/report/report_numbers.h"
#include "core/report/report_style.h"
#include "core/report/svg_plot.h"

#include <algorithm>
#include <cmath>

namespace fairloom {

namespace {

constexpr std::size_t most_plotted_columns = 6; // names side by side beneath the bars
constexpr std::size_t most_plotted_groups = 8;  // more bars than that, or colours, cannot be told apart

Bar bar_of(const Metric &metric)
{
    Bar bar{metric.value, {}, {}};
    if (metric.interval) {
        bar.low = metric.interval->low;
        bar.high = metric.interval->high;
    }
    return bar;
}

DotRow dot_row(const ReportPage &page, const std::string &label, const std::string &source, const Metric &metric)
{
    DotRow row{label, source_colour(source), source_marker(source), metric.value, {}, {}, {}, {}};
    if (metric.interval) {
        row.low = metric.interval->low;
        row.high = metric.interval->high;
    }
    if (!metric)
        row.note = page.t(FAIRLOOM_TEXT("undefined, see the table"));
    return row;
}

std::string words(const ReportPage &page, const Metric &metric) { return metric ? figure_text(metric) : page.t(FAIRLOOM_TEXT("undefined")); }

void plot_ratio(ReportPage &page, const std::string &title, Metric Fairness::*ratio)
{
    DotPlot plot;
    plot.rule = 0.8;
    plot.rule_label = page.t(FAIRLOOM_TEXT("80 % rule"));
    plot.description = title;
    for (const auto &[name, source] : page.result().sources)
        if (const ClassifierResult *result = headline(page.result(), name)) {
            plot.rows.push_back(dot_row(page, page.source_name(name), name, result->fairness.*ratio));
            plot.description += "; " + plot.rows.back().label + " " + words(page, result->fairness.*ratio);
        }
    if (!plot.rows.empty())
        page.figure(title, svg_plot(plot));
}

/// The largest groups, by name.
std::vector<const GroupRates *> shown_groups(const Fairness &fairness)
{
    std::vector<const GroupRates *> groups;
    for (const GroupRates &group : fairness.groups)
        groups.push_back(&group);
    std::stable_sort(groups.begin(), groups.end(), [](const auto *a, const auto *b) { return a->n > b->n; });
    groups.resize(std::min(groups.size(), most_plotted_groups));
    std::stable_sort(groups.begin(), groups.end(), [](const auto *a, const auto *b) { return a->group.name < b->group.name; });
    return groups;
}

void plot_loss(ReportPage &page, CurveStage stage)
{
    const std::vector<std::string> terms = page.curves().terms(stage);
    const std::vector<CurvePoint> points = page.curves().points_since(stage, 0);
    if (terms.empty() || points.empty())
        return;
    LinePlot plot;
    plot.x_label = page.t(FAIRLOOM_TEXT("epoch"));
    plot.y_label = page.t(FAIRLOOM_TEXT("weighted loss"));
    plot.x_max = std::max(page.curves().epochs(stage), 1);
    double low = INFINITY, high = -INFINITY;
    const std::string title = page.t(stage == CurveStage::teacher ? FAIRLOOM_TEXT("Loss of the teacher") : FAIRLOOM_TEXT("Loss of the student"));
    plot.description = title;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        LineSeries series{terms[i], term_colour(terms[i]), {}, {}};
        for (const CurvePoint &point : points) {
            if (i >= point.weighted.size())
                continue;
            series.x.push_back(point.epoch);
            series.y.push_back(point.weighted[i]);
            if (point.weighted[i] > 0) {
                low = std::min(low, point.weighted[i]);
                high = std::max(high, point.weighted[i]);
            }
        }
        if (series.y.empty())
            continue;
        plot.description += "; " + terms[i] + " " + to_text(series.y.front(), 3) + " \u2192 " + to_text(series.y.back(), 3);
        plot.series.push_back(std::move(series));
    }
    plot.log_y = low > 0 && high / low > 30;
    page.figure(title, svg_plot(plot));
}

} // namespace

void plot_ratios(ReportPage &page)
{
    page.begin_pair();
    plot_ratio(page, page.t(FAIRLOOM_TEXT("Demographic parity ratio (DPR)")), &Fairness::dpr);
    plot_ratio(page, page.t(FAIRLOOM_TEXT("Equalized odds ratio (EOR)")), &Fairness::eor);
    page.end_pair();
}

void plot_groups(ReportPage &page)
{
    const std::string name = page.generated();
    const ClassifierResult *result = headline(page.result(), name);
    if (!result)
        return;
    const std::vector<const GroupRates *> groups = shown_groups(result->fairness);
    std::string title = page.t(Message(FAIRLOOM_TEXT("Rates per group, %1"), {page.source_name(name)}));
    if (result->fairness.groups.size() > groups.size())
        title += page.t(Message(FAIRLOOM_TEXT(" (the %1 largest of %2 groups)"), {std::to_string(groups.size()), std::to_string(result->fairness.groups.size())}));
    BarPlot plot;
    plot.description = title;
    std::vector<std::pair<std::string, std::string>> legend;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        plot.colours.push_back(group_colour(g));
        legend.emplace_back(page.t(Message(FAIRLOOM_TEXT("%1, %2 test rows"), {groups[g]->group.name, std::to_string(groups[g]->n)})), group_colour(g));
    }
    const std::pair<Message, Metric GroupRates::*> rates[] = {{FAIRLOOM_TEXT("base rate"), &GroupRates::base_rate},
                                                              {FAIRLOOM_TEXT("selection rate"), &GroupRates::selection_rate},
                                                              {FAIRLOOM_TEXT("TPR"), &GroupRates::tpr},
                                                              {FAIRLOOM_TEXT("FPR"), &GroupRates::fpr},
                                                              {FAIRLOOM_TEXT("precision"), &GroupRates::precision}};
    for (const auto &[label, rate] : rates) {
        plot.clusters.push_back(page.t(label));
        plot.description += "; " + plot.clusters.back() + ":";
        plot.bars.emplace_back();
        for (const GroupRates *group : groups) {
            plot.bars.back().push_back(bar_of(group->*rate));
            plot.description += " " + group->group.name + " " + words(page, group->*rate);
        }
    }
    page.figure(title, svg_plot(plot), legend);
}

void plot_seeds(ReportPage &page, const std::string &source, const OverSeeds &over)
{
    struct Row {
        Message label;
        const Metric *mean;
        Metric SeedFigures::*of_seed;
    };
    DotPlot plot;
    const std::string title = page.t(Message(FAIRLOOM_TEXT("Mean over seeds with its interval, and each seed, %1"), {page.source_name(source)}));
    plot.description = title;
    for (const Row &row : {Row{"DPR", &over.dpr, &SeedFigures::dpr}, Row{"EOR", &over.eor, &SeedFigures::eor},
                           Row{FAIRLOOM_TEXT("Accuracy"), &over.accuracy, &SeedFigures::accuracy}, Row{"F1", &over.f1, &SeedFigures::f1}}) {
        DotRow dots = dot_row(page, page.t(row.label), source, *row.mean);
        plot.description += "; " + dots.label + " " + words(page, *row.mean) + ":";
        for (const SeedFigures &seed : over.each)
            if (const Metric &value = seed.*row.of_seed) {
                dots.points.push_back(*value.value);
                plot.description.append(" ").append(fixed_text(*value.value));
            }
        plot.rows.push_back(std::move(dots));
    }
    page.figure(title, svg_plot(plot));
}

void plot_quality(ReportPage &page)
{
    BarPlot plot;
    const std::string title = page.t(FAIRLOOM_TEXT("Quality against training rows"));
    plot.description = title;
    plot.clusters = {page.t(FAIRLOOM_TEXT("density")), page.t(FAIRLOOM_TEXT("coverage")), page.t(FAIRLOOM_TEXT("precision")), page.t(FAIRLOOM_TEXT("recall"))};
    plot.bars.resize(plot.clusters.size());
    std::vector<std::pair<std::string, std::string>> legend;
    for (const auto &[name, source] : page.result().sources) {
        if (!source.quality)
            continue;
        const Quality &q = source.quality->train;
        const double values[] = {q.density, q.coverage, q.precision, q.recall};
        plot.colours.push_back(source_colour(name));
        legend.emplace_back(page.source_name(name), source_colour(name));
        plot.description += "; " + legend.back().first + ":";
        for (std::size_t i = 0; i < 4; ++i) {
            plot.bars[i].push_back({values[i], {}, {}});
            plot.description += " " + plot.clusters[i] + " " + fixed_text(values[i], 2);
        }
    }
    if (!legend.empty())
        page.figure(title, svg_plot(plot), legend);
}

void plot_influence(ReportPage &page, const std::vector<std::pair<std::string, const Explanation *>> &sources)
{
    BarPlot plot;
    const std::string title = page.t(FAIRLOOM_TEXT("Share of all columns' influence on decisions"));
    plot.description = title;
    for (const ColumnInfluence &column : sources.front().second->columns)
        if (column.shap_share && plot.clusters.size() < most_plotted_columns)
            plot.clusters.push_back(column.column);
    plot.bars.resize(plot.clusters.size());
    std::vector<std::pair<std::string, std::string>> legend;
    for (const auto &[name, explanation] : sources) {
        plot.colours.push_back(source_colour(name));
        legend.emplace_back(page.source_name(name), source_colour(name));
        plot.description += "; " + legend.back().first + ":";
        for (std::size_t i = 0; i < plot.clusters.size(); ++i) {
            const auto found = std::find_if(explanation->columns.begin(), explanation->columns.end(),
                                            [&](const ColumnInfluence &column) { return column.column == plot.clusters[i]; });
            plot.bars[i].push_back(found == explanation->columns.end() ? Bar{} : bar_of(found->shap_share));
            if (const Bar &bar = plot.bars[i].back(); bar.value)
                plot.description += " " + plot.clusters[i] + " " + percent_text(*bar.value, 1);
        }
    }
    if (plot.clusters.empty())
        return;
    plot.fits_values = true;
    page.figure(title, svg_plot(plot), legend);
}

void plot_losses(ReportPage &page)
{
    page.begin_pair();
    plot_loss(page, CurveStage::teacher);
    plot_loss(page, CurveStage::student);
    page.end_pair();
}

} // namespace fairloom
