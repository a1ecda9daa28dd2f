#include "ui/views/curve_card.h"

#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip_group.h"
#include "ui/widgets/plot.h"
#include "ui/widgets/plot_tickers.h"
#include "ui/workers/session.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <limits>

namespace fairloom::ui {

namespace {

constexpr double smoothing = 0.85;   // weight of what came before
constexpr double widest_ratio = 1e12; // V² alone is 10⁻⁹ beside a reconstruction of 10

QPushButton *switchChip(const QString &text, const QString &toolTip)
{
    auto *chip = new QPushButton(text);
    chip->setProperty("look", "chip");
    chip->setCheckable(true);
    chip->setCursor(Qt::PointingHandCursor);
    chip->setToolTip(toolTip);
    return chip;
}

} // namespace

CurveCard::CurveCard(CurveStage stage, const QString &title, QWidget *parent)
    : QWidget(parent), stage_(stage), card_(new Card(title)), plot_(new Plot)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card_);
    scale_ = new ChipGroup({tr("log"), tr("linear")});
    scale_->setAccessibleName(tr("%1: logarithmic or linear axis").arg(title));
    scale_->setCurrent(stage == CurveStage::teacher ? 0 : 1);
    smooth_ = switchChip(tr("smooth"), tr("Draws a running mean of each term instead of its values."));
    unweighted_ = switchChip(tr("raw"), tr("Draws each term before it is multiplied by its weight in the loss."));
    card_->tools()->addWidget(scale_);
    card_->tools()->addWidget(smooth_);
    card_->tools()->addWidget(unweighted_);
    plot_->setAccessibleName(tr("%1: loss curves").arg(title));
    plot_->setMinimumHeight(150);
    plot_->axisRect()->setRangeDrag(Qt::Horizontal | Qt::Vertical);
    card_->body()->addWidget(plot_, 1);
    connect(scale_, &ChipGroup::currentChanged, this, &CurveCard::rebuild);
    connect(smooth_, &QPushButton::toggled, this, &CurveCard::rebuild);
    connect(unweighted_, &QPushButton::toggled, this, &CurveCard::rebuild);
    rebuild();
}

QString CurveCard::termName(const QString &term) const
{
    const bool weighted = !unweighted_->isChecked();
    if (term == QStringLiteral("reconstruction"))
        return tr("reconstruction");
    if (term == QStringLiteral("fairness"))
        return weighted ? tr("fairness β·V²") : tr("fairness V²");
    if (term == QStringLiteral("label"))
        return tr("label");
    if (term == QStringLiteral("quality"))
        return tr("quality");
    if (term == QStringLiteral("kl") && stage_ == CurveStage::teacher)
        return tr("KL to prior");
    if (term == QStringLiteral("kl"))
        return weighted ? tr("λ·KL") : tr("KL");
    return term;
}

void CurveCard::setRun(const RunEntry *run, const std::vector<const RunEntry *> &ghosts)
{
    monitor_ = run ? run->monitor : nullptr;
    ghosts_.clear();
    for (const RunEntry *ghost : ghosts)
        ghosts_.push_back({ghost->name, ghost->monitor});
    mark_ = -1;
    ended_ = run && run->record;
    const bool ramps = run && stage_ == CurveStage::teacher && run->request.settings.log10_beta > 0;
    rampShare_ = ramps ? run->request.settings.ramp_share : 0;
    epochs_ = !run ? 0 : stage_ == CurveStage::teacher ? run->request.settings.teacher_epochs : run->request.settings.student_epochs;
    secondsPerEpoch_ = 0;
    spokenEpoch_ = -1;
    epoch_.clear();
    curves_.clear();
    card_->setRemark({});
    rebuild();
    if (run)
        refresh(*run);
    plot_->resetZoom();
}

void CurveCard::setGhostsKept(bool kept)
{
    if (kept == ghostsKept_)
        return;
    ghostsKept_ = kept;
    rebuild();
}

void CurveCard::setMark(double epoch)
{
    mark_ = epoch;
    markLine_.place(*plot_, mark_);
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void CurveCard::refresh(const RunEntry &run)
{
    if (monitor_ != run.monitor)
        return;
    const std::vector<CurvePoint> points = monitor_->points_since(stage_, epoch_.size());
    const bool firstPoints = curves_.empty() && !points.empty();
    if (firstPoints) {
        for (const std::string &term : monitor_->terms(stage_)) {
            Curve curve;
            curve.term = toQString(term);
            curves_.push_back(std::move(curve));
        }
        if (const int planned = monitor_->epochs(stage_); planned > 0)
            epochs_ = planned;
    }
    const std::size_t from = epoch_.size();
    for (const CurvePoint &point : points) {
        epoch_.push_back(point.epoch);
        for (std::size_t t = 0; t < curves_.size() && t < point.raw.size(); ++t) {
            curves_[t].raw.push_back(point.raw[t]);
            curves_[t].weighted.push_back(point.weighted[t]);
        }
    }
    updateWords(run);
    if (points.empty())
        return;
    if (firstPoints) {
        rebuild();
        return;
    }
    append(from);
    updateRange();
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void CurveCard::rebuild()
{
    const bool logarithmic = scale_->current() == 0;
    plot_->clearAll();
    plot_->setLogarithmic(logarithmic);
    QString title = unweighted_->isChecked() ? tr("loss, unweighted") : tr("loss");
    if (logarithmic)
        title += QLatin1Char(' ') + tr("(log)");
    plot_->setAxisTitles(tr("epoch"), title);
    lowest_ = std::numeric_limits<double>::infinity();
    highest_ = -lowest_;
    for (Curve &curve : curves_) {
        plot_->addLine(termName(curve.term), termColour(curve.term));
        curve.started = false;
    }
    append(0);
    drawGhosts();
    markLine_.place(*plot_, mark_);
    if (rampShare_ > 0 && rampShare_ < 1 && !(ended_ && curves_.empty()))
        plot_->addVerticalMark(rampShare_ * epochs_, tr("β ramp ends"));
    updateRange();
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

double CurveCard::drawn(double value)
{
    if (!std::isfinite(value) || (scale_->current() == 0 && value <= 0))
        return std::numeric_limits<double>::quiet_NaN();
    lowest_ = std::min(lowest_, value);
    highest_ = std::max(highest_, value);
    return value;
}

void CurveCard::append(std::size_t from)
{
    const QVector<double> keys(epoch_.begin() + static_cast<std::ptrdiff_t>(from), epoch_.end());
    for (std::size_t t = 0; t < curves_.size(); ++t) {
        Curve &curve = curves_[t];
        const std::vector<double> &values = unweighted_->isChecked() ? curve.raw : curve.weighted;
        QVector<double> shown;
        for (std::size_t i = from; i < values.size(); ++i) {
            curve.smooth = curve.started ? smoothing * curve.smooth + (1 - smoothing) * values[i] : values[i];
            curve.started = true;
            shown << drawn(smooth_->isChecked() ? curve.smooth : values[i]);
        }
        plot_->graph(int(t))->addData(keys, shown, true);
    }
}

/// Behind the run's own curves, or in their place until there are some.
void CurveCard::drawGhosts()
{
    if (!monitor_)
        return;
    if (curves_.empty()) {
        if (ended_)
            return plot_->setHint(tr("This run has no such curve"));
        QString hint = stage_ == CurveStage::student ? tr("Distillation starts after the teacher") : QString();
        if (!ghosts_.empty() && (ghostsKept_ || stage_ == CurveStage::student))
            hint += (hint.isEmpty() ? QString() : QStringLiteral("\n")) + tr("%1 shown behind").arg(ghosts_.front().name);
        plot_->setHint(hint);
    }
    if (ghostsKept_)
        for (std::size_t i = ghosts_.size(); i-- > 0;)
            drawGhost(ghosts_[i], 0.7 / double(i + 1));
    else if (curves_.empty() && stage_ == CurveStage::student && !ghosts_.empty())
        drawGhost(ghosts_.front(), 0.7);
}

void CurveCard::drawGhost(const Ghost &ghost, double opacity)
{
    const std::vector<CurvePoint> points = ghost.monitor->points_since(stage_, 0);
    if (points.empty())
        return;
    const std::vector<std::string> terms = ghost.monitor->terms(stage_);
    for (std::size_t t = 0; t < terms.size(); ++t) {
        QVector<double> keys, values;
        for (const CurvePoint &point : points) {
            keys << point.epoch;
            values << drawn(unweighted_->isChecked() ? point.raw[t] : point.weighted[t]);
        }
        const QString term = toQString(terms[t]);
        const ColourRule colour = [of = termColour(term), opacity] {
            QColor faded = of();
            faded.setAlphaF(float(0.6 * opacity));
            return faded;
        };
        plot_->addLine(tr("%1, %2").arg(ghost.name, termName(term)), colour, Qt::DashLine, false)->setData(keys, values, true);
    }
}

void CurveCard::updateRange()
{
    if (!curves_.empty())
        plot_->setHint({});
    double low = lowest_, high = highest_;
    if (!(low <= high)) {
        low = 0.1;
        high = 1;
    }
    QCPRange y;
    if (scale_->current() == 0) {
        low = std::max(low, high / widest_ratio);
        y = QCPRange(low / 1.6, high * 1.6);
    } else {
        const double span = high - std::min(0.0, low);
        y = QCPRange(std::min(0.0, low - 0.05 * span), high + 0.06 * (span > 0 ? span : 1));
    }
    plot_->setHome({0, double(std::max(1, epochs_))}, y);
}

void CurveCard::updateWords(const RunEntry &run)
{
    const RunStatus status = monitor_->status();
    const bool mine = status.stage == (stage_ == CurveStage::teacher ? RunStage::teacher : RunStage::student);
    if (mine && status.seconds_per_epoch > 0)
        secondsPerEpoch_ = status.seconds_per_epoch;
    else if (stage_ == CurveStage::teacher && run.outcome && run.outcome->result.teacher.seconds_per_epoch > 0)
        secondsPerEpoch_ = run.outcome->result.teacher.seconds_per_epoch;
    QString remark;
    if (secondsPerEpoch_ > 0)
        remark = tr("%1 s/epoch").arg(number(secondsPerEpoch_, secondsPerEpoch_ < 0.01 ? 3 : 2));
    else if (stage_ == CurveStage::student)
        remark = lossName(run.request.settings.loss);
    card_->setRemark(remark);

    const int epoch = epoch_.empty() ? 0 : int(std::floor(epoch_.back() + 1e-9));
    if (epoch == spokenEpoch_)
        return;
    spokenEpoch_ = epoch;
    QStringList terms;
    for (const Curve &curve : curves_)
        terms << QStringLiteral("%1 %2").arg(termName(curve.term), plotNumber((unweighted_->isChecked() ? curve.raw : curve.weighted).back()));
    plot_->setSummary(terms.isEmpty() ? QString() : tr("Epoch %1 of %2: %3.").arg(epoch).arg(epochs_).arg(terms.join(QStringLiteral(", "))));
}

} // namespace fairloom::ui
