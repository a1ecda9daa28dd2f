#pragma once

#include "ui/widgets/colour_rule.h"

#include <QString>
#include <QStringList>
#include <QWidget>

#include <optional>
#include <utility>
#include <vector>

namespace fairloom::ui {

/// One bar. Without a value nothing is drawn but the label (say why: "undefined").
struct Bar {
    std::optional<double> value;
    std::optional<double> low, high; ///< whisker
    QString label;                   ///< at the bar's end, "10.9 % of 10,771"; empty = none
    QString toolTip;                 ///< empty = made from names and value
};

/// The bars of one colour: one a category.
struct BarSeries {
    QString name;       ///< "Female"; shown in the legend
    ColourRule colour;
    std::vector<Bar> bars;
    std::vector<ColourRule> barColours; ///< instead of `colour`, one a category, where bars of a series differ
};

/// Grouped bars, lying or standing, with whiskers and a label at each end, in the house style. Arrow keys go from bar to
/// bar, Enter or a click activates one; the context menu copies and saves picture and numbers.
class BarChart final : public QWidget {
    Q_OBJECT
public:
    enum class Direction { horizontal, vertical };

    explicit BarChart(Direction direction, QWidget *parent = nullptr);

    void setBars(const QStringList &categories, std::vector<BarSeries> series);
    void clear() { setBars({}, {}); }
    /// Range of the value axis; the default is from 0 to a little above the largest value or whisker.
    void setRange(double low, double high);
    /// Grid lines with numbers at the value axis (standing bars have them from the start, lying ones not).
    void setTicks(bool shown);
    void setLegend(bool shown);          ///< names of series below the bars; the start is off
    void setValueName(const QString &name) { valueName_ = name; } ///< heads the numbers: "share", "rate"
    void setMaximumThickness(int pixels) { maximumThickness_ = pixels; }
    /// A dashed line across the bars at a value, with a text ("80 % rule").
    void setReference(std::optional<double> value, const QString &text = {});
    void setSummary(const QString &sentence); ///< accessible description

    bool savePicture(const QString &file); ///< by ending: png, svg, pdf
    void copyPicture();
    QString numbersAsText() const;         ///< tab separated: category, series, value, low, high

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void barActivated(int category, int series);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    struct Placed {
        QRectF bar, hit;
        int category = 0, series = 0;
    };
    struct Layout {
        QRectF plot;                 ///< where bars are
        double low = 0, high = 1;
        double thickness = 10;
        QStringList categories;      ///< shortened to fit
        std::vector<Placed> bars;
        std::vector<double> ticks;
    };
    Layout layOut(const QSizeF &size) const;
    std::pair<double, double> range() const;
    double longestLabel() const;
    double along(const Layout &layout, double value) const;
    void paintChart(QPainter &painter, const QSizeF &size, bool interactive) const;
    void paintGrid(QPainter &painter, const Layout &layout) const;
    void paintBar(QPainter &painter, const Layout &layout, const Placed &placed) const;
    void paintLegend(QPainter &painter, const QSizeF &size, const Layout &layout) const;
    double legendHeight(double width) const;
    QColor colourOf(int category, int series) const;
    QString describe(int category, int series) const;
    QFont chartFont() const;

    Direction direction_;
    QStringList categories_;
    std::vector<BarSeries> series_;
    std::optional<std::pair<double, double>> range_;
    std::optional<double> reference_;
    QString referenceText_, valueName_;
    bool ticks_ = false, legend_ = false;
    int maximumThickness_ = 22;
    int current_ = -1; ///< index into layOut().bars, for the keyboard
};

} // namespace fairloom::ui
