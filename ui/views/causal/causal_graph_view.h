#pragma once

#include "core/data/sample_graph.h"

#include <QWidget>

#include <vector>

namespace fairloom::ui {

/// What depends on what in a built-in sample, drawn: causes at the left, the label at the right; biased edges stand out and become thinner as the bias is
/// taken away; what acts without being in the data is dashed.
class CausalGraphView final : public QWidget {
    Q_OBJECT
public:
    explicit CausalGraphView(QWidget *parent = nullptr);

    void setGraph(const SampleGraph &graph);
    void setBias(double bias); ///< 0 .. 1

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    double nodeHeight() const;
    QRectF box(std::size_t node) const;
    void drawEdge(QPainter &painter, const SampleGraph::Edge &edge) const;
    void drawNode(QPainter &painter, std::size_t node) const;
    void describe();

    SampleGraph graph_;
    double bias_ = 1;
};

} // namespace fairloom::ui
