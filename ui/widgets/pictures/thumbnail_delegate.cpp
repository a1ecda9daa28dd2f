#include "ui/widgets/pictures/thumbnail_delegate.h"

#include "ui/models/pictures_model.h"
#include "ui/style/theme.h"
#include "ui/widgets/group_legend.h"
#include "ui/widgets/pictures/paint_picture.h"

#include <QPainter>

namespace fairloom::ui {

QSize ThumbnailDelegate::cell() const
{
    return {edge + 2 * Theme::space, edge + 2 * Theme::gap + QFontMetrics(Theme::instance().small()).height() + 2};
}

QSize ThumbnailDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return cell();
}

void ThumbnailDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const PicturesModel *>(index.model());
    if (!model)
        return;
    const Theme &theme = Theme::instance();
    const bool selected = option.state.testFlag(QStyle::State_Selected), current = option.state.testFlag(QStyle::State_HasFocus);
    painter->save();
    if (selected || current) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(current ? QPen(theme.accent(), 2) : QPen(Qt::NoPen));
        painter->setBrush(selected ? theme.accentSoft() : theme.surface());
        painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), Theme::gap, Theme::gap);
    }
    const QRect picture(option.rect.x() + (option.rect.width() - edge) / 2, option.rect.y() + Theme::gap, edge, edge);
    const int code = model->picture(index.row());
    const double ratio = painter->device()->devicePixelRatioF();
    const QPixmap *scaled = scaled_.object(code);
    if (!scaled || scaled->devicePixelRatio() != ratio) {
        auto *fresh = new QPixmap(picture.size() * ratio);
        fresh->setDevicePixelRatio(ratio);
        fresh->fill(theme.surface());
        QPainter brush(fresh);
        paintPicture(brush, QRect(QPoint(), picture.size()), model->image(index.row()));
        scaled_.insert(code, fresh);
        scaled = fresh;
    }
    painter->drawPixmap(picture.topLeft(), *scaled);

    QRect line(option.rect.x() + Theme::gap, picture.bottom() + 2, option.rect.width() - 2 * Theme::gap, option.rect.bottom() - picture.bottom() - 2);
    painter->setFont(theme.small());
    const QFontMetrics metrics(painter->font());
    const int group = index.data(PicturesModel::GroupRole).toInt();
    const int marker = group < 0 ? 0 : metrics.height();
    const QString label = metrics.elidedText(index.data(PicturesModel::LabelRole).toString(), Qt::ElideRight, line.width() - marker);
    line.setLeft(line.left() + qMax(0, (line.width() - marker - metrics.horizontalAdvance(label)) / 2));
    if (group >= 0) {
        painter->setPen(theme.group(group));
        painter->drawText(QRect(line.left(), line.top(), marker, line.height()), Qt::AlignLeft | Qt::AlignVCenter, groupSymbol(group));
    }
    painter->setPen(theme.text());
    painter->drawText(line.adjusted(marker, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, label);
    painter->restore();
}

} // namespace fairloom::ui
