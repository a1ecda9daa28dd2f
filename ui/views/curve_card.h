#pragma once

#include "core/training/run_monitor.h"
#include "ui/widgets/epoch_mark.h"

#include <QWidget>

#include <memory>
#include <vector>

class QPushButton;

namespace fairloom::ui {

class Card;
class ChipGroup;
class Plot;
struct RunEntry;

/// The loss curves of one stage, live: one line per term, logarithmic or linear, raw or smoothed, as it enters the loss or
/// as the formula gives it. Reads only points that are new.
class CurveCard final : public QWidget {
    Q_OBJECT
public:
    CurveCard(CurveStage stage, const QString &title, QWidget *parent = nullptr);

    /// Null shows what will be here. `ghosts`: earlier runs, the newest first. The newest is drawn behind until this run has curves of its own.
    void setRun(const RunEntry *run, const std::vector<const RunEntry *> &ghosts);
    void setGhostsKept(bool kept);     ///< all of them stay behind the run's own curves
    void setMark(double epoch);        ///< where one looks back at; negative = nowhere
    /// Takes over what the run has written since; cheap if that is nothing.
    void refresh(const RunEntry &run);
    Card *card() const { return card_; }
    Plot *plot() const { return plot_; }

private:
    struct Curve {
        QString term;
        std::vector<double> raw, weighted;
        double smooth = 0;             ///< of the last point drawn
        bool started = false;
    };
    void rebuild();
    void append(std::size_t from);     ///< draws points from this one on
    double drawn(double value);        ///< as the axis can show it; widens the range
    struct Ghost {
        QString name;
        std::shared_ptr<RunMonitor> monitor;
    };
    void drawGhosts();
    void drawGhost(const Ghost &ghost, double opacity);
    void updateRange();
    void updateWords(const RunEntry &run);
    QString termName(const QString &term) const;

    CurveStage stage_;
    Card *card_;
    Plot *plot_;
    ChipGroup *scale_;
    QPushButton *smooth_, *unweighted_;

    std::shared_ptr<RunMonitor> monitor_;
    std::vector<Ghost> ghosts_;
    bool ghostsKept_ = false;
    double mark_ = -1;
    EpochMark markLine_;
    bool ended_ = false;               ///< before it was shown here
    double rampShare_ = 0;             ///< 0: no ramp
    int epochs_ = 0, spokenEpoch_ = -1;
    double secondsPerEpoch_ = 0;
    std::vector<double> epoch_;        ///< of each point
    std::vector<Curve> curves_;
    double lowest_ = 0, highest_ = 0;  ///< of what is drawn, positive values only where the axis is logarithmic
};

} // namespace fairloom::ui
