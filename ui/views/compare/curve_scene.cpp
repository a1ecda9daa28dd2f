#include "ui/views/compare/curve_scene.h"

#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/views/compare/curve_bundle.h"
#include "ui/widgets/plot.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace fairloom::ui {

namespace {

constexpr std::size_t most_points = 24'000, least_of_a_line = 24, most_of_a_line = 300;
constexpr std::size_t single_lines = 8; // that many runs are told apart by their names
constexpr Qt::PenStyle dashes[] = {Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};

QVector<QPointF> thinned(const RecordedCurves::Stage &stage, const std::vector<double> &values, std::size_t most)
{
    QVector<QPointF> out;
    const std::size_t n = values.size(), kept = std::min(n, most);
    out.reserve(qsizetype(kept));
    for (std::size_t i = 0; i < kept; ++i) {
        const std::size_t at = kept < 2 ? 0 : i * (n - 1) / (kept - 1);
        out << QPointF(stage.points[at].epoch, values[at]);
    }
    return out;
}

QVector<double> vectorOf(const std::vector<double> &values)
{
    return {values.begin(), values.end()};
}

/// What is drawn as one thing: a group's band, or a run's line.
struct Unit {
    QString name;
    std::size_t series = 0;
    std::vector<std::size_t> runs;
};

std::vector<Unit> unitsOf(const CompareRuns &compared, const std::vector<std::size_t> &runs)
{
    std::vector<bool> wanted(compared.runs().size(), false), taken = wanted;
    for (const std::size_t run : runs)
        wanted[run] = true;
    std::vector<Unit> out;
    const bool several = compared.onSeveralData();
    for (std::size_t g = 0; g < compared.groups().size(); ++g) {
        std::vector<std::size_t> members;
        for (const std::size_t run : compared.groups()[g].draws)
            if (wanted[run])
                members.push_back(run);
        if (members.size() < 2)
            continue;
        for (const std::size_t run : compared.groups()[g].rows)
            taken[run] = true;
        QString name = CompareFigures::groupName(compared.groupNames()[g]);
        if (several)
            name += QStringLiteral(" · ") + CompareFigures::data(compared.recordOfGroup(g));
        out.push_back({name, compared.seriesOf(members.front()), members});
    }
    // Oldest first, so that a run keeps its dash while further ones are added.
    for (auto run = runs.rbegin(); run != runs.rend(); ++run)
        if (!taken[*run])
            out.push_back({toQString(compared.record(*run).name), compared.seriesOf(*run), {*run}});
    return out;
}

ColourRule seriesColour(const CompareRuns &compared, std::size_t series, double opacity = 1)
{
    const int colour = compared.series()[series].style.colour;
    return [colour, opacity] {
        QColor ink = Theme::instance().group(colour);
        ink.setAlphaF(float(opacity));
        return ink;
    };
}

class Scene {
public:
    Scene(Plot &plot, const CompareRuns &compared, const PreparedCurves &curves, const CurveStyle &style)
        : plot_(plot), compared_(compared), curves_(curves), style_(style)
    {
    }

    void bundle(const std::vector<std::size_t> &runs, const QColor &colour, double width)
    {
        if (runs.empty())
            return;
        auto *item = new CurveBundle(&plot_);
        std::vector<const QVector<QPointF> *> lines;
        for (const std::size_t run : runs)
            lines.push_back(curves_.line(run));
        item->setLines(std::move(lines));
        item->setPen(QPen(colour, width));
    }

    void thinCurves(const std::vector<std::size_t> &runs)
    {
        std::map<std::size_t, std::vector<std::size_t>> of_series;
        for (const std::size_t run : runs)
            of_series[compared_.seriesOf(run)].push_back(run);
        for (const auto &[series, members] : of_series) {
            QColor colour = Theme::instance().group(compared_.series()[series].style.colour);
            colour.setAlphaF(members.size() > 200 ? 0.35f : members.size() > 40 ? 0.55f : 0.85f);
            bundle(members, colour, 1);
        }
    }

    CurveBand band(const Unit &unit) const
    {
        std::vector<const RecordedCurves::Stage *> stages;
        for (const std::size_t run : unit.runs)
            if (const RecordedCurves::Stage *stage = curves_.stage(compared_, run))
                stages.push_back(stage);
        return curve_band(stages, curves_.term().term, style_.spread);
    }

    void drawBand(const Unit &unit, const CurveBand &of, QStringList &spoken)
    {
        const QVector<double> keys = vectorOf(of.epochs);
        const ColourRule colour = seriesColour(compared_, unit.series);
        plot_.addBand(unit.name, colour, 0.22).setData(keys, vectorOf(of.low), vectorOf(of.high));
        plot_.addLine(unit.name, colour, Qt::SolidLine, style_.labelled)->setData(keys, vectorOf(of.mean), true);
        spoken << QCoreApplication::translate("CurveScene", "%1, mean of %2 runs: %3").arg(unit.name).arg(of.runs).arg(number(of.mean.back()));
    }

    void drawLine(const Unit &unit, QStringList &spoken)
    {
        const std::size_t run = unit.runs.front();
        const RecordedCurves::Stage *stage = curves_.stage(compared_, run);
        if (!stage)
            return;
        QVector<double> keys, values = vectorOf(curve_values(*stage, curves_.term().term));
        for (qsizetype i = 0; i < values.size(); ++i)
            keys << stage->points[std::size_t(i)].epoch;
        if (keys.isEmpty())
            return;
        // The chosen run stands out by the others stepping back.
        const bool chosen = chosenIsDrawn_ && compared_.runs()[run].id != compared_.current();
        const Qt::PenStyle dash = dashes[std::size_t(lines_[unit.series]++) % std::size(dashes)];
        plot_.addLine(unit.name, seriesColour(compared_, unit.series, chosen ? 0.55 : 1), dash, style_.labelled)->setData(keys, values, true);
        spoken << QStringLiteral("%1, %2: %3").arg(unit.name, compared_.series()[unit.series].label, number(values.last()));
    }

    void setChosenIsDrawn(bool drawn) { chosenIsDrawn_ = drawn; }

private:
    Plot &plot_;
    const CompareRuns &compared_;
    const PreparedCurves &curves_;
    const CurveStyle &style_;
    std::map<std::size_t, int> lines_; ///< of each series, so far
    bool chosenIsDrawn_ = false;
};

} // namespace

// --- PreparedCurves

QCPRange PreparedCurves::Range::values() const
{
    if (logarithmic())
        return {low / 1.3, high * 1.3};
    const double pad = std::max((high - low) * 0.08, std::max(std::abs(high) * 1e-3, 1e-9));
    return {low > 0 && low < high - low ? 0.0 : low - pad, high + pad};
}

const RecordedCurves::Stage *PreparedCurves::stage(const CompareRuns &runs, std::size_t run) const
{
    const auto &curves = runs.runs()[run].curves;
    if (!curves)
        return nullptr;
    return term_.teacher ? &curves->teacher : &curves->student;
}

void PreparedCurves::prepare(const CompareRuns &runs, const CurveTerm &term)
{
    term_ = term;
    drawn_.clear();
    lines_.assign(runs.runs().size(), {});
    ranges_.assign(runs.runs().size(), {});
    const std::vector<std::size_t> shown = runs.shown();
    const std::size_t most = std::clamp(most_points / std::max<std::size_t>(shown.size(), 1), least_of_a_line, most_of_a_line);
    for (const std::size_t run : shown) {
        const RecordedCurves::Stage *of = stage(runs, run);
        if (!of || of->points.empty())
            continue;
        const std::vector<double> values = curve_values(*of, term.term);
        if (values.empty())
            continue;
        lines_[run] = thinned(*of, values, most);
        const auto [low, high] = std::minmax_element(values.begin(), values.end());
        ranges_[run] = {*low, *high, of->points.back().epoch};
        drawn_.push_back(run);
    }
}

PreparedCurves::Range PreparedCurves::rangeOf(const std::vector<std::size_t> &runs) const
{
    Range out{std::numeric_limits<double>::max(), std::numeric_limits<double>::lowest(), 1};
    for (const std::size_t run : runs) {
        out.low = std::min(out.low, ranges_[run].low);
        out.high = std::max(out.high, ranges_[run].high);
        out.last = std::max(out.last, ranges_[run].last);
    }
    return out;
}

// --- drawing

DrawnCurves drawCurves(Plot &plot, const CompareRuns &compared, const PreparedCurves &curves, const std::vector<std::size_t> &runs, const CurveStyle &style)
{
    DrawnCurves out;
    plot.clearAll();
    if (runs.empty()) {
        plot.replot(QCustomPlot::rpQueuedReplot);
        return out;
    }
    std::vector<std::size_t> front, behind;
    for (const std::size_t run : runs)
        (!compared.hasSelection() || compared.isSelected(run) ? front : behind).push_back(run);
    out.runs = front.size();
    Scene scene(plot, compared, curves, style);
    QColor faint = Theme::instance().muted();
    faint.setAlphaF(behind.size() > 200 ? 0.16f : 0.28f);
    scene.bundle(behind, faint, 1);

    QStringList spoken;
    const std::vector<Unit> units = unitsOf(compared, front);
    const auto isChosen = [&](std::size_t run) { return compared.runs()[run].id == compared.current(); };
    const bool few = front.size() <= single_lines && std::all_of(units.begin(), units.end(), [](const Unit &unit) { return unit.runs.size() == 1; });
    if (units.size() <= style.most_units) {
        scene.setChosenIsDrawn(!compared.hasSelection() && few && std::any_of(front.begin(), front.end(), isChosen));
        for (const Unit &unit : units) {
            const CurveBand band = unit.runs.size() > 1 ? scene.band(unit) : CurveBand();
            if (band.runs > 1 && !band.empty()) {
                scene.drawBand(unit, band, spoken);
                ++out.bands;
                out.seeds = std::max(out.seeds, band.runs);
            } else {
                for (const std::size_t run : unit.runs)
                    scene.drawLine({toQString(compared.record(run).name), unit.series, {run}}, spoken);
            }
        }
    } else {
        out.bundled = true;
        scene.thinCurves(front);
    }
    const PreparedCurves::Range range = curves.rangeOf(runs);
    out.logarithmic = range.logarithmic();
    if ((plot.yAxis->scaleType() == QCPAxis::stLogarithmic) != out.logarithmic)
        plot.setLogarithmic(out.logarithmic);
    plot.setHome({0, range.last}, range.values());
    plot.setSummary(out.bundled ? QCoreApplication::translate("CurveScene", "%1 curves").arg(front.size()) : spoken.join(QStringLiteral("; ")));
    plot.updateEndLabels();
    plot.replot(QCustomPlot::rpQueuedReplot);
    return out;
}

} // namespace fairloom::ui
