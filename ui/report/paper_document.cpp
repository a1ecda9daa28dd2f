#include "ui/report/paper_document.h"

#include <QAbstractTextDocumentLayout>
#include <QFontInfo>
#include <QPaintDevice>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextLayout>

#include <algorithm>

namespace fairloom {

namespace {

constexpr double plot_share = 0.72; ///< of the page's width; wider, and the plots' letters are larger than the text's
constexpr int most_passes = 60;     ///< each moves the first heading that stands alone

} // namespace

QString paperFontFamily() { return QStringLiteral("DejaVu Sans"); }

PlotObject::PlotObject(const std::vector<std::string> &plots)
{
    for (const std::string &plot : plots)
        plots_.append(QByteArray::fromStdString(plot));
}

QByteArray PlotObject::plotOf(const QTextFormat &format) const
{
    const QString name = format.toImageFormat().name();
    return plots_.value(name.mid(name.indexOf(QLatin1Char(':')) + 1).toInt());
}

QSizeF PlotObject::intrinsicSize(QTextDocument *document, int, const QTextFormat &format)
{
    const QSizeF size = QSvgRenderer(plotOf(format)).viewBoxF().size();
    const double width = document->pageSize().width() * plot_share;
    if (size.isEmpty() || width <= 0)
        return {};
    // a plot of very many rows still has to go on one page
    const double scale = std::min(width / size.width(), document->pageSize().height() * 0.85 / size.height());
    return size * scale;
}

void PlotObject::drawObject(QPainter *painter, const QRectF &rect, QTextDocument *, int, const QTextFormat &format)
{
    QSvgRenderer(plotOf(format)).render(painter, rect);
}

PaperDocument::PaperDocument(const PaperReport &report) : plots_(report.plots)
{
    QFont font(paperFontFamily());
    font.setPointSizeF(9.5);
    document_.setDefaultFont(font);
    document_.setDocumentMargin(0);
    document_.setUseDesignMetrics(true);
    document_.setHtml(QString::fromStdString(report.html));
    document_.documentLayout()->registerHandler(QTextFormat::ImageObject, &plots_);
}

void PaperDocument::layOut(QPaintDevice *device, const QSizeF &page)
{
    document_.documentLayout()->setPaintDevice(device);
    document_.setPageSize(page);
    for (int pass = 0; pass < most_passes && moveHeadings(); ++pass) {
        // What is laid out anew from the place of a change alone loses the text between tables.
        document_.setPageSize(page + QSizeF(0, 1));
        document_.setPageSize(page);
    }
}

int PaperDocument::pageOf(const QTextBlock &block) const
{
    // A line that does not fit goes to the next page, but its block still begins where it was.
    const QTextLayout *lines = block.layout();
    const double top = document_.documentLayout()->blockBoundingRect(block).top() + (lines->lineCount() > 0 ? lines->lineAt(0).y() : 0);
    return static_cast<int>((top + 1) / document_.pageSize().height());
}

/// Puts the first heading whose text begins on the next page there as well. False if there is none.
bool PaperDocument::moveHeadings()
{
    for (QTextBlock block = document_.begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() == 0)
            continue;
        QTextBlock last = block; // of several headings in a row
        while (last.next().isValid() && last.next().blockFormat().headingLevel() > 0)
            last = last.next();
        const QTextBlock text = last.next();
        if (!text.isValid() || pageOf(block) == pageOf(text)) {
            block = last;
            continue;
        }
        if (block.blockFormat().pageBreakPolicy() & QTextFormat::PageBreak_AlwaysBefore) {
            block = last;
            continue;
        }
        QTextBlockFormat format;
        format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
        QTextCursor(block).mergeBlockFormat(format);
        return true;
    }
    return false;
}

void PaperDocument::draw(QPainter &painter, const QRectF &part)
{
    QAbstractTextDocumentLayout::PaintContext context;
    context.clip = part;
    context.palette.setColor(QPalette::Text, Qt::black);
    painter.setClipRect(part);
    document_.documentLayout()->draw(&painter, context);
}

} // namespace fairloom
