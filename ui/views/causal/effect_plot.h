#pragma once

#include "core/metrics/metric.h"
#include "ui/widgets/plot.h"

#include <vector>

namespace fairloom::ui {

/// Total effects of groups against a reference, one row each: the estimate with its interval, and the model's truth as a diamond. In points of
/// probability (per cent), with a line at 0.
class EffectPlot final : public Plot {
    Q_OBJECT
public:
    struct Row {
        QString group;
        Metric estimate;              ///< -1 .. 1
        std::optional<double> truth;  ///< unknown until it has been computed
    };
    explicit EffectPlot(QWidget *parent = nullptr);

    void setRows(std::vector<Row> rows);
    const std::vector<Row> &rows() const { return rows_; }

    QSize minimumSizeHint() const override;

private:
    void rebuild();

    std::vector<Row> rows_;
};

} // namespace fairloom::ui
