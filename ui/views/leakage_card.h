#pragma once

#include "core/training/run_monitor.h"
#include "ui/widgets/epoch_mark.h"
#include "ui/widgets/plot.h"

#include <QWidget>

#include <memory>
#include <utility>
#include <vector>

class QLabel;

namespace fairloom::ui {

class Card;
struct RunEntry;

/// How well a probe guesses the group from the teacher's latent on rows it was not fitted on, over the epochs, with the
/// band that chance alone reaches.
class LeakageCard final : public QWidget {
    Q_OBJECT
public:
    explicit LeakageCard(QWidget *parent = nullptr);

    /// `ghosts`: earlier runs, the newest first.
    void setRun(const RunEntry *run, const std::vector<const RunEntry *> &ghosts);
    void setGhostsKept(bool kept);     ///< they are drawn behind
    void setMark(double epoch);        ///< where one looks back at; negative = nowhere
    void refresh(const RunEntry &run);
    Card *card() const { return card_; }

private:
    void draw();
    void drawGhosts();
    QString finding(const LeakagePoint &point) const;
    void showRepresentation(const RunEntry &run);
    void showJudged(const RunEntry &run);

    Card *card_;
    Plot *plot_;
    QLabel *representation_; ///< what classifiers make of the latent
    QCPGraph *line_ = nullptr;
    Plot::Band band_;
    QPointer<QCPItemText> note_;
    int epochs_ = 1;
    bool ghostsKept_ = false;
    std::vector<std::pair<QString, std::shared_ptr<RunMonitor>>> ghosts_;
    std::vector<QPointer<QCPGraph>> ghostLines_;
    EpochMark mark_;
    std::shared_ptr<RunMonitor> monitor_;
    std::vector<LeakagePoint> points_;
};

} // namespace fairloom::ui
