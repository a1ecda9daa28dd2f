#include "ui/widgets/histogram_delegate.h"

#include "ui/style/theme.h"

#include <QPainter>

#include <algorithm>

namespace fairloom::ui {

void HistogramDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const auto heights = index.data(role_).value<QList<double>>();
    if (heights.isEmpty())
        return;
    const QRectF place = QRectF(option.rect).adjusted(8, 5, -8, -5);
    const double pitch = std::min(7.0, place.width() / double(heights.size()));
    painter->save();
    painter->setPen(Qt::NoPen);
    QColor colour = Theme::instance().accent();
    colour.setAlphaF(0.75f);
    painter->setBrush(colour);
    for (int i = 0; i < heights.size(); ++i) {
        if (heights[i] <= 0)
            continue;
        const double height = std::max(1.0, heights[i] * place.height());
        painter->drawRect(QRectF(place.left() + i * pitch, place.bottom() - height, std::max(1.0, pitch - 1.5), height));
    }
    painter->restore();
}

QSize HistogramDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {104, 26};
}

} // namespace fairloom::ui
