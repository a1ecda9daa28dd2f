#include "ui/views/latent_card.h"

#include "ui/text.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip_group.h"
#include "ui/widgets/group_legend.h"
#include "ui/widgets/plot.h"
#include "ui/workers/session.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace fairloom::ui {

namespace {

constexpr double dot = 4.5, dot_opacity = 0.6;

/// The range follows the cloud only when it leaves it or fills too little of it: a range that moves with every picture
/// makes the cloud look still.
double follow(double shown, double needed)
{
    return needed > shown || needed < 0.55 * shown ? needed * 1.15 : shown;
}

} // namespace

LatentCard::LatentCard(QWidget *parent) : QWidget(parent), card_(new Card(tr("Latent space"))), plot_(new Plot)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card_);
    colour_ = new ChipGroup({tr("group"), tr("label")});
    colour_->setAccessibleName(tr("Colour points by group or by label"));
    colour_->setToolTip(tr("Colour points by group or by label."));
    legend_ = new GroupLegend;
    plot_->setObjectName(QStringLiteral("cloudPlot"));
    plot_->setAccessibleName(tr("Latent space"));
    plot_->setMinimumHeight(140);
    plot_->setAxisTitles(tr("principal component 1"), tr("principal component 2"));
    for (QCPAxis *axis : {plot_->xAxis, plot_->yAxis}) {
        axis->setTickLabels(false);
        axis->grid()->setVisible(false);
    }
    card_->tools()->addWidget(colour_);
    card_->body()->addWidget(plot_, 1);
    card_->body()->addWidget(legend_);
    slider_ = new QSlider(Qt::Horizontal);
    slider_->setObjectName(QStringLiteral("cloudEpochSlider"));
    slider_->setAccessibleName(tr("Epoch of the latent space shown"));
    slider_->setToolTip(tr("Goes back to how the latent space lay in earlier epochs; at the right end it follows the training."));
    epochText_ = new QLabel;
    epochText_->setObjectName(QStringLiteral("cloudEpoch"));
    epochText_->setProperty("look", "muted");
    epochText_->setMinimumWidth(epochText_->fontMetrics().horizontalAdvance(tr("epoch %1").arg(8888)));
    past_ = new QWidget;
    auto *past = new QHBoxLayout(past_);
    past->setContentsMargins(0, 0, 0, 0);
    past->addWidget(slider_, 1);
    past->addWidget(epochText_);
    past_->hide();
    card_->body()->addWidget(past_);
    connect(slider_, &QSlider::valueChanged, this, &LatentCard::lookAt);
    connect(colour_, &ChipGroup::currentChanged, this, [this] {
        draw();
        plot_->replot(QCustomPlot::rpQueuedReplot);
    });
}

void LatentCard::setRun(const RunEntry *run, const QStringList &groups)
{
    monitor_ = run ? run->monitor : nullptr;
    groups_ = groups;
    positive_ = run ? toQString(run->request.task.positive) : QString();
    cloud_ = nullptr;
    reachX_ = reachY_ = 0;
    plot_->clearAll();
    plot_->setHint(!run          ? QString()
                   : run->record ? tr("The cloud is kept only while the window is open")
                                 : tr("The cloud appears after the first epoch"));
    legend_->setNames({});
    card_->setRemark({});
    past_->hide();
    {
        const QSignalBlocker quiet(slider_);
        slider_->setRange(0, 0);
    }
    if (run)
        refresh(*run);
    plot_->resetZoom();
}

void LatentCard::refresh(const RunEntry &run)
{
    if (monitor_ != run.monitor)
        return;
    const int newest = int(monitor_->cloud_count()) - 1;
    if (newest < 0)
        return;
    const bool follows = slider_->value() == slider_->maximum();
    {
        const QSignalBlocker quiet(slider_);
        slider_->setRange(0, newest);
        if (follows)
            slider_->setValue(newest);
    }
    past_->setVisible(newest > 0);
    if (follows)
        show(monitor_->cloud());
}

void LatentCard::lookAt(int index)
{
    if (!monitor_)
        return;
    show(monitor_->cloud_at(std::size_t(index)));
    emit lookedBackAt(cloud_ && index < slider_->maximum() ? cloud_->epoch : -1);
}

void LatentCard::show(std::shared_ptr<const LatentCloud> cloud)
{
    if (!cloud || cloud == cloud_)
        return;
    cloud_ = std::move(cloud);
    epochText_->setText(tr("epoch %1").arg(int(cloud_->epoch)));
    plot_->setHint({});
    fitRange();
    draw();
    card_->setRemark(tr("%1 of %2 rows").arg(count(cloud_->x.size()), count(cloud_->of_rows)));
    plot_->setSummary(tr("%1 rows at epoch %2 on two principal components of the latent space.")
                          .arg(count(cloud_->x.size())).arg(int(cloud_->epoch)));
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void LatentCard::fitRange()
{
    double x = 1e-9, y = 1e-9;
    for (const float value : cloud_->x)
        x = std::max(x, std::abs(double(value)));
    for (const float value : cloud_->y)
        y = std::max(y, std::abs(double(value)));
    reachX_ = follow(reachX_, x);
    reachY_ = follow(reachY_, y);
    plot_->setHome({-reachX_, reachX_}, {-reachY_, reachY_});
}

void LatentCard::draw()
{
    if (!cloud_)
        return;
    const bool byGroup = colour_->current() != 1;
    int classes = byGroup ? int(groups_.size()) : 2;
    if (byGroup)
        for (const std::int32_t group : cloud_->group)
            classes = std::max(classes, group + 1);
    QStringList names;
    for (int c = 0; c < classes; ++c)
        names << (byGroup ? (c < groups_.size() ? groups_[c] : tr("group %1").arg(c + 1))
                          : c == 0 ? tr("not %1").arg(positive_) : positive_);

    std::vector<QVector<double>> x(static_cast<std::size_t>(classes)), y(x);
    for (std::size_t i = 0; i < cloud_->x.size(); ++i) {
        const auto c = std::size_t(byGroup ? cloud_->group[i] : cloud_->label[i]);
        x[c] << double(cloud_->x[i]);
        y[c] << double(cloud_->y[i]);
    }
    const bool rebuild = plot_->graphCount() != classes;
    if (rebuild)
        plot_->clearAll();
    for (int c = 0; c < classes; ++c) {
        QCPGraph *points = rebuild ? plot_->addPoints(names[c], groupColour(c), dot, dot_opacity, groupShape(c)) : plot_->graph(c);
        points->setName(names[c]);
        points->setData(x[std::size_t(c)], y[std::size_t(c)]);
    }
    plot_->setReadout([](const QCPGraph *graph, int) { return graph->name(); });
    legend_->setNames(names, true);
}

} // namespace fairloom::ui
