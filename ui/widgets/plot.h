#pragma once

#include <qcustomplot.h>

namespace fairloom::ui {

/// A QCustomPlot in the house style: theme colours, thin grid, no frame, units on axes; zoom and pan with wheel and drag, a
/// double click brings everything back; read-out under the pointer; context menu to copy the picture, save it as PNG, SVG
/// or PDF, and copy or save the numbers behind it.
class Plot : public QCustomPlot {
    Q_OBJECT
public:
    explicit Plot(QWidget *parent = nullptr);

    void setAxisTitles(const QString &x, const QString &y);
    void setInteractive(bool zoomAndPan);
    /// A line in the house style (2 pixels); `name` is the direct label at its end if `labelled`.
    QCPGraph *addLine(const QString &name, const QColor &colour, Qt::PenStyle style = Qt::SolidLine, bool labelled = true);
    /// Redraws the labels at the ends of lines; call after data changed and before replot.
    void updateEndLabels();
    /// One sentence for people who cannot see the picture (accessible description).
    void setSummary(const QString &sentence);

    bool savePicture(const QString &file); ///< by ending: png, svg, pdf
    void copyPicture();
    QString numbersAsText() const;         ///< tab separated, one line a point

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;

private slots:
    void applyTheme();

private:
    QHash<QCPGraph *, QCPItemText *> endLabels_;
};

} // namespace fairloom::ui
