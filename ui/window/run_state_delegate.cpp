#include "ui/window/run_state_delegate.h"

#include "ui/models/runs_model.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

namespace fairloom::ui {

void RunStateDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem background = option;
    initStyleOption(&background, index);
    background.text.clear();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &background, painter, option.widget);

    const Theme &theme = Theme::instance();
    // the style leaves the grid line and its margin below the texts of the other cells
    const QRect inside = option.rect.adjusted(Theme::space, 0, -Theme::space, -3);
    const int width = qMin(112, inside.width() / 2);
    const QRectF track(inside.left(), inside.center().y() - 2, width, 6);
    const double fraction = qBound(0.0, index.data(RunsModel::FractionRole).toDouble(), 1.0);
    const bool failed = index.data(RunsModel::FailedRole).toBool();

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.border());
    painter->drawRoundedRect(track, 3, 3);
    painter->setBrush(failed ? theme.bad() : theme.accent());
    if (fraction > 0)
        painter->drawRoundedRect(QRectF(track.left(), track.top(), qMax(6.0, track.width() * fraction), track.height()), 3, 3);
    painter->setPen(failed ? theme.bad() : theme.text());
    const QRect words = inside.adjusted(width + Theme::space, 0, 0, 0);
    painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, words.width()));
    painter->restore();
}

} // namespace fairloom::ui
