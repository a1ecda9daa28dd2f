#pragma once

#include "core/metrics/fairness.h"
#include "ui/widgets/plot.h"

#include <utility>
#include <vector>

namespace fairloom::ui {

/// Selection rate, TPR, FPR and precision of every group as grouped bars, with intervals as whiskers where there are any.
/// Groups keep their order and texture beside their colour. A click or the left and right keys choose a bar.
class RatesPlot final : public Plot {
    Q_OBJECT
public:
    enum Rate { selection_rate, tpr, fpr, precision, rate_count };

    explicit RatesPlot(QWidget *parent = nullptr);

    void setGroups(std::vector<GroupRates> groups);
    const std::vector<GroupRates> &groups() const { return groups_; } ///< what is shown
    static const Metric &rate(const GroupRates &group, int rate);
    static QString rateName(int rate);

    /// "Female n = 5,421, 590 favourable": rich text with each group's colour, in the order of the bars.
    QString legendText() const;
    /// "Female, selection rate 0.16: 867 of 5,421 rows. ..." for the bar there.
    QString describe(int rate, int group) const;

    QSize minimumSizeHint() const override { return {262, 170}; }

signals:
    void barActivated(int rate, int group);

protected:
    bool event(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Numbers { lying, standing, none };
    /// How numbers over the bars keep clear of each other.
    Numbers fittingNumbers() const;
    QCPItemText *addText(double x, double y, const QString &text, bool standing);
    void rebuild();
    void setUpAxes();
    void markCurrent();
    std::pair<int, int> barAt(double x) const; ///< rate and group; -1 = none
    void activate(int bar);
    double barWidth() const;
    double barCentre(int rate, int group) const;

    std::vector<GroupRates> groups_;
    Numbers numbers_ = Numbers::lying;
    int current_ = -1; ///< rate x groups + group
};

} // namespace fairloom::ui
