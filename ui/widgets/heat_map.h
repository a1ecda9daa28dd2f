#pragma once

#include <QString>
#include <QStringList>
#include <QWidget>

#include <vector>

namespace fairloom::ui {

/// A square matrix as coloured cells with a title. The cell under the pointer, or the one reached by the arrow keys, is read
/// out in a tool tip with both names and the value. Sequential: surface to accent over 0 .. limit. Diverging: warm below 0,
/// accent above, over -limit .. limit.
class HeatMap final : public QWidget {
    Q_OBJECT
public:
    enum class Scale { sequential, diverging };

    explicit HeatMap(const QString &title, Scale scale, QWidget *parent = nullptr);

    /// values: names.size() squared, row-major.
    void setMatrix(const QStringList &names, std::vector<double> values, double limit = 1);
    void setTitle(const QString &title);
    int order() const { return int(names_.size()); } ///< rows and columns
    double value(int row, int column) const; ///< what is shown
    const QStringList &names() const { return names_; }
    /// "relationship × income: 0.45"
    QString describe(int row, int column) const;

    QSize sizeHint() const override { return {170, 216}; }
    QSize minimumSizeHint() const override { return {96, 142}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

signals:
    void cellChosen(int row, int column); ///< clicked, or Return on the focused cell

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    QRectF area() const;
    QPoint cellAt(const QPointF &position) const; ///< (column, row), or (-1, -1)
    void setFocusCell(QPoint cell, bool read);
    QColor colour(double value) const;
    void paintScale(QPainter &painter, const QRectF &square) const;
    QString numbersAsText() const;

    QString title_;
    Scale scale_;
    QStringList names_;
    std::vector<double> values_;
    double limit_ = 1;
    QPoint cell_{-1, -1};
};

} // namespace fairloom::ui
