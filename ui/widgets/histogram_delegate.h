#pragma once

#include <QStyledItemDelegate>

namespace fairloom::ui {

/// Draws a small histogram in a cell from the heights (QList<double>, 0 .. 1) that the model has under `role`.
class HistogramDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit HistogramDelegate(int role, QObject *parent = nullptr) : QStyledItemDelegate(parent), role_(role) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int role_;
};

} // namespace fairloom::ui
