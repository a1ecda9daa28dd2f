#include "ui/widgets/chart_menu.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QMenu>
#include <QMessageBox>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <QWidget>

namespace fairloom::ui {

namespace {

struct ChartTexts {
    Q_DECLARE_TR_FUNCTIONS(ChartMenu)
};

constexpr int screen_dpi = 96;

QImage image(const ChartSource &chart, double scale)
{
    const QSize size = chart.widget->size();
    QImage out(size * scale, QImage::Format_ARGB32_Premultiplied);
    out.setDevicePixelRatio(scale);
    out.fill(Qt::transparent);
    QPainter painter(&out);
    chart.paint(&painter, size);
    return out;
}

QString suggestedName(const ChartSource &chart, const QString &ending)
{
    QString name = chart.widget->accessibleName().isEmpty() ? ChartTexts::tr("chart") : chart.widget->accessibleName();
    name.replace(QLatin1Char('/'), QLatin1Char('-'));
    return name + ending;
}

void complain(QWidget *parent, const QString &file)
{
    QMessageBox::warning(parent, ChartTexts::tr("Not saved"),
                         ChartTexts::tr("%1 could not be written. Choose a folder in which you may write.").arg(file));
}

void savePictureAs(const ChartSource &chart)
{
    QString filter;
    QString file = QFileDialog::getSaveFileName(chart.widget, ChartTexts::tr("Save picture"), suggestedName(chart, QStringLiteral(".png")),
                                                ChartTexts::tr("PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)"), &filter);
    if (file.isEmpty())
        return;
    if (QFileInfo(file).suffix().isEmpty())
        file += filter.contains(QStringLiteral("*.svg")) ? QStringLiteral(".svg")
                : filter.contains(QStringLiteral("*.pdf")) ? QStringLiteral(".pdf") : QStringLiteral(".png");
    if (!saveChart(chart, file))
        complain(chart.widget, file);
}

} // namespace

bool saveChart(const ChartSource &chart, const QString &file)
{
    const QString ending = QFileInfo(file).suffix().toLower();
    const QSize size = chart.widget->size();
    if (ending == QStringLiteral("png"))
        return image(chart, 2).save(file, "PNG");
    if (ending == QStringLiteral("svg")) {
        QSvgGenerator generator;
        generator.setFileName(file);
        generator.setSize(size);
        generator.setViewBox(QRect(QPoint(0, 0), size));
        generator.setResolution(screen_dpi);
        generator.setTitle(chart.widget->accessibleName());
        generator.setDescription(chart.widget->accessibleDescription());
        QPainter painter;
        if (!painter.begin(&generator))
            return false;
        chart.paint(&painter, size);
        return painter.end();
    }
    if (ending == QStringLiteral("pdf")) {
        QPdfWriter writer(file);
        writer.setResolution(screen_dpi);
        writer.setTitle(chart.widget->accessibleName());
        writer.setPageMargins(QMarginsF(0, 0, 0, 0));
        writer.setPageSize(QPageSize(QSizeF(size) * 72.0 / screen_dpi, QPageSize::Point, QString(), QPageSize::ExactMatch));
        QPainter painter;
        if (!painter.begin(&writer))
            return false;
        chart.paint(&painter, size);
        return painter.end();
    }
    return false;
}

void copyChart(const ChartSource &chart)
{
    QGuiApplication::clipboard()->setImage(image(chart, 2));
}

QString tabsToCsv(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        QStringList cells = line.split(QLatin1Char('\t'));
        for (QString &cell : cells) {
            if (!cell.contains(QLatin1Char(',')) && !cell.contains(QLatin1Char('"')))
                continue;
            cell.replace(QStringLiteral("\""), QStringLiteral("\"\""));
            cell = QLatin1Char('"') + cell + QLatin1Char('"');
        }
        lines << cells.join(QLatin1Char(','));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

void saveTextAs(QWidget *parent, const QString &title, const QString &suggestion, const QString &text)
{
    const QString file = QFileDialog::getSaveFileName(parent, title, suggestion, ChartTexts::tr("CSV table (*.csv)"));
    if (file.isEmpty())
        return;
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(text.toUtf8()) < 0 || !out.commit())
        complain(parent, file);
}

void showChartMenu(const ChartSource &chart, const QPoint &globalPosition)
{
    auto *menu = new QMenu(chart.widget);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(ChartTexts::tr("Copy picture"), chart.widget, [chart] { copyChart(chart); });
    menu->addAction(ChartTexts::tr("Save picture…"), chart.widget, [chart] { savePictureAs(chart); });
    if (chart.numbers) {
        menu->addSeparator();
        menu->addAction(ChartTexts::tr("Copy numbers"), chart.widget, [chart] { QGuiApplication::clipboard()->setText(chart.numbers()); });
        menu->addAction(ChartTexts::tr("Save numbers as CSV…"), chart.widget, [chart] {
            saveTextAs(chart.widget, ChartTexts::tr("Save numbers"), suggestedName(chart, QStringLiteral(".csv")), tabsToCsv(chart.numbers()));
        });
    }
    if (chart.resetZoom) {
        menu->addSeparator();
        menu->addAction(ChartTexts::tr("Show everything"), chart.widget, chart.resetZoom);
    }
    menu->popup(globalPosition);
}

} // namespace fairloom::ui
