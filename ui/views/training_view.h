#pragma once

#include "ui/workers/session.h"

#include <QHash>
#include <QStringList>
#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;

namespace fairloom::ui {

class Card;
class CurveCard;
class LatentCard;
class LeakageCard;
class StripCard;

/// A run as it trains: loss curves of both stages, the latent cloud, the leakage of the group into it and, for pictures, what it draws. Reads the run's
/// monitor at the session's rate and only while it can be seen; a finished run keeps its curves.
class TrainingView final : public QWidget {
    Q_OBJECT
public:
    explicit TrainingView(Session &session, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void showRun();
    void refresh();
    void updateRunLine();
    void updateEmptyStates();
    std::vector<const RunEntry *> runsBefore(const RunEntry &run) const; ///< earlier ones with curves, the newest first
    void showGhosts(bool shown);
    QStringList groupNames(const RunEntry &run);

    Session &session_;
    int shownRun_ = -1;
    CurveCard *teacher_, *student_;
    LatentCard *latent_;
    LeakageCard *leakage_;
    StripCard *strip_;
    QLabel *run_;
    QPushButton *ghosts_;
    QHash<int, QStringList> groupNames_; ///< by run: the problem may be another one later
};

} // namespace fairloom::ui
