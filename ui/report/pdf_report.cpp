#include "ui/report/pdf_report.h"

#include "core/base/error.h"
#include "ui/report/paper_document.h"

#include <QFile>
#include <QFileInfo>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

namespace fairloom {

namespace {

constexpr int dots_per_inch = 600;
constexpr double margin_mm = 18, foot_mm = 10;

QFont footFont()
{
    QFont font(paperFontFamily());
    font.setPointSizeF(7.5);
    return font;
}

void drawFoot(QPainter &painter, const QRectF &area, const QString &title, const QString &place)
{
    painter.save();
    QFont font = footFont();
    painter.setFont(font);
    painter.setPen(QColor(QStringLiteral("#444444")));
    const QFontMetricsF metrics(font, painter.device());
    const double room = area.width() - metrics.horizontalAdvance(place) - metrics.averageCharWidth() * 4;
    painter.drawText(area, Qt::AlignLeft | Qt::AlignBottom, metrics.elidedText(title, Qt::ElideRight, room));
    painter.drawText(area, Qt::AlignRight | Qt::AlignBottom, place);
    painter.restore();
}

void draw(QPdfWriter &writer, PaperDocument &paper, const QString &foot, const Translator &translate)
{
    QPainter painter(&writer);
    const QRectF area(0, 0, writer.width(), writer.height());
    const double body = area.height() - foot_mm / 25.4 * dots_per_inch;
    paper.layOut(&writer, QSizeF(area.width(), body));
    const auto pages = paper.pages().size();
    for (qsizetype page = 0; page < pages; ++page) {
        if (page > 0)
            writer.newPage();
        paper.draw(painter, paper.pages()[page]);
        const Message place(FAIRLOOM_TEXT("%1 / %2"), {std::to_string(page + 1), std::to_string(pages)});
        drawFoot(painter, area, foot, QString::fromStdString(translate ? translate(place) : place.english()));
    }
}

} // namespace

void writePdfReport(const RunResult &result, const RunMonitor &curves, const QString &file, const Translator &translate)
{
    const PaperReport report = paper_report(result, curves, translate);
    const auto refuse = [&]() {
        throw InputError(FAIRLOOM_TEXT("The file cannot be written"), file.toStdString(), FAIRLOOM_TEXT("Choose another place, or check the permissions"));
    };
    QSaveFile out(file); // a reader never finds half of it
    if (!out.open(QIODevice::WriteOnly))
        refuse();
    {
        QPdfWriter writer(&out);
        writer.setResolution(dots_per_inch);
        writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(margin_mm, margin_mm, margin_mm, margin_mm * 2 / 3), QPageLayout::Millimeter));
        writer.setTitle(QString::fromStdString(report.title));
        writer.setCreator(QStringLiteral("Fairloom ") + QString::fromStdString(result.version));
        PaperDocument paper(report);
        draw(writer, paper, QString::fromStdString(report.footer), translate);
    }
    if (!out.commit())
        refuse();
}

} // namespace fairloom
