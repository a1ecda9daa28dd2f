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
    explicit ThumbnailDelegate(QObject *parent = nullptr);

    static constexpr int edge = 64; ///< of a thumbnail, in device-independent pixels

    QSize cell() const; ///< the least that an item needs
    /// To be called when items may look otherwise: what was painted is kept for as long as they do not.
    void forgetCells() { cells_.clear(); }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    QPixmap paintCell(const QModelIndex &index, const QSize &size, double ratio) const;

    mutable QCache<int, QPixmap> cells_; ///< by item; scrolling copies them, which is several times as fast as painting them
};

} // namespace fairloom::ui
