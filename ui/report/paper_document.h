#pragma once

#include "core/report/html_report.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <QTextDocument>
#include <QTextObjectInterface>

class QPainter;
class QPaintDevice;

namespace fairloom {

/// The family of the report's text: one that has every sign, wherever the program runs.
QString paperFontFamily();

/// Draws a report's plots as vectors where its text has them as pictures.
class PlotObject : public QObject, public QTextObjectInterface {
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)
public:
    explicit PlotObject(const std::vector<std::string> &plots);

    QSizeF intrinsicSize(QTextDocument *document, int position, const QTextFormat &format) override;
    void drawObject(QPainter *painter, const QRectF &rect, QTextDocument *document, int position, const QTextFormat &format) override;

private:
    QByteArray plotOf(const QTextFormat &format) const;

    QList<QByteArray> plots_;
};

/// A report laid out in pages: no table row is cut, and no heading stands alone at the end of a page.
class PaperDocument {
public:
    explicit PaperDocument(const PaperReport &report);

    /// For a device's resolution; `page` is what its text may fill, in dots.
    void layOut(QPaintDevice *device, const QSizeF &page);
    int pageCount() const { return document_.pageCount(); }
    void draw(QPainter &painter, const QRectF &part);
    const QTextDocument &text() const { return document_; }

private:
    bool moveHeadings();
    int pageOf(const QTextBlock &block) const;

    PlotObject plots_;
    QTextDocument document_;
};

} // namespace fairloom
