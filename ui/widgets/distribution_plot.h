#pragma once

#include "core/metrics/distribution.h"
#include "ui/widgets/plot.h"

#include <QStringList>

namespace fairloom::ui {

/// A column's distribution in the real rows (grey area or bars) and in the generated rows (green line or bars) over each
/// other, one panel per group: numbers as histograms above each other, categories as paired bars side by side.
class DistributionPlot final : public Plot {
    Q_OBJECT
public:
    explicit DistributionPlot(QWidget *parent = nullptr);

    /// Both with the same labels or edges, one entry per group.
    void setDistributions(const QString &column, const Distribution &real, const Distribution &generated,
                          const QStringList &groups);
    void clear();

    const Distribution &real() const { return real_; }           ///< what is shown
    const Distribution &generated() const { return generated_; }
    /// "Female, 25 to 30: real 12.3 %, generated 11.8 %"
    QString describe(int group, int label) const;

    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;

private:
    void rebuild();
    QCPAxisRect *panel(int group);
    void styleAxes(QCPAxisRect *rect);
    void fillNumbers(QCPAxisRect *rect, int group, double highest);
    void fillCategories(QCPAxisRect *rect, int group, double highest);
    void balancePanels();
    int labels() const;
    QString label(int index) const;

    QString column_;
    Distribution real_, generated_;
    QStringList groups_;
    QCPMarginGroup *margins_;
    int labelWidth_ = 0; ///< pixels left of the first panel of categories
};

} // namespace fairloom::ui
