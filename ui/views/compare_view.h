#pragma once

#include "ui/models/compare_model.h"
#include "ui/workers/session.h"

#include <QElapsedTimer>
#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace fairloom::ui {

class Card;
class ChipGroup;
class Plot;
class TradeOffPlot;

/// The runs of this session beside each other: fairness against utility with the best front, loss curves over each other, a
/// sortable table, and mean and spread where runs differ in their seed alone.
class CompareView final : public QWidget {
    Q_OBJECT
public:
    explicit CompareView(Session &session, QWidget *parent = nullptr);

    /// Shows these runs (newest first); `current` is highlighted.
    void showRuns(const std::vector<const RunEntry *> &runs, int current);
    const CompareModel &model() const { return *model_; }

private:
    Card *buildScatterCard();
    Card *buildCurvesCard();
    Card *buildTableCard();
    void showSession();
    void showTick();
    void showScatter();
    void showCurves();
    void showSpread();
    void highlight(int id);
    void exportCsv();
    void savePlots();
    AuditChoice choice() const;
    void offerClassifiers(const std::vector<const RunEntry *> &runs);

    /// What the curves need of a run; keeps the monitor alive.
    struct CurveSource {
        int id = 0;
        QString name, loss;
        int lossIndex = 0, colour = 0;
        std::shared_ptr<const RunMonitor> monitor;
    };

    Session &session_;
    std::vector<CurveSource> curveSources_;
    std::shared_ptr<const RunOutcome> reference_; ///< of the current run, for its real data and control
    int current_ = -1;
    bool selecting_ = false;
    QElapsedTimer lastCurves_;

    Card *scatterCard_, *curvesCard_, *tableCard_;
    ChipGroup *classifier_, *curve_;
    std::vector<std::string> classifiers_; ///< of the chips
    TradeOffPlot *scatter_;
    Plot *curves_;
    CompareModel *model_;
    QSortFilterProxyModel *sorted_;
    QTableView *table_;
    QLabel *spread_;
    QPushButton *exportCsv_, *savePlots_;
};

} // namespace fairloom::ui
