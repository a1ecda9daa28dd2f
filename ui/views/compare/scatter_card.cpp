#include "ui/views/compare/scatter_card.h"

#include "ui/models/audit_figures.h"
#include "ui/models/compare_words.h"
#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/views/compare/series_legend.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip_group.h"
#include "ui/widgets/source_style.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace fairloom::ui {

namespace {

constexpr std::array offered_figures{ComparedFigure::dpr,      ComparedFigure::eor,          ComparedFigure::accuracy,  ComparedFigure::f1,
                             ComparedFigure::density,  ComparedFigure::coverage,     ComparedFigure::tsts_dpr,  ComparedFigure::auroc,
                             ComparedFigure::dpd,      ComparedFigure::eod,          ComparedFigure::auroc_latent, ComparedFigure::total_s,
                             ComparedFigure::training_s, ComparedFigure::student_s,  ComparedFigure::rows_per_s};
constexpr std::size_t small_markers_from = 150;

QComboBox *figureBox(const QString &name, const QString &accessible, const QString &toolTip)
{
    auto *box = new QComboBox;
    box->setObjectName(name);
    box->setAccessibleName(accessible);
    box->setToolTip(toolTip);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(7);
    return box;
}

QLabel *muted(const QString &text, QWidget *buddy)
{
    auto *label = new QLabel(text);
    label->setProperty("look", "muted");
    label->setBuddy(buddy);
    return label;
}

int indexOf(ComparedFigure figure)
{
    return int(std::find(offered_figures.begin(), offered_figures.end(), figure) - offered_figures.begin());
}

} // namespace

ScatterCard::ScatterCard(CompareRuns &runs, QWidget *parent) : QWidget(parent), runs_(runs), card_(new Card(tr("Fairness against utility")))
{
    y_ = figureBox(QStringLiteral("compareYFigure"), tr("Figure on the vertical axis"), tr("What is drawn upwards"));
    x_ = figureBox(QStringLiteral("compareXFigure"), tr("Figure on the horizontal axis"), tr("What is drawn to the right"));
    for (QComboBox *box : {x_, y_})
        for (const ComparedFigure figure : offered_figures)
            box->addItem(CompareFigures::label(figure));
    x_->setCurrentIndex(indexOf(ComparedFigure::dpr));
    y_->setCurrentIndex(indexOf(ComparedFigure::accuracy));
    colours_ = figureBox(QStringLiteral("compareColours"), tr("What colours and markers tell apart"), tr("What colours and markers tell apart"));
    colours_->addItems({tr("loss"), tr("method"), tr("variant")});
    means_ = new ChipGroup({tr("Runs"), tr("Means")});
    means_->setObjectName(QStringLiteral("compareMeans"));
    means_->setAccessibleName(tr("Runs, or means over seeds"));
    means_->setToolTip(tr("Runs: a point a run. Means: a point for runs that differ in their seed alone, with whiskers of one standard deviation."));
    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::gap);
    row->addWidget(y_);
    row->addWidget(muted(tr("against"), x_));
    row->addWidget(x_);
    row->addWidget(muted(tr("by"), colours_));
    row->addWidget(colours_);
    row->addStretch(1);
    card_->tools()->addWidget(means_);
    card_->body()->addLayout(row);

    plot_ = new TradeOffPlot;
    plot_->setObjectName(QStringLiteral("compareScatter"));
    plot_->setToolTips([this](std::size_t point) {
        if (runsOf_[point].empty())
            return plot_->points()[point].label;
        if (showsMeans())
            for (std::size_t g = 0; g < runs_.groups().size(); ++g)
                if (runs_.groups()[g].rows == runsOf_[point])
                    return CompareWords::groupToolTip(runs_, g, xFigure(), yFigure());
        return CompareWords::pointToolTip(runs_, runsOf_[point].front(), xFigure(), yFigure());
    });
    card_->body()->addWidget(plot_, 1);
    legend_ = new SeriesLegend(runs_);
    card_->body()->addWidget(legend_);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card_);

    for (QComboBox *box : {x_, y_})
        connect(box, &QComboBox::currentIndexChanged, this, [this] {
            plot_->resetZoom();
            refresh();
            emit figuresChanged();
        });
    connect(colours_, &QComboBox::currentIndexChanged, this, [this](int index) { runs_.setColours(CompareColours(index)); });
    connect(means_, &ChipGroup::currentChanged, this, &ScatterCard::refresh);
    connect(plot_, &TradeOffPlot::pointChosen, this, &ScatterCard::runChosen);
    connect(plot_, &TradeOffPlot::brushBegun, this, [this] { before_ = runs_.selected(); });
    connect(plot_, &TradeOffPlot::brushed, this, &ScatterCard::brush);
    connect(plot_, &TradeOffPlot::brushCleared, &runs_, &CompareRuns::clearSelection);
    connect(&runs_, &CompareRuns::reset, this, &ScatterCard::refresh);
    connect(&runs_, &CompareRuns::currentChanged, this, &ScatterCard::refresh);
    connect(&runs_, &CompareRuns::selectionChanged, this, &ScatterCard::refreshSelection);
    connect(&Theme::instance(), &Theme::changed, this, &ScatterCard::refresh); // its markers hold colours
}

ComparedFigure ScatterCard::xFigure() const
{
    return offered_figures[std::size_t(std::max(0, x_->currentIndex()))];
}

ComparedFigure ScatterCard::yFigure() const
{
    return offered_figures[std::size_t(std::max(0, y_->currentIndex()))];
}

void ScatterCard::setFigures(ComparedFigure x, ComparedFigure y)
{
    x_->setCurrentIndex(indexOf(x));
    y_->setCurrentIndex(indexOf(y));
}

void ScatterCard::setColours(CompareColours colours)
{
    colours_->setCurrentIndex(int(colours));
}

bool ScatterCard::showsMeans() const
{
    return means_->current() == 1;
}

void ScatterCard::brush(const std::vector<std::size_t> &points, bool besides)
{
    std::vector<std::size_t> runs = besides ? before_ : std::vector<std::size_t>();
    for (const std::size_t point : points)
        runs.insert(runs.end(), runsOf_[point].begin(), runsOf_[point].end());
    runs_.select(std::move(runs), CompareRuns::Origin::plot);
}

TradeOffPlot::Point ScatterCard::pointOf(std::size_t run, double size) const
{
    TradeOffPlot::Point point;
    point.series = int(runs_.seriesOf(run));
    point.marker = seriesMarker(runs_.series()[runs_.seriesOf(run)].style, size);
    point.faded = !runs_.comparableWithAnchor(run);
    return point;
}

void ScatterCard::addRuns(Gathered &to)
{
    const ComparedFigure x = xFigure(), y = yFigure();
    const std::vector<std::size_t> shown = runs_.shown();
    const double size = shown.size() >= small_markers_from ? 6 : 8;
    for (const std::size_t run : shown) {
        const ComparisonRow &row = runs_.rows()[run];
        if (!row[x] || !row[y]) {
            leftOut_ += row.judged ? 1 : 0;
            continue;
        }
        TradeOffPlot::Point point = pointOf(run, size);
        point.id = runs_.runs()[run].id;
        point.label = toQString(runs_.record(run).name);
        point.x = *row[x].value * info_of(x).shown_per_unit;
        point.y = *row[y].value * info_of(y).shown_per_unit;
        faded_ += point.faded ? 1 : 0;
        // A run that was stopped says nothing about what its settings can do.
        to.comparable.push_back(point.faded || !row.counts() ? TradeOffPoint() : TradeOffPoint{point.x, point.y});
        to.points.push_back(std::move(point));
        runsOf_.push_back({run});
    }
}

void ScatterCard::addMeans(Gathered &to)
{
    const ComparedFigure x = xFigure(), y = yFigure();
    for (std::size_t g = 0; g < runs_.groups().size(); ++g) {
        const SeedGroup &group = runs_.groups()[g];
        const Spread &across = group[x], &up = group[y];
        if (across.n == 0 || up.n == 0) {
            ++leftOut_;
            continue;
        }
        TradeOffPlot::Point point = pointOf(group.rows.front(), 9);
        point.id = runs_.runs()[group.rows.front()].id;
        point.label = CompareFigures::groupName(runs_.groupNames()[g]);
        point.x = across.mean * info_of(x).shown_per_unit;
        point.y = up.mean * info_of(y).shown_per_unit;
        point.dx = across.sd * info_of(x).shown_per_unit;
        point.dy = up.sd * info_of(y).shown_per_unit;
        faded_ += point.faded ? 1 : 0;
        to.comparable.push_back(point.faded ? TradeOffPoint() : TradeOffPoint{point.x, point.y});
        to.points.push_back(std::move(point));
        runsOf_.push_back(group.rows);
    }
}

/// What the anchor's real rows and its control give, to hold its generated rows against.
void ScatterCard::addReferences(Gathered &to)
{
    if (runs_.anchor() >= runs_.runs().size())
        return;
    for (const char *source : {"real", "control_independent"}) {
        const ComparisonRow row = comparison_row(runs_.record(runs_.anchor()), {source, runs_.choice().protocol, runs_.choice().classifier});
        const Metric &x = row[xFigure()], &y = row[yFigure()];
        const bool of_decisions = xFigure() < ComparedFigure::tsts_dpr && yFigure() < ComparedFigure::tsts_dpr;
        if (!row.judged || !x || !y || !of_decisions)
            continue;
        TradeOffPlot::Point point;
        point.label = AuditFigures::sourceLabel(source);
        point.marker = sourceMarker(toQString(source), 8);
        point.series = -1 - int(to.points.size()); // a marker of its own
        point.x = *x.value;
        point.y = *y.value;
        to.points.push_back(std::move(point));
        runsOf_.emplace_back();
    }
}

void ScatterCard::refresh()
{
    runsOf_.clear();
    leftOut_ = faded_ = 0;
    Gathered gathered;
    if (showsMeans())
        addMeans(gathered);
    else
        addRuns(gathered);
    const std::size_t of_runs = gathered.points.size();
    legend_->refresh();
    if (of_runs == 0) {
        plot_->setPoints({}, {});
        card_->setRemark({});
        means_->setVisible(showsMeans()); // the way back to the runs, if it is the means that there are none of
        emit emptied();
        return;
    }
    std::vector<std::size_t> front = pareto_front(gathered.comparable, info_of(xFigure()).more_is_better, info_of(yFigure()).more_is_better);
    addReferences(gathered);
    card_->setFilled();
    means_->show();
    QStringList remarks{of_runs == 1   ? tr("drag to select")
                        : showsMeans() ? tr("%1 means · drag to select").arg(of_runs)
                                       : tr("%1 runs · drag to select").arg(of_runs)};
    if (faded_ > 0)
        remarks << tr("other data or task, faded: %1").arg(faded_);
    if (leftOut_ > 0)
        remarks << tr("undefined, not drawn: %1").arg(leftOut_);
    card_->setRemark(remarks.join(QStringLiteral(" · ")));
    plot_->setFigures(CompareFigures::axisTitle(xFigure(), runs_.choice()), CompareFigures::axisTitle(yFigure(), runs_.choice()));
    plot_->setPoints(std::move(gathered.points), std::move(front));
    plot_->setCurrent(runs_.current());
    refreshSelection();
}

void ScatterCard::refreshSelection()
{
    std::vector<bool> selected;
    if (runs_.hasSelection())
        for (const std::vector<std::size_t> &runs : runsOf_)
            selected.push_back(std::any_of(runs.begin(), runs.end(), [this](std::size_t run) { return runs_.isSelected(run); }));
    plot_->setSelected(std::move(selected));
}

} // namespace fairloom::ui
