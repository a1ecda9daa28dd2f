#include "ui/help/help_browser.h"

#include "ui/style/theme.h"

#include <QDesktopServices>
#include <QFile>
#include <QFontInfo>
#include <QPainter>
#include <QScrollBar>
#include <QSvgRenderer>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QUrl>

#include <cmath>

namespace fairloom::ui {

namespace {

constexpr double page_title = 1.6, section_title = 1.2; // of the text's size

} // namespace

HelpBrowser::HelpBrowser(QWidget *parent) : QTextBrowser(parent)
{
    setObjectName(QStringLiteral("helpText"));
    setAccessibleName(tr("Page of the manual"));
    setOpenLinks(false);
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(Theme::page);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl &link) {
        if (!link.scheme().isEmpty())
            QDesktopServices::openUrl(link);
        else
            emit placeRequested(link.path().remove(QStringLiteral(".md")) + (link.hasFragment() ? u'#' + link.fragment() : QString()));
    });
}

void HelpBrowser::show(const HelpPage &page, const QString &section, const QString &folder)
{
    folder_ = folder;
    document()->setDefaultFont(Theme::instance().body());
    document()->setMarkdown(page.markdown, QTextDocument::MarkdownDialectGitHub);
    setAnchors(page);
    moveCursor(QTextCursor::Start);
    verticalScrollBar()->setValue(0);
    if (!section.isEmpty() && section != page.sections.front().id)
        scrollToAnchor(section);
}

/// Headings get their ids as anchors, and are not as large as Markdown makes them; texts get more room.
void HelpBrowser::setAnchors(const HelpPage &page)
{
    const double text_size = QFontInfo(document()->defaultFont()).pixelSize();
    std::size_t next = 0;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        QTextBlockFormat format = block.blockFormat();
        if (format.headingLevel() == 0) {
            format.setLineHeight(125, QTextBlockFormat::ProportionalHeight);
            format.setBottomMargin(block.textList() ? Theme::gap : Theme::space);
            cursor.setBlockFormat(format);
            continue;
        }
        QTextCharFormat size;
        size.setProperty(QTextFormat::FontSizeAdjustment, 0);
        size.setProperty(QTextFormat::FontPixelSize, int(std::lround(text_size * (format.headingLevel() == 1 ? page_title : section_title))));
        cursor.select(QTextCursor::BlockUnderCursor);
        cursor.mergeCharFormat(size);
        cursor.setPosition(block.position());
        if (next < page.sections.size()) {
            QTextCharFormat anchor;
            anchor.setAnchor(true);
            anchor.setAnchorNames({page.sections[next++].id});
            cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor);
            cursor.mergeCharFormat(anchor);
        }
        format.setTopMargin(format.headingLevel() == 1 ? 0 : Theme::page);
        format.setBottomMargin(Theme::gap);
        cursor.setBlockFormat(format);
    }
}

QVariant HelpBrowser::loadResource(int type, const QUrl &name)
{
    if (type != QTextDocument::ImageResource || !name.path().endsWith(u".svg"))
        return QTextBrowser::loadResource(type, name);
    QFile file(folder_ + u'/' + name.fileName());
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray drawing = file.readAll();
    drawing.replace("currentColor", Theme::instance().text().name().toLatin1());
    QSvgRenderer renderer(drawing);
    QImage picture(renderer.defaultSize() * devicePixelRatioF(), QImage::Format_ARGB32_Premultiplied);
    picture.setDevicePixelRatio(devicePixelRatioF());
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    renderer.render(&painter, QRectF(QPointF(), renderer.defaultSize()));
    return picture;
}

} // namespace fairloom::ui
