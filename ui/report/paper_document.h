#pragma once

#include "core/report/html_report.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QSizeF>
#include <QString>
#include <QTextDocument>
#include <QTextObjectInterface>

class QPainter;
class QPaintDevice;
class QTextTable;

namespace fairloom {

/// The family of the report's text: one that has every sign, wherever the program runs.
QString paperFontFamily();

/// Draws a report's plots as vectors where its text has them as pictures.
class PlotObject : public QObject, public QTextObjectInterface {
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)
public:
    explicit PlotObject(const std::vector<std::string> &plots);

    void setPage(const QSizeF &page) { page_ = page; }
    QSizeF intrinsicSize(QTextDocument *document, int position, const QTextFormat &format) override;
    void drawObject(QPainter *painter, const QRectF &rect, QTextDocument *document, int position, const QTextFormat &format) override;

private:
    QByteArray plotOf(const QTextFormat &format) const;

    QList<QByteArray> plots_;
    QSizeF page_;
};

/// A report laid out in pages: no table row and no short paragraph is cut, no heading stands alone at the end of a page, and a table that goes on has its
/// header again. Qt's own pages can do none of this, so the text is laid out on one endless page, which is then cut where it may be.
class PaperDocument {
public:
    explicit PaperDocument(const PaperReport &report);

    /// What stands on a page: a part of the endless one, beneath the header of the table that goes on, if one does.
    struct Page {
        double top = 0, bottom = 0;
        double header_top = 0, header_bottom = 0;
    };
    /// For a device's resolution; `page` is what its text may fill, in dots.
    void layOut(QPaintDevice *device, const QSizeF &page);
    const QList<Page> &pages() const { return pages_; }
    void draw(QPainter &painter, const Page &page);
    const QTextDocument &text() const { return document_; }

private:
    /// What is not cut.
    struct Piece {
        double top = 0, bottom = 0;
        bool keeps_next = false;             ///< on its page, if that is possible
        double header_top = 0, header_bottom = 0; ///< of the table whose row it is
    };
    void addBlock(const QTextBlock &block);
    void addTable(const QTextTable *table);
    void cutIntoPages();

    PlotObject plots_;
    QTextDocument document_;
    QSizeF page_;
    double line_width_ = 1; ///< of a table's border
    QList<Piece> pieces_;
    QList<Page> pages_;
};

} // namespace fairloom
