#pragma once

#include "ui/views/compare/curve_scene.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;

namespace fairloom::ui {

class Plot;

/// Small multiples: the curves of each series (loss, method or variant) in a plot of its own, each on its own scale.
class CurvePanels final : public QWidget {
    Q_OBJECT
public:
    explicit CurvePanels(QWidget *parent = nullptr);

    /// Draws the prepared curves; returns what was drawn in all panels together.
    DrawnCurves draw(const CompareRuns &compared, const PreparedCurves &curves, const CurveStyle &style);
    void clear(); ///< before curves are prepared anew: plots refer to them
    /// The plots in sight and the names of their series.
    std::vector<std::pair<Plot *, QString>> plots() const;
    std::size_t leftOut() const { return leftOut_; } ///< series that there is no room for

private:
    struct Panel {
        QWidget *box = nullptr;
        QLabel *title = nullptr;
        Plot *plot = nullptr;
        QString name;
    };
    Panel &panel(std::size_t index);
    void arrange(std::size_t count);

    QGridLayout *grid_;
    std::vector<Panel> panels_;
    std::size_t shown_ = 0, leftOut_ = 0;
};

} // namespace fairloom::ui
