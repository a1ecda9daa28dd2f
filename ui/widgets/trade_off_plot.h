#pragma once

#include "ui/widgets/plot.h"

#include <functional>
#include <vector>

class QRubberBand;

namespace fairloom::ui {

/// Runs, or means over runs, as points of two figures, with the best front as a dashed line and labels beside the points where they fit. Dragging selects
/// points, with Ctrl besides those that are selected; a click chooses one, a click beside all of them clears the selection. The wheel zooms, the
/// arrow keys move the picture. Thousands of points are few graphs: one for each kind of marker.
class TradeOffPlot final : public Plot {
    Q_OBJECT
public:
    struct Point {
        int id = -1;          ///< -1: a reference (real data, control), not to be chosen
        QString label;
        QCPScatterStyle marker;
        double x = 0, y = 0;
        double dx = 0, dy = 0; ///< half-lengths of whiskers; 0 = none
        bool faded = false;   ///< not comparable with the others: steps back, with a light marker
        int series = 0;       ///< points of one series have the same marker
    };

    explicit TradeOffPlot(QWidget *parent = nullptr);

    void setFigures(const QString &x, const QString &y); ///< what the axes show
    /// front: indices into `points`, in the order in which the line joins them. The selection is forgotten.
    void setPoints(std::vector<Point> points, std::vector<std::size_t> front);
    /// Says what a point is; asked for when the pointer rests on it.
    void setToolTips(std::function<QString(std::size_t point)> toolTip) { toolTip_ = std::move(toolTip); }
    /// One flag a point; empty = nothing is selected, and all points are drawn at full strength.
    void setSelected(std::vector<bool> selected);
    void setCurrent(int id);
    const std::vector<Point> &points() const { return points_; } ///< what is shown
    const std::vector<std::size_t> &front() const { return front_; }
    /// What dragging from one corner to the other selects, in pixels of the widget.
    std::vector<std::size_t> pointsIn(const QRectF &area) const;
    QPointF positionOf(std::size_t point) const;

    QSize minimumSizeHint() const override { return {240, 170}; }

signals:
    void pointChosen(int id);
    void brushBegun();
    void brushed(const std::vector<std::size_t> &points, bool besides); ///< while dragging; `besides`: to what was selected when it began
    void brushCleared();

protected:
    bool event(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    struct Marks {
        int series = 0;
        QCPGraph *full = nullptr, *dim = nullptr;
    };
    class Whiskers;

    void rebuild();
    void fillMarks();
    void fillLabels();
    void setRanges();
    void placeLabels();
    bool isDim(std::size_t point) const;
    int nearest(const QPointF &position) const; ///< index of the point under the pointer, or -1
    QString pointsAsText() const;

    std::vector<Point> points_;
    std::vector<std::size_t> front_;
    std::vector<bool> selected_;
    std::vector<Marks> marks_;
    struct Label {
        std::size_t point = 0;
        QCPItemText *text = nullptr;
    };
    std::vector<Label> labels_;
    std::function<QString(std::size_t)> toolTip_;
    QRubberBand *band_ = nullptr;
    int current_ = -1;
    QString yFigure_;
    QPointF pressed_;
    bool pressing_ = false, brushing_ = false;
};

} // namespace fairloom::ui
