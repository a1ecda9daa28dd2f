#pragma once

#include <QListWidget>
#include <QStyledItemDelegate>

namespace fairloom::ui {

/// The list of views at the left, each with its icon, its name and its shortcut; compact: icons alone, the rest as tool tips.
class Navigation final : public QListWidget {
    Q_OBJECT
public:
    explicit Navigation(QWidget *parent = nullptr);

    void addView(const QString &title, const QString &icon, const QString &shortcut);
    void setCompact(bool compact);
    bool isCompact() const { return compact_; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

private:
    bool compact_ = false;
};

class NavigationDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit NavigationDelegate(Navigation *list) : QStyledItemDelegate(list), list_(list) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Navigation *list_;
};

} // namespace fairloom::ui
