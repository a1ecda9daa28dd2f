#include "ui/widgets/pictures/thumbnail_delegate.h"

#include "ui/models/pictures_model.h"
#include "ui/style/theme.h"
#include "ui/widgets/group_legend.h"
#include "ui/widgets/pictures/paint_picture.h"

#include <QPainter>

namespace fairloom::ui {

namespace {

constexpr int most_kilobytes = 32 * 1024; ///< of painted cells: two screens of them with two pixels a point
constexpr int marker_edge = 8;                 ///< edge of a group's marker

void paintMarker(QPainter &painter, const QRectF &where, int group)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::instance().group(group));
    switch (groupShape(group)) {
    case QCPScatterStyle::ssSquare: painter.drawRect(where); break;
    case QCPScatterStyle::ssTriangle: painter.drawPolygon(QPolygonF({where.bottomLeft(), {where.center().x(), where.top()}, where.bottomRight()})); break;
    case QCPScatterStyle::ssDiamond:
        painter.drawPolygon(QPolygonF({{where.center().x(), where.top()}, {where.right(), where.center().y()}, {where.center().x(), where.bottom()}, {where.left(), where.center().y()}}));
        break;
    default: painter.drawEllipse(where); break;
    }
}

} // namespace

ThumbnailDelegate::ThumbnailDelegate(QObject *parent) : QStyledItemDelegate(parent), cells_(most_kilobytes) {}

QSize ThumbnailDelegate::cell() const
{
    return {edge + 2 * Theme::space, edge + 2 * Theme::gap + QFontMetrics(Theme::instance().small()).height() + 2};
}

QSize ThumbnailDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return cell();
}

QPixmap ThumbnailDelegate::paintCell(const QModelIndex &index, const QSize &size, double ratio) const
{
    const Theme &theme = Theme::instance();
    QPixmap out(size * ratio);
    out.setDevicePixelRatio(ratio);
    out.fill(Qt::transparent);
    QPainter painter(&out);
    const QRect picture((size.width() - edge) / 2, Theme::gap, edge, edge);
    if (const auto *model = qobject_cast<const PicturesModel *>(index.model()))
        paintPicture(painter, picture, model->image(index.row()));

    painter.setFont(theme.small());
    const QFontMetrics metrics(painter.font());
    const QRect line(Theme::gap, picture.bottom() + 2, size.width() - 2 * Theme::gap, size.height() - picture.bottom() - 2);
    const int group = index.data(PicturesModel::GroupRole).toInt();
    const int beside = group < 0 ? 0 : marker_edge + Theme::gap;
    QString label = index.data(PicturesModel::LabelRole).toString();
    int width = metrics.horizontalAdvance(label);
    if (width > line.width() - beside) {
        label = metrics.elidedText(label, Qt::ElideRight, line.width() - beside);
        width = metrics.horizontalAdvance(label);
    }
    const int left = line.left() + qMax(0, (line.width() - beside - width) / 2);
    if (group >= 0)
        paintMarker(painter, QRectF(left, line.center().y() - marker_edge / 2.0 + 1, marker_edge, marker_edge), group);
    painter.setPen(theme.text());
    painter.drawText(left + beside, line.top() + (line.height() - metrics.height()) / 2 + metrics.ascent(), label);
    return out;
}

void ThumbnailDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::instance();
    const bool selected = option.state.testFlag(QStyle::State_Selected), current = option.state.testFlag(QStyle::State_HasFocus);
    if (selected || current) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(current ? QPen(theme.accent(), 2) : QPen(Qt::NoPen));
        painter->setBrush(selected ? theme.accentSoft() : theme.surface());
        painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), Theme::gap, Theme::gap);
        painter->restore();
    }
    const double ratio = painter->device()->devicePixelRatioF();
    const QSize size = option.rect.size();
    const QPixmap *kept = cells_.object(index.row());
    if (!kept || kept->size() != size * ratio) {
        auto *fresh = new QPixmap(paintCell(index, size, ratio));
        painter->drawPixmap(option.rect.topLeft(), *fresh);
        cells_.insert(index.row(), fresh, 1 + fresh->width() * fresh->height() * 4 / 1024);
        return;
    }
    painter->drawPixmap(option.rect.topLeft(), *kept);
}

} // namespace fairloom::ui
