#pragma once

#include "core/study/comparison/pareto_front.h"
#include "ui/models/compare_runs.h"
#include "ui/widgets/trade_off_plot.h"

#include <QWidget>

#include <vector>

class QComboBox;

namespace fairloom::ui {

class Card;
class ChipGroup;
class SeriesLegend;

/// Two figures of the runs against each other, or of the means over seeds, with the best front. Dragging selects runs for all cards.
class ScatterCard final : public QWidget {
    Q_OBJECT
public:
    explicit ScatterCard(CompareRuns &runs, QWidget *parent = nullptr);

    Card *card() const { return card_; }
    TradeOffPlot *plot() const { return plot_; }
    ComparedFigure xFigure() const, yFigure() const;
    void setFigures(ComparedFigure x, ComparedFigure y);
    void setColours(CompareColours colours);

signals:
    void runChosen(int id);
    void figuresChanged();
    void emptied(); ///< there is no point to show: whoever owns the card says what will be here

private:
    /// What is drawn, and which of it can be on the front.
    struct Gathered {
        std::vector<TradeOffPlot::Point> points;
        std::vector<TradeOffPoint> comparable; ///< per point; empty coordinates of what is not to be compared
    };
    void refresh();
    void refreshSelection();
    void addRuns(Gathered &to);
    void addMeans(Gathered &to);
    void addReferences(Gathered &to);
    TradeOffPlot::Point pointOf(std::size_t run, double size) const;
    void brush(const std::vector<std::size_t> &points, bool besides);
    bool showsMeans() const;

    CompareRuns &runs_;
    std::vector<std::vector<std::size_t>> runsOf_; ///< of each point; empty of references
    std::vector<std::size_t> before_;              ///< what was selected when brushing began
    int leftOut_ = 0, faded_ = 0;
    Card *card_;
    QComboBox *x_, *y_, *colours_;
    ChipGroup *means_;
    TradeOffPlot *plot_;
    SeriesLegend *legend_;
};

} // namespace fairloom::ui
