#pragma once

#include <QCache>
#include <QPixmap>
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
    /// To be called when items may show other pictures: what was brought to the screen's pixels is kept for as long as they do not.
    void forgetPictures() { scaled_.clear(); }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    mutable QCache<int, QPixmap> scaled_{600}; ///< by picture: a few screens of them, 40 MB with two pixels a point
};

} // namespace fairloom::ui
