#pragma once

#include "core/training/run_monitor.h"

#include <QStringList>
#include <QWidget>

#include <memory>

namespace fairloom::ui {

class Card;
class ChipGroup;
class GroupLegend;
class Plot;
struct RunEntry;

/// The teacher's latent means of some training rows on their first two principal components, coloured by group or by
/// label, moving while it trains.
class LatentCard final : public QWidget {
    Q_OBJECT
public:
    explicit LatentCard(QWidget *parent = nullptr);

    /// `groups` are the names of the run's groups.
    void setRun(const RunEntry *run, const QStringList &groups);
    void refresh(const RunEntry &run);
    Card *card() const { return card_; }

private:
    void draw();
    void fitRange();

    Card *card_;
    Plot *plot_;
    ChipGroup *colour_;
    GroupLegend *legend_;
    QStringList groups_;
    QString positive_;
    std::shared_ptr<RunMonitor> monitor_;
    std::shared_ptr<const LatentCloud> cloud_;
    double reachX_ = 0, reachY_ = 0; ///< half the shown range, around 0
};

} // namespace fairloom::ui
