#pragma once

#include "ui/widgets/plot.h"

#include <vector>

namespace fairloom::ui {

/// Runs as points, demographic parity ratio against accuracy, up and to the right is better; the best front as a dashed
/// line; labels beside the points where they fit. A click chooses a run.
class TradeOffPlot final : public Plot {
    Q_OBJECT
public:
    struct Point {
        int id = -1;          ///< -1: a reference (real data, control), not to be chosen
        QString label;
        QCPScatterStyle marker;
        double x = 0, y = 0;
        QString toolTip;
        bool faded = false;   ///< not comparable with the others: steps back, with a light marker
    };

    explicit TradeOffPlot(QWidget *parent = nullptr);

    /// front: indices into `points`, in the order in which the line joins them.
    void setPoints(std::vector<Point> points, std::vector<std::size_t> front);
    void setCurrent(int id);
    const std::vector<Point> &points() const { return points_; } ///< what is shown
    const std::vector<std::size_t> &front() const { return front_; }

    QSize minimumSizeHint() const override { return {280, 190}; }

signals:
    void pointChosen(int id);

protected:
    bool event(QEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void rebuild();
    void placeLabels();
    int nearest(const QPointF &position) const; ///< index of the point under the pointer, or -1

    std::vector<Point> points_;
    std::vector<std::size_t> front_;
    std::vector<QCPItemText *> labels_;
    int current_ = -1;
    QPointF pressed_;
};

} // namespace fairloom::ui
