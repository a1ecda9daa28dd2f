#include "ui/views/compare/curve_panels.h"

#include "ui/style/theme.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/plot.h"

#include <QGridLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace fairloom::ui {

namespace {

constexpr std::size_t most_panels = 6;
constexpr std::size_t most_bands = 4; // in one small plot

}

CurvePanels::CurvePanels(QWidget *parent) : QWidget(parent), grid_(new QGridLayout(this))
{
    grid_->setContentsMargins(0, 0, 0, 0);
    grid_->setHorizontalSpacing(Theme::space);
    grid_->setVerticalSpacing(Theme::gap);
}

CurvePanels::Panel &CurvePanels::panel(std::size_t index)
{
    while (panels_.size() <= index) {
        Panel made;
        made.box = new QWidget;
        made.title = new ElidedLabel;
        made.title->setTextFormat(Qt::PlainText);
        made.plot = new Plot;
        made.plot->setObjectName(QStringLiteral("compareCurvePanel%1").arg(panels_.size()));
        made.plot->setMinimumSize(100, 70);
        auto *layout = new QVBoxLayout(made.box);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(0);
        layout->addWidget(made.title);
        layout->addWidget(made.plot, 1);
        panels_.push_back(made);
    }
    return panels_[index];
}

void CurvePanels::arrange(std::size_t count)
{
    for (std::size_t i = 0; i < panels_.size(); ++i)
        panels_[i].box->setVisible(i < count);
    if (count == shown_)
        return;
    shown_ = count;
    const int columns = count <= 1 ? 1 : count <= 4 ? 2 : 3;
    for (const Panel &panel : panels_)
        grid_->removeWidget(panel.box);
    for (std::size_t i = 0; i < count; ++i)
        grid_->addWidget(panels_[i].box, int(i) / columns, int(i) % columns);
    const int rows = (int(count) + columns - 1) / columns;
    for (int column = 0; column < 3; ++column)
        grid_->setColumnStretch(column, column < columns ? 1 : 0);
    for (int row = 0; row < 3; ++row)
        grid_->setRowStretch(row, row < rows ? 1 : 0);
}

void CurvePanels::clear()
{
    for (const Panel &panel : panels_)
        panel.plot->clearAll();
}

std::vector<std::pair<Plot *, QString>> CurvePanels::plots() const
{
    std::vector<std::pair<Plot *, QString>> out;
    for (std::size_t i = 0; i < shown_; ++i)
        out.emplace_back(panels_[i].plot, panels_[i].name);
    return out;
}

DrawnCurves CurvePanels::draw(const CompareRuns &compared, const PreparedCurves &curves, const CurveStyle &style)
{
    std::vector<std::vector<std::size_t>> runs(compared.series().size());
    for (const std::size_t run : curves.drawn())
        runs[compared.seriesOf(run)].push_back(run);
    CurveStyle small = style;
    small.labelled = false;
    small.most_units = most_bands;
    DrawnCurves out;
    std::size_t count = 0;
    leftOut_ = 0;
    for (std::size_t series = 0; series < runs.size(); ++series) {
        if (runs[series].empty())
            continue;
        if (count == most_panels) {
            ++leftOut_;
            continue;
        }
        const CompareRuns::Series &of = compared.series()[series];
        Panel &shown = panel(count++);
        shown.name = of.label;
        shown.title->setText(QStringLiteral("%1 %2").arg(seriesSymbol(of.style)).arg(of.label));
        QPalette palette = shown.title->palette();
        palette.setColor(QPalette::WindowText, Theme::instance().group(of.style.colour));
        shown.title->setPalette(palette);
        shown.plot->setAccessibleName(tr("Loss curves, %1").arg(of.label));
        const DrawnCurves drawn = drawCurves(*shown.plot, compared, curves, runs[series], small);
        out.runs += drawn.runs;
        out.bands += drawn.bands;
        out.seeds = std::max(out.seeds, drawn.seeds);
        out.logarithmic = out.logarithmic || drawn.logarithmic;
        out.bundled = out.bundled || drawn.bundled;
    }
    arrange(count);
    return out;
}

} // namespace fairloom::ui
