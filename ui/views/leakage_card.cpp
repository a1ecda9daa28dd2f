#include "ui/views/leakage_card.h"

#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/widgets/card.h"
#include "ui/workers/session.h"

#include <QLabel>
#include <QStringList>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace fairloom::ui {

LeakageCard::LeakageCard(QWidget *parent) : QWidget(parent), card_(new Card(tr("Leakage"))), plot_(new Plot), representation_(new QLabel)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card_);
    plot_->setObjectName(QStringLiteral("leakagePlot"));
    plot_->setAccessibleName(tr("Leakage of the group into the latent space"));
    plot_->setMinimumHeight(140);
    plot_->setAxisTitles(tr("epoch"), tr("AUROC of group from z"));
    card_->setRemark(tr("linear probe on held-out rows"));
    card_->body()->addWidget(plot_, 1);
    representation_->setObjectName(QStringLiteral("representationText"));
    representation_->setProperty("look", "muted");
    representation_->setWordWrap(true);
    representation_->setToolTip(tr("A logistic regression trained on latents of training rows and tested on those of held-out rows, the label "
                                   "hidden from the encoder in both"));
    representation_->hide();
    card_->body()->addWidget(representation_);
}

void LeakageCard::setRun(const RunEntry *run, const std::vector<const RunEntry *> &ghosts)
{
    monitor_ = run ? run->monitor : nullptr;
    ghosts_.clear();
    for (const RunEntry *ghost : ghosts)
        ghosts_.emplace_back(ghost->name, ghost->monitor);
    epochs_ = run ? std::max(1, run->request.settings.teacher_epochs) : 1;
    points_.clear();
    plot_->clearAll();
    card_->setFinding({});
    representation_->hide();
    plot_->setHint(!run          ? QString()
                   : run->record ? tr("Its course is kept only while the window is open")
                                 : tr("The probe is fitted after the first epochs"));
    band_ = plot_->addBand(tr("chance"), mutedColour(), 0.2);
    line_ = plot_->addLine(tr("teacher"), sourceColour(QStringLiteral("teacher")));
    line_->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssNone));
    plot_->setHome({0, double(epochs_)}, {0.4, 1.0});
    drawGhosts();
    if (run)
        refresh(*run);
    plot_->resetZoom();
}

void LeakageCard::setGhostsKept(bool kept)
{
    if (kept == ghostsKept_)
        return;
    ghostsKept_ = kept;
    drawGhosts();
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void LeakageCard::setMark(double epoch)
{
    mark_.place(*plot_, epoch);
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void LeakageCard::drawGhosts()
{
    for (const QPointer<QCPGraph> &line : ghostLines_)
        if (line)
            plot_->removeGraph(line);
    ghostLines_.clear();
    if (!ghostsKept_ || !monitor_)
        return;
    for (std::size_t i = 0; i < ghosts_.size(); ++i) {
        QVector<double> epochs, values;
        for (const LeakagePoint &point : ghosts_[i].second->leakage_since(0)) {
            epochs << point.epoch;
            values << point.auroc;
        }
        if (epochs.isEmpty())
            continue;
        const ColourRule colour = [opacity = 0.6 / double(i + 1)] {
            QColor faded = Theme::instance().source(QStringLiteral("teacher"));
            faded.setAlphaF(float(opacity));
            return faded;
        };
        QCPGraph *line = plot_->addLine(ghosts_[i].first, colour, Qt::DashLine);
        line->setData(epochs, values, true);
        ghostLines_.emplace_back(line);
    }
}

void LeakageCard::refresh(const RunEntry &run)
{
    if (monitor_ != run.monitor)
        return;
    showRepresentation(run);
    if (points_.empty())
        showJudged(run);
    const std::vector<LeakagePoint> fresh = monitor_->leakage_since(points_.size());
    if (fresh.empty())
        return;
    points_.insert(points_.end(), fresh.begin(), fresh.end());
    showRepresentation(run);
    draw();
    const QString sentence = finding(points_.back());
    card_->setFinding(sentence);
    plot_->setSummary(sentence);
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

/// Of a stored run, whose points are not kept: what the judgement after the training says.
void LeakageCard::showJudged(const RunEntry &run)
{
    const SourceResult *teacher = run.outcome ? run.outcome->result.source("teacher") : nullptr;
    if (!teacher || !teacher->leakage.latent || !teacher->leakage.latent->auroc)
        return;
    const ProbeResult &probe = *teacher->leakage.latent;
    LeakagePoint point;
    point.auroc = *probe.auroc.value;
    point.null_low = probe.null_low;
    point.null_high = probe.null_high;
    card_->setFinding(finding(point));
}

/// What a logistic regression makes of the latents: of the teacher while it trains, of both when the run has been judged.
void LeakageCard::showRepresentation(const RunEntry &run)
{
    const auto described = [](const QString &whose, double accuracy, const QString &dpr) {
        return tr("%1: accuracy %2, DPR %3").arg(whose, number(accuracy, 3), dpr);
    };
    QStringList parts;
    if (run.outcome)
        for (const auto &[name, label] : {std::pair{"teacher", tr("teacher")}, {"student", tr("student")}}) {
            const SourceResult *source = run.outcome->result.source(name);
            if (source && source->representation && source->representation->accuracy)
                parts << described(label, *source->representation->accuracy.value,
                                   source->representation->dpr ? number(*source->representation->dpr.value) : tr("undefined"));
        }
    if (parts.isEmpty() && !points_.empty())
        parts << described(tr("teacher"), points_.back().accuracy,
                           points_.back().dpr >= 0 ? number(points_.back().dpr) : tr("undefined"));
    representation_->setVisible(!parts.isEmpty());
    representation_->setText(tr("Label from z – %1").arg(parts.join(QStringLiteral("; "))));
}

void LeakageCard::draw()
{
    plot_->setHint({});
    QVector<double> epochs, values, keys, lows, highs;
    double lowest = 0.48, highest = 0.52;
    for (const LeakagePoint &point : points_) {
        epochs << point.epoch;
        values << point.auroc;
        lowest = std::min({lowest, point.auroc, point.null_low});
        highest = std::max({highest, point.auroc, point.null_high});
    }
    // chance does not end where the run stands
    keys << 0 << epochs << std::max(double(epochs_), epochs.last());
    for (const double LeakagePoint::*edge : {&LeakagePoint::null_low, &LeakagePoint::null_high}) {
        QVector<double> &of = edge == &LeakagePoint::null_low ? lows : highs;
        of << points_.front().*edge;
        for (const LeakagePoint &point : points_)
            of << point.*edge;
        of << points_.back().*edge;
    }
    band_.setData(keys, lows, highs);
    line_->setData(epochs, values, true);
    line_->setName(tr("teacher %1").arg(number(points_.back().auroc, 2)));
    plot_->setHome({0, double(epochs_)}, {std::floor((lowest - 0.1) * 20) / 20, 1.0}); // with room for the note below
    // under the band, where no curve runs
    if (!note_)
        note_ = plot_->addNote(0, 0, tr("chance (95 % of permutations)"), Qt::AlignRight | Qt::AlignTop);
    note_->position->setCoords(epochs_, lows.last());
}

QString LeakageCard::finding(const LeakagePoint &point) const
{
    // a comparison must still show in the rounded numbers
    const int decimals = number(point.auroc, 2) == number(point.null_high, 2) ? 3 : 2;
    const QString value = number(point.auroc, decimals), low = number(point.null_low, decimals), high = number(point.null_high, decimals);
    if (point.auroc <= point.null_high)
        return tr("A linear probe does no better than chance: AUROC %1, chance reaches %2 to %3.").arg(value, low, high);
    if (point.auroc < 0.6)
        return tr("The latent space still gives the group away a little: AUROC %1, chance reaches %2 to %3.").arg(value, low, high);
    if (point.auroc < 0.8)
        return tr("The latent space gives the group away: AUROC %1, chance reaches %2 to %3.").arg(value, low, high);
    return tr("The latent space gives the group away clearly: AUROC %1, chance reaches %2 to %3.").arg(value, low, high);
}

} // namespace fairloom::ui
