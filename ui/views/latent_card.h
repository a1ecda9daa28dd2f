#pragma once

#include "core/training/run_monitor.h"

#include <QStringList>
#include <QWidget>

#include <memory>

class QLabel;
class QSlider;

namespace fairloom::ui {

class Card;
class ChipGroup;
class GroupLegend;
class Plot;
struct RunEntry;

/// The teacher's latent means of some training rows on their first two principal components, coloured by group or by
/// label, moving while it trains. A slider goes back to how they lay in earlier epochs.
class LatentCard final : public QWidget {
    Q_OBJECT
public:
    explicit LatentCard(QWidget *parent = nullptr);

    /// `groups` are the names of the run's groups.
    void setRun(const RunEntry *run, const QStringList &groups);
    void refresh(const RunEntry &run);
    Card *card() const { return card_; }

signals:
    void lookedBackAt(double epoch); ///< negative: at the newest again

private:
    void lookAt(int index);
    void show(std::shared_ptr<const LatentCloud> cloud);
    void draw();
    void fitRange();

    Card *card_;
    Plot *plot_;
    ChipGroup *colour_;
    GroupLegend *legend_;
    QWidget *past_;
    QSlider *slider_;
    QLabel *epochText_;
    QStringList groups_;
    QString positive_;
    std::shared_ptr<RunMonitor> monitor_;
    std::shared_ptr<const LatentCloud> cloud_;
    double reachX_ = 0, reachY_ = 0; ///< half the shown range, around 0
};

} // namespace fairloom::ui
