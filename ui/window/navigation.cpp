#include "ui/window/navigation.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QPainter>

namespace fairloom::ui {

namespace {

enum ItemRole { IconRole = Qt::UserRole, ShortcutRole };

QFont hintFont()
{
    QFont font = Theme::instance().small();
    font.setPixelSize(10);
    return font;
}

QString tipOf(const QListWidgetItem &item)
{
    return QStringLiteral("%1 (%2)").arg(item.text(), item.data(ShortcutRole).toString());
}

constexpr int item_height = 36, icon_edge = 18, icon_left = 8;

} // namespace

Navigation::Navigation(QWidget *parent) : QListWidget(parent)
{
    setObjectName(QStringLiteral("navigation"));
    setAccessibleName(tr("Views"));
    setItemDelegate(new NavigationDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setMouseTracking(true);
    connect(&Theme::instance(), &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void Navigation::addView(const QString &title, const QString &iconName, const QString &shortcut)
{
    auto *item = new QListWidgetItem(title, this);
    item->setData(IconRole, iconName);
    item->setData(ShortcutRole, shortcut);
    item->setData(Qt::AccessibleDescriptionRole, shortcut);
    if (compact_)
        item->setToolTip(tipOf(*item));
}

void Navigation::setCompact(bool compact)
{
    if (compact == compact_)
        return;
    compact_ = compact;
    for (int i = 0; i < count(); ++i)
        item(i)->setToolTip(compact ? tipOf(*item(i)) : QString());
    scheduleDelayedItemsLayout();
    updateGeometry();
}

QSize Navigation::sizeHint() const
{
    int widest = 0;
    for (int i = 0; i < count(); ++i)
        widest = qMax(widest, sizeHintForIndex(model()->index(i, 0)).width());
    return {qMax(compact_ ? 0 : 144, widest + 16), 5 * item_height + 16};
}

QSize NavigationDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (list_->isCompact())
        return {icon_left + icon_edge + icon_left, item_height};
    const QFontMetrics bold(Theme::instance().title());
    const QFontMetrics small(hintFont());
    Q_UNUSED(option)
    return {34 + bold.horizontalAdvance(index.data().toString()) + 12
                + small.horizontalAdvance(index.data(ShortcutRole).toString()) + 8,
            item_height};
}

void NavigationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::instance();
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = (option.state & QStyle::State_MouseOver) && (option.state & QStyle::State_Enabled);
    const bool focused = option.state & QStyle::State_HasFocus;
    const QRect box = option.rect.adjusted(0, 1, 0, -1);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (selected || hovered) {
        painter->setPen(focused && selected ? QPen(theme.accent(), 1) : QPen(Qt::NoPen));
        painter->setBrush(selected ? theme.accentSoft() : theme.surface());
        painter->drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), Theme::radius, Theme::radius);
    }
    if (!(option.state & QStyle::State_Enabled))
        painter->setOpacity(0.5);
    const QColor colour = selected ? theme.accent() : theme.muted();
    const QRect iconBox(box.left() + icon_left, box.center().y() - icon_edge / 2, icon_edge, icon_edge);
    tintedIcon(index.data(IconRole).toString(), colour).paint(painter, iconBox);
    if (list_->isCompact()) {
        painter->restore();
        return;
    }

    painter->setPen(colour);
    painter->setFont(selected ? theme.title() : theme.body());
    painter->drawText(box.adjusted(34, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, index.data().toString());
    painter->setFont(hintFont());
    painter->drawText(box.adjusted(0, 0, -8, 0), Qt::AlignRight | Qt::AlignVCenter, index.data(ShortcutRole).toString());
    painter->restore();
}

} // namespace fairloom::ui
