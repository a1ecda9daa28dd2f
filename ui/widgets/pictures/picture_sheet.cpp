#include "ui/widgets/pictures/picture_sheet.h"

#include "ui/models/pictures_model.h"
#include "ui/style/theme.h"
#include "ui/widgets/chart_menu.h"
#include "ui/widgets/pictures/paint_picture.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace fairloom::ui {

namespace {

constexpr int smallest = 20;
constexpr int widest_title = 130;

QFontMetrics smallMetrics()
{
    return QFontMetrics(Theme::instance().small());
}

} // namespace

PictureSheet::PictureSheet(int largest, QWidget *parent) : QWidget(parent), largest_(largest)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void PictureSheet::setContent(Content content)
{
    content_ = std::move(content);
    updateGeometry();
    update();
}

int PictureSheet::rows() const
{
    const std::size_t count = content_.pictures ? content_.pictures->size() : 0;
    return content_.columns > 0 ? int((count + std::size_t(content_.columns) - 1) / std::size_t(content_.columns)) : 0;
}

int PictureSheet::titleWidth() const
{
    int width = 0;
    for (const QString &title : content_.rowTitles)
        width = std::max(width, smallMetrics().horizontalAdvance(title));
    return width == 0 ? 0 : std::min(width, widest_title) + Theme::space;
}

int PictureSheet::titleHeight() const
{
    return content_.columnTitles.isEmpty() ? 0 : smallMetrics().height() + Theme::gap;
}

int PictureSheet::captionHeight() const
{
    return content_.captions.isEmpty() ? 0 : smallMetrics().height() + 2;
}

int PictureSheet::edge() const
{
    if (content_.columns == 0 || rows() == 0)
        return 0;
    const int byWidth = (width() - titleWidth()) / content_.columns - Theme::gap;
    const int byHeight = (height() - titleHeight()) / rows() - Theme::gap - captionHeight();
    return std::clamp(std::min(byWidth, byHeight), smallest, largest_);
}

QSize PictureSheet::sizeFor(int edge) const
{
    return {titleWidth() + content_.columns * (edge + Theme::gap), titleHeight() + rows() * (edge + Theme::gap + captionHeight())};
}

QSize PictureSheet::sizeHint() const
{
    return sizeFor(largest_);
}

QSize PictureSheet::minimumSizeHint() const
{
    return sizeFor(std::min(largest_, 32));
}

QRect PictureSheet::pictureRect(int row, int column) const
{
    const int e = edge();
    return {titleWidth() + column * (e + Theme::gap), titleHeight() + row * (e + Theme::gap + captionHeight()), e, e};
}

QString PictureSheet::describe(int row, int column) const
{
    const int at = row * content_.columns + column;
    if (at < content_.toolTips.size())
        return content_.toolTips[at];
    QStringList parts;
    for (const QString &part : {content_.rowTitles.value(row), content_.columnTitles.value(column), content_.captions.value(at)})
        if (!part.isEmpty())
            parts << part;
    return parts.join(QStringLiteral(", "));
}

void PictureSheet::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintSheet(painter);
}

void PictureSheet::paintSheet(QPainter &painter) const
{
    const Theme &theme = Theme::instance();
    painter.setFont(theme.small());
    const QFontMetrics metrics(painter.font());
    for (int row = 0; row < rows(); ++row)
        for (int column = 0; column < content_.columns; ++column) {
            const int at = row * content_.columns + column;
            if (std::size_t(at) >= content_.pictures->size())
                break;
            const QRect place = pictureRect(row, column);
            paintPicture(painter, place, imageOf(*content_.pictures, std::size_t(at)));
            painter.setPen(theme.muted());
            if (at < content_.captions.size())
                painter.drawText(place.left() - 1, place.bottom() + 2, place.width() + 2, captionHeight(), Qt::AlignHCenter | Qt::AlignTop,
                                 metrics.elidedText(content_.captions[at], Qt::ElideRight, place.width() + 2));
            if (row == 0 && column < content_.columnTitles.size()) {
                int end = column + 1; // over the columns behind it that have no title of their own
                while (end < content_.columns && content_.columnTitles.value(end).isEmpty())
                    ++end;
                const int room = (end - column) * (place.width() + Theme::gap) - 2;
                painter.drawText(place.left(), 0, room, titleHeight() - Theme::gap, Qt::AlignLeft | Qt::AlignVCenter,
                                 metrics.elidedText(content_.columnTitles[column], Qt::ElideRight, room));
            }
            if (column == 0 && row < content_.rowTitles.size())
                painter.drawText(0, place.top(), titleWidth() - Theme::space, place.height(), Qt::AlignLeft | Qt::AlignVCenter,
                                 metrics.elidedText(content_.rowTitles[row], Qt::ElideRight, titleWidth() - Theme::space));
        }
}

void PictureSheet::contextMenuEvent(QContextMenuEvent *event)
{
    showChartMenu({this,
                   [this](QPainter *painter, const QSize &size) {
                       painter->fillRect(QRect(QPoint(0, 0), size), Theme::instance().surface());
                       paintSheet(*painter);
                   },
                   {}, {}},
                  event->globalPos());
}

bool PictureSheet::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    for (int row = 0; row < rows(); ++row)
        for (int column = 0; column < content_.columns; ++column)
            if (const QRect place = pictureRect(row, column); place.contains(help->pos())) {
                QToolTip::showText(help->globalPos(), describe(row, column), this, place);
                return true;
            }
    QToolTip::hideText();
    return true;
}

} // namespace fairloom::ui
