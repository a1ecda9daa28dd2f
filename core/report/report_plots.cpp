#include "core/report/report_plots.h"

#include "core/report/findings.h"
#include "core/report/report_style.h"
#include "core/report/svg_plot.h"

#include <algorithm>
#include <cmath>

namespace fairloom {

namespace {

constexpr std::size_t most_groups = 8; // more bars than that, or colours, cannot be told apart

Bar bar_of(const Metric &metric)
{
    Bar bar{metric.value, {}, {}};
    if (metric.interval) {
        bar.low = metric.interval->low;
        bar.high = metric.interval->high;
    }
    return bar;
}

} // namespace

void ReportPlots::write_figure(HtmlWriter &out, const std::string &title, const std::string &svg,
                               const std::vector<std::pair<std::string, std::string>> &legend) const
{
    out.open("figure", "class=\"card\"");
    out.element("h3", title);
    out.raw(svg);
    if (!legend.empty()) {
        out.open("ul", "class=\"legend\"");
        for (const auto &[label, colour] : legend) {
            out.open("li");
            out.open("i", "style=\"background:" + colour + "\"");
            out.raw("</i>");
            out.raw(html_escaped(label));
            out.close("li");
        }
        out.close("ul");
    }
    out.close("figure");
}

void ReportPlots::write_ratio(HtmlWriter &out, const std::string &title, Metric Fairness::*ratio) const
{
    DotPlot plot;
    plot.rule = 0.8;
    plot.rule_label = t(FAIRLOOM_TEXT("80 % rule"));
    std::string description = title;
    for (const auto &[name, source] : result_.sources) {
        const ClassifierResult *result = headline(result_, name);
        if (!result)
            continue;
        const Metric &metric = result->fairness.*ratio;
        DotRow row{tables_.source_name(name), source_colour(name), source_marker(name), metric.value, {}, {}, {}};
        if (metric.interval) {
            row.low = metric.interval->low;
            row.high = metric.interval->high;
        }
        if (!metric)
            row.note = t(FAIRLOOM_TEXT("undefined, see the table"));
        description += "; " + row.label + " " + tables_.number(metric, 2);
        plot.rows.push_back(std::move(row));
    }
    plot.description = description;
    write_figure(out, title, svg_plot(plot));
}

void ReportPlots::write_fairness(HtmlWriter &out) const
{
    out.open("div", "class=\"pair\"");
    write_ratio(out, t(FAIRLOOM_TEXT("Demographic parity ratio (DPR)")), &Fairness::dpr);
    write_ratio(out, t(FAIRLOOM_TEXT("Equalized odds ratio (EOR)")), &Fairness::eor);
    out.close("div");
}

void ReportPlots::write_groups(HtmlWriter &out) const
{
    const std::string name = headline(result_, "student") ? "student" : "teacher";
    const ClassifierResult *result = headline(result_, name);
    if (!result)
        return;
    std::vector<const GroupRates *> groups;
    for (const GroupRates &group : result->fairness.groups)
        groups.push_back(&group);
    std::stable_sort(groups.begin(), groups.end(), [](const auto *a, const auto *b) { return a->n > b->n; });
    const std::size_t all = groups.size();
    groups.resize(std::min(all, most_groups));
    std::stable_sort(groups.begin(), groups.end(), [](const auto *a, const auto *b) { return a->group.name < b->group.name; });

    std::string title = t(Message(FAIRLOOM_TEXT("Rates per group, %1"), {tables_.source_name(name)}));
    if (all > groups.size())
        title += t(Message(FAIRLOOM_TEXT(" (the %1 largest of %2 groups)"), {std::to_string(groups.size()), std::to_string(all)}));
    BarPlot plot;
    plot.description = title;
    std::vector<std::pair<std::string, std::string>> legend;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        plot.colours.push_back(group_colour(g));
        legend.emplace_back(t(Message(FAIRLOOM_TEXT("%1, %2 test rows"), {groups[g]->group.name, std::to_string(groups[g]->n)})),
                            group_colour(g));
    }
    const std::pair<Message, Metric GroupRates::*> rates[] = {{FAIRLOOM_TEXT("base rate"), &GroupRates::base_rate},
                                                              {FAIRLOOM_TEXT("selection rate"), &GroupRates::selection_rate},
                                                              {FAIRLOOM_TEXT("TPR"), &GroupRates::tpr},
                                                              {FAIRLOOM_TEXT("FPR"), &GroupRates::fpr},
                                                              {FAIRLOOM_TEXT("precision"), &GroupRates::precision}};
    for (const auto &[label, rate] : rates) {
        plot.clusters.push_back(t(label));
        plot.description += "; " + plot.clusters.back() + ":";
        plot.bars.emplace_back();
        for (const GroupRates *group : groups) {
            plot.bars.back().push_back(bar_of(group->*rate));
            plot.description += " " + group->group.name + " " + tables_.number(group->*rate, 2);
        }
    }
    write_figure(out, title, svg_plot(plot), legend);
}

void ReportPlots::write_quality(HtmlWriter &out) const
{
    BarPlot plot;
    const std::string title = t(FAIRLOOM_TEXT("Quality against training rows"));
    plot.description = title;
    plot.clusters = {t(FAIRLOOM_TEXT("density")), t(FAIRLOOM_TEXT("coverage")), t(FAIRLOOM_TEXT("precision")),
                     t(FAIRLOOM_TEXT("recall"))};
    plot.bars.resize(plot.clusters.size());
    std::vector<std::pair<std::string, std::string>> legend;
    for (const auto &[name, source] : result_.sources) {
        if (!source.quality)
            continue;
        const Quality &q = source.quality->train;
        const double values[] = {q.density, q.coverage, q.precision, q.recall};
        plot.colours.push_back(source_colour(name));
        legend.emplace_back(tables_.source_name(name), source_colour(name));
        plot.description += "; " + legend.back().first + ":";
        for (std::size_t i = 0; i < 4; ++i) {
            plot.bars[i].push_back({values[i], {}, {}});
            plot.description += " " + plot.clusters[i] + " " + to_text(values[i], 2);
        }
    }
    if (!legend.empty())
        write_figure(out, title, svg_plot(plot), legend);
}

void ReportPlots::write_loss(HtmlWriter &out, CurveStage stage) const
{
    const std::vector<std::string> terms = curves_.terms(stage);
    const std::vector<CurvePoint> points = curves_.points_since(stage, 0);
    if (terms.empty() || points.empty())
        return;
    LinePlot plot;
    plot.x_label = t(FAIRLOOM_TEXT("epoch"));
    plot.y_label = t(FAIRLOOM_TEXT("weighted loss"));
    plot.x_max = std::max(curves_.epochs(stage), 1);
    double low = INFINITY, high = -INFINITY;
    const std::string title = stage == CurveStage::teacher ? t(FAIRLOOM_TEXT("Loss of the teacher"))
                                                           : t(FAIRLOOM_TEXT("Loss of the student"));
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
    write_figure(out, title, svg_plot(plot));
}

void ReportPlots::write_losses(HtmlWriter &out) const
{
    out.open("div", "class=\"pair\"");
    write_loss(out, CurveStage::teacher);
    write_loss(out, CurveStage::student);
    out.close("div");
}

} // namespace fairloom
