#pragma once

#include "core/metrics/fairness.h"
#include "ui/widgets/plot.h"

#include <vector>

namespace fairloom::ui {

/// Selection rate, TPR, FPR and precision of every group as grouped bars, with intervals as whiskers where there are any.
/// Groups keep their order and texture beside their colour.
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

    QSize minimumSizeHint() const override { return {300, 170}; }

protected:
    bool event(QEvent *event) override;

private:
    void rebuild();
    double barWidth() const;
    double barCentre(int rate, int group) const;

    std::vector<GroupRates> groups_;
};

} // namespace fairloom::ui
