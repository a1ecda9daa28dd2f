#pragma once

#include "ui/widgets/colour_rule.h"

#include <QList>
#include <QPointer>
#include <qcustomplot.h>

#include <functional>
#include <optional>

namespace fairloom::ui {

struct ChartSource;

/// A QCustomPlot in the house style: theme colours, thin grid, no frame, units on axes; zoom and pan with wheel and drag
/// (keys: + - arrows Home), a double click brings everything back; read-out under the pointer; context menu to copy the
/// picture, save it as PNG, SVG or PDF, and copy or save the numbers behind it.
class Plot : public QCustomPlot {
    Q_OBJECT
public:
    explicit Plot(QWidget *parent = nullptr);

    void setAxisTitles(const QString &x, const QString &y);
    void setInteractive(bool zoomAndPan);
    /// A line in the house style (2 pixels); `name` is the direct label at its end if `labelled`.
    QCPGraph *addLine(const QString &name, const QColor &colour, Qt::PenStyle style = Qt::SolidLine, bool labelled = true);
    /// The same with a colour that follows the theme.
    QCPGraph *addLine(const QString &name, const ColourRule &colour, Qt::PenStyle style = Qt::SolidLine, bool labelled = true);
    /// Points without a line, `diameter` pixels; no direct label.
    QCPGraph *addPoints(const QString &name, const ColourRule &colour, double diameter = 5, double opacity = 1,
                        QCPScatterStyle::ScatterShape shape = QCPScatterStyle::ssDisc);
    /// A filled band between two curves over the same keys (add it before the lines that lie on it).
    struct Band {
        QCPGraph *low = nullptr, *high = nullptr;
        void setData(const QVector<double> &keys, const QVector<double> &lows, const QVector<double> &highs, bool sorted = true);
    };
    Band addBand(const QString &name, const ColourRule &colour, double opacity = 0.18);
    /// A dashed muted line across the plot with a short text at its upper (vertical) or right (horizontal) end.
    QCPItemStraightLine *addVerticalMark(double x, const QString &text);
    QCPItemStraightLine *addHorizontalMark(double y, const QString &text);
    /// A short muted text at a place of the plot.
    QCPItemText *addNote(double x, double y, const QString &text, Qt::Alignment alignment);
    void clearMarks(); ///< and notes
    /// A muted text in the middle, for what is not there yet; empty takes it away.
    void setHint(const QString &text);
    /// Takes away all graphs, labels and marks.
    void clearAll();

    /// Logarithmic y (or x) axis with ticks at 1, 10, 100, or at 1, 2, 5 where there are few decades. Values must be > 0.
    void setLogarithmic(bool logarithmic, QCPAxis *axis = nullptr);
    /// The ranges that a double click brings back. Applied at once unless the reader has zoomed.
    void setHome(const QCPRange &x, const QCPRange &y);
    bool isZoomed() const { return zoomed_; }
    /// Text of the read-out for a point of a graph; replaces the default "name, x, y".
    void setReadout(std::function<QString(const QCPGraph *graph, int index)> readout) { readout_ = std::move(readout); }

    /// Redraws the labels at the ends of lines; call after data changed and before replot.
    void updateEndLabels();
    /// One sentence for people who cannot see the picture (accessible description).
    void setSummary(const QString &sentence);

    bool savePicture(const QString &file); ///< by ending: png, svg, pdf
    void copyPicture();
    QString numbersAsText() const;         ///< tab separated, one line a point

public slots:
    void resetZoom();

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private slots:
    void applyTheme();
    void reserveMargins();
    void placeTexts();

private:
    // What is drawn may be cleared behind our back (clearItems, clearPlottables), so everything is watched, not owned.
    struct Line {
        QPointer<QCPGraph> graph;
        ColourRule colour;
        Qt::PenStyle style = Qt::SolidLine;
        double diameter = 0; ///< > 0: points without a line
        double opacity = 1;
        QCPScatterStyle::ScatterShape shape = QCPScatterStyle::ssDisc;
        bool band = false, labelled = false;
        QPointer<QCPItemText> label;
        QPointer<QCPItemTracer> dot;
    };
    struct Mark {
        QPointer<QCPItemStraightLine> line; ///< null for a note
        QPointer<QCPItemText> text;
        double at = 0;
        bool vertical = true;
    };
    Line &keep(QCPGraph *graph, const QString &name, const ColourRule &colour);
    void forgetCleared();
    void styleLine(const Line &line) const;
    void styleMark(const Mark &mark) const;
    void styleAxis(QCPAxis *axis) const;
    void placeEndLabels();
    void placeMarks();
    void placeAxisTitle();
    void placeHint();
    QCPItemStraightLine *addMark(double at, const QString &text, bool vertical);
    void zoom(double factor);
    void pan(double x, double y);
    void showReadout(const QPointF &position);
    void hideReadout();
    QString readoutOf(const QCPGraph *graph, int index) const;
    ChartSource chartSource();
    void paint(QPainter *painter, const QSize &size);

    QList<Line> lines_;
    QList<Mark> marks_;
    QPointer<QCPItemText> yTitle_, hintText_;
    QPointer<QCPItemTracer> hover_;
    QString xName_, yName_, hint_;
    std::optional<QCPRange> homeX_, homeY_;
    QPointF pressed_;
    bool zoomed_ = false, interactive_ = true, focusShown_ = false;
    std::function<QString(const QCPGraph *, int)> readout_;
};

} // namespace fairloom::ui
