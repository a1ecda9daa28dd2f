#pragma once

#include "core/metrics/metric.h"
#include "ui/widgets/plot.h"

#include <optional>
#include <vector>

namespace fairloom::ui {

/// A ratio between 0 and 1 for several sources: one row each, a marker with its interval as a whisker, and the 80 % line
/// with the region above it shaded. An undefined ratio is a word in its row, with the reason in the tool tip. A click or the
/// up and down keys choose a row.
class IntervalPlot final : public Plot {
    Q_OBJECT
public:
    struct Row {
        QString source;   ///< "student": gives colour and marker
        QString label;    ///< as shown
        std::optional<Metric> metric; ///< empty = not computed for this source
        QString toolTip;
        std::vector<double> seeds{};  ///< of which the metric is the mean: a small dot each
    };

    explicit IntervalPlot(QWidget *parent = nullptr);

    void setName(const QString &name); ///< what the ratio is, for the accessible name
    void setRows(std::vector<Row> rows);
    const std::vector<Row> &rows() const { return rows_; } ///< what is shown

    QSize minimumSizeHint() const override;

signals:
    void rowActivated(int row);

protected:
    bool event(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void rebuild();
    void setUpAxes();
    void addRule();
    void addRow(const Row &row, double y);
    void addInterval(const Row &row, QCPGraph *dot);
    int rowAt(double y) const;
    void activate(int row);

    int current_ = -1;
    std::vector<Row> rows_;
    QString name_;
};

} // namespace fairloom::ui
