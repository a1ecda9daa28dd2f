#pragma once

#include <QStyledItemDelegate>

namespace fairloom::ui {

/// A bar for the share of the run that is done, and its state in words beside it.
class RunStateDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace fairloom::ui
