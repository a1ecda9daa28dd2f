#include "ui/report/paper_document.h"

#include <QAbstractTextDocumentLayout>
#include <QPaintDevice>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextFrame>
#include <QTextLayout>
#include <QTextTable>

#include <algorithm>

namespace fairloom {

namespace {

constexpr double plot_share = 0.72;        ///< of the page's width; wider, and the plots' letters are larger than the text's
constexpr double highest_plot = 0.85;      ///< of the page's height
constexpr double highest_whole_table = 0.3; ///< of the page's height: such a table is not cut at all
constexpr int most_whole_lines = 4;        ///< a paragraph of so many is not cut

bool isHeading(const QTextBlock &block) { return block.blockFormat().headingLevel() > 0; }

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

QSizeF PlotObject::intrinsicSize(QTextDocument *, int, const QTextFormat &format)
{
    const QSizeF size = QSvgRenderer(plotOf(format)).viewBoxF().size();
    if (size.isEmpty() || page_.isEmpty())
        return {};
    return size * std::min(page_.width() * plot_share / size.width(), page_.height() * highest_plot / size.height());
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
    document_.documentLayout()->registerHandler(QTextFormat::ImageObject, &plots_);
    document_.setHtml(QString::fromStdString(report.html));
}

void PaperDocument::layOut(QPaintDevice *device, const QSizeF &page)
{
    page_ = page;
    plots_.setPage(page);
    line_width_ = device->logicalDpiY() / 96.0;
    document_.documentLayout()->setPaintDevice(device);
    document_.setTextWidth(page.width());
    pieces_.clear();
    for (auto at = document_.rootFrame()->begin(); at != document_.rootFrame()->end(); ++at) {
        if (const auto *table = qobject_cast<QTextTable *>(at.currentFrame()))
            addTable(table);
        else if (at.currentBlock().isValid())
            addBlock(at.currentBlock());
    }
    cutIntoPages();
}

void PaperDocument::addBlock(const QTextBlock &block)
{
    const QRectF rect = document_.documentLayout()->blockBoundingRect(block);
    const QTextLayout *lines = block.layout();
    // What stands beneath a table belongs to its last row, with the gap between them.
    if (!pieces_.isEmpty() && pieces_.last().header_bottom > 0 && !isHeading(block))
        pieces_.last().keeps_next = true;
    const int count = lines->lineCount();
    if (count <= most_whole_lines || isHeading(block)) {
        pieces_.append({rect.top(), rect.bottom(), isHeading(block) || block.text() == QString(QChar::Nbsp), 0, 0});
        return;
    }
    for (int i = 0; i < count; ++i) {
        const double top = rect.top() + lines->lineAt(i).y();
        // the first two lines, and the last two, stay together
        pieces_.append({top, top + lines->lineAt(i).height(), i == 0 || i == count - 2, 0, 0});
    }
}

void PaperDocument::addTable(const QTextTable *table)
{
    const QAbstractTextDocumentLayout *layout = document_.documentLayout();
    const QRectF rect = layout->frameBoundingRect(const_cast<QTextTable *>(table));
    QList<double> tops; // of the highest text of each row
    for (int row = 0; row < table->rows(); ++row) {
        double top = rect.bottom();
        for (int column = 0; column < table->columns(); ++column)
            top = std::min(top, layout->blockBoundingRect(table->cellAt(row, column).firstCursorPosition().block()).top());
        tops.append(top);
    }
    if (tops.isEmpty())
        return;
    // Qt's rectangle of a table lies a little lower than the table: a row begins with its border and padding over its text.
    const double above = (table->format().cellPadding() + table->format().border()) * line_width_, top = tops.first() - above;
    const QTextBlock following = document_.findBlock(table->lastPosition() + 1);
    const double bottom = following.isValid() ? std::min(rect.bottom(), layout->blockBoundingRect(following).top()) : rect.bottom();
    const int header = table->format().headerRowCount();
    const bool whole = bottom - top < page_.height() * highest_whole_table;
    const double header_bottom = header > 0 && header < tops.size() ? tops[header] - above : top;
    for (int row = 0; row < tops.size(); ++row) {
        const bool last = row + 1 == tops.size();
        pieces_.append({tops[row] - above, last ? bottom : tops[row + 1] - above, !last && (whole || row <= header), top, header_bottom});
    }
}

void PaperDocument::cutIntoPages()
{
    pages_.clear();
    qsizetype first = 0;
    while (first < pieces_.size()) {
        Page page;
        page.top = pieces_[first].top;
        const bool goes_on = first > 0 && pieces_[first].header_bottom > pieces_[first].header_top && pieces_[first - 1].header_top == pieces_[first].header_top &&
                             pieces_[first].top >= pieces_[first].header_bottom - 1;
        if (goes_on) {
            page.header_top = pieces_[first].header_top;
            page.header_bottom = pieces_[first].header_bottom;
        }
        const double room = page_.height() - (page.header_bottom - page.header_top) - line_width_;
        qsizetype next = first + 1; // one goes on the page even if it is too large
        while (next < pieces_.size() && pieces_[next].bottom - page.top <= room)
            ++next;
        if (next < pieces_.size()) {
            qsizetype better = next;
            while (better > first && pieces_[better - 1].keeps_next)
                --better;
            if (better > first)
                next = better;
        }
        page.bottom = pieces_[next - 1].bottom;
        pages_.append(page);
        first = next;
    }
    if (pages_.isEmpty())
        pages_.append(Page{});
}

void PaperDocument::draw(QPainter &painter, const Page &page)
{
    const auto part = [&](double top, double bottom, double at) {
        QAbstractTextDocumentLayout::PaintContext context;
        context.clip = QRectF(0, top, page_.width() + line_width_, bottom - top + line_width_); // with the line beneath the last row
        context.palette.setColor(QPalette::Text, Qt::black);
        painter.save();
        painter.translate(0, at - top);
        painter.setClipRect(context.clip, Qt::IntersectClip);
        document_.documentLayout()->draw(&painter, context);
        painter.restore();
    };
    const double header = page.header_bottom - page.header_top;
    if (header > 0)
        part(page.header_top - line_width_ / 2, page.header_bottom, -line_width_ / 2); // with the line above
    part(page.top, page.bottom, header);
}

} // namespace fairloom
