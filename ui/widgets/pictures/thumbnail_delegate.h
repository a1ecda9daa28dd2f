#pragma once

#include <QStyledItemDelegate>

namespace fairloom::ui {

/// Paints an item of a PicturesModel: the picture, and under it its group's marker and its label. Takes the pixels straight from the
/// picture set, brought to the screen's own pixels.
class ThumbnailDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    static constexpr int edge = 64; ///< of a thumbnail, in device-independent pixels

    QSize cell() const; ///< the least that an item needs
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace fairloom::ui
