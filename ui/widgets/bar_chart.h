#pragma once

#include <QBrush>
#include <QString>
#include <QStringList>
#include <QWidget>

#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace fairloom::ui {

struct ChartSource;

/// One bar. Without a value nothing is drawn but the label (say why: "undefined").
struct Bar {
    std::optional<double> value;
    std::optional<double> low, high; ///< whisker
    QString label;                   ///< at the bar's end, "10.9 % of 10,771"; empty = none
    QString toolTip;                 ///< empty = made from names and label
};

/// The bars of one colour: one a category.
struct BarSeries {
    QString name;                    ///< "Female"; shown in the legend
    std::function<QBrush()> fill;    ///< asked at each painting, so that it follows the theme
    std::vector<Bar> bars;
    std::vector<std::function<QBrush()>> fills; ///< one a category instead of `fill`, where bars of a series differ
};

/// Lying grouped bars with whiskers and a label at each end, in the house style. Arrow keys go from bar to bar and read
/// them out, Enter or a click activates one; the context menu copies and saves picture and numbers.
class BarChart final : public QWidget {
    Q_OBJECT
public:
    explicit BarChart(QWidget *parent = nullptr);

    void setBars(const QStringList &categories, std::vector<BarSeries> series);
    void clear() { setBars({}, {}); }
    /// Range of the value axis; the default is from 0 to the largest value or whisker.
    void setRange(double low, double high);
    void setLegend(bool shown);          ///< names of series below the bars; the start is off
    void setNamesInGrid(bool shown);     ///< thin lines between categories, names at the left edge as in a table
    void setValueName(const QString &name) { valueName_ = name; } ///< heads the numbers: "share", "rate"
    void setMaximumThickness(int pixels) { maximumThickness_ = pixels; }
    void setSummary(const QString &sentence); ///< accessible description

    int barCount() const;                ///< of what is shown
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
    void focusInEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    struct Placed {
        QRectF bar, row; ///< what is filled, and the strip that belongs to it
        int category = 0, series = 0;
    };
    struct Layout {
        double nameWidth = 0, left = 0, right = 0, top = 0, bottom = 0;
        double low = 0, high = 1;
        double rowHeight = 0, thickness = 10;
        std::vector<Placed> bars;
    };
    Layout layOut(const QSizeF &size) const;
    double along(const Layout &layout, double value) const;
    void paintChart(QPainter &painter, const QSizeF &size) const;
    void paintBar(QPainter &painter, const Layout &layout, const Placed &placed) const;
    void paintLegend(QPainter &painter, const QSizeF &size) const;
    QBrush fillOf(int category, int series) const;
    QString describe(const Placed &placed) const;
    void readOutCurrent();
    ChartSource chartSource();

    QStringList categories_;
    std::vector<BarSeries> series_;
    std::optional<std::pair<double, double>> range_;
    QString valueName_;
    bool legend_ = false, namesInGrid_ = false, focusShown_ = false;
    int maximumThickness_ = 16;
    int current_ = 0; ///< index into layOut().bars, for the keyboard
};

} // namespace fairloom::ui
