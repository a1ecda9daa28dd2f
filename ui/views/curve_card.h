#pragma once

#include "core/training/run_monitor.h"

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

    /// Null shows what will be here. `ghost` is an earlier run drawn dashed behind it, or null.
    void setRun(const RunEntry *run, const RunEntry *ghost);
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
    void drawGhost();
    void updateRange();
    void updateWords(const RunEntry &run);
    QString termName(const QString &term) const;

    CurveStage stage_;
    Card *card_;
    Plot *plot_;
    ChipGroup *scale_;
    QPushButton *smooth_, *unweighted_;

    std::shared_ptr<RunMonitor> monitor_, ghost_;
    QString ghostName_;
    bool ended_ = false;               ///< before it was shown here
    double rampShare_ = 0;             ///< 0: no ramp
    int epochs_ = 0, spokenEpoch_ = -1;
    double secondsPerEpoch_ = 0;
    std::vector<double> epoch_;        ///< of each point
    std::vector<Curve> curves_;
    double lowest_ = 0, highest_ = 0;  ///< of what is drawn, positive values only where the axis is logarithmic
};

} // namespace fairloom::ui
