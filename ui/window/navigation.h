#pragma once

#include <QListWidget>
#include <QStyledItemDelegate>

namespace fairloom::ui {

/// The list of views at the left, each with its icon and its shortcut.
class Navigation final : public QListWidget {
    Q_OBJECT
public:
    explicit Navigation(QWidget *parent = nullptr);

    void addView(const QString &title, const QString &icon, const QString &shortcut);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
};

class NavigationDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace fairloom::ui
