#pragma once

#include <QPoint>
#include <QSize>
#include <QString>

#include <functional>

class QPainter;
class QWidget;

namespace fairloom::ui {

/// What a chart offers in its context menu: its picture and the numbers behind it. Used by all charts.
struct ChartSource {
    QWidget *widget = nullptr;
    std::function<void(QPainter *, const QSize &)> paint;
    std::function<QString()> numbers;    ///< tab separated, first line names the columns; empty where there are none
    std::function<void()> resetZoom;     ///< empty where there is no zoom
};

/// Copy picture, Save picture..., Copy numbers, Save numbers as CSV...
void showChartMenu(const ChartSource &chart, const QPoint &globalPosition);
/// By ending: png (twice the screen's pixels), svg, pdf. False if the file cannot be written or the ending is another.
bool saveChart(const ChartSource &chart, const QString &file);
void copyChart(const ChartSource &chart);
/// Tab-separated text as RFC 4180 CSV.
QString tabsToCsv(const QString &text);
/// Asks for a file name and saves; says so if that fails.
void saveTextAs(QWidget *parent, const QString &title, const QString &suggestion, const QString &text);

} // namespace fairloom::ui
