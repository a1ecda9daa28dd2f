#pragma once

#include <qcustomplot.h>

#include <vector>

namespace fairloom::ui {

/// Hundreds of thin curves as one item of a plot: a graph for each of them would take longer to set up than all of them to paint.
class CurveBundle final : public QCPAbstractItem {
    Q_OBJECT
public:
    explicit CurveBundle(QCustomPlot *plot);

    /// `lines` must outlive the item or the next call.
    void setLines(std::vector<const QVector<QPointF> *> lines) { lines_ = std::move(lines); }
    void setPen(const QPen &pen) { pen_ = pen; }
    std::size_t lineCount() const { return lines_.size(); }

    double selectTest(const QPointF &, bool, QVariant * = nullptr) const override { return -1; }

protected:
    void draw(QCPPainter *painter) override;

private:
    std::vector<const QVector<QPointF> *> lines_;
    QPen pen_;
};

} // namespace fairloom::ui
