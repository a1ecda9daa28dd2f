#pragma once

#include <QListView>

namespace fairloom::ui {

class PicturesModel;
class ThumbnailDelegate;

/// Thumbnails of an image set in rows and columns, however many there are: only those in sight are painted. Arrows, Home, End, Page Up and
/// Page Down walk, Return or a click opens one.
class PictureGrid final : public QListView {
    Q_OBJECT
public:
    explicit PictureGrid(QWidget *parent = nullptr);

    void setPictures(PicturesModel *model);
    PicturesModel *pictures() const { return pictures_; }
    void copyPicture() const; ///< the current one, to the clipboard

signals:
    void opened(int item);  ///< by click or Return
    void closed();          ///< Escape

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    void fitCells();
    int columns() const;

    PicturesModel *pictures_ = nullptr;
    ThumbnailDelegate *delegate_;
};

} // namespace fairloom::ui
