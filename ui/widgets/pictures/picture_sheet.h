#pragma once

#include "core/data/picture_set.h"

#include <QStringList>
#include <QWidget>

#include <memory>

namespace fairloom::ui {

/// A few pictures in rows and columns with titles: reconstructions, one latent decoded for every group, the way between two pictures.
/// They become as large as the widget allows.
class PictureSheet final : public QWidget {
    Q_OBJECT
public:
    struct Content {
        std::shared_ptr<const PictureSet> pictures; ///< row by row
        int columns = 0;
        QStringList rowTitles;    ///< left of each row, or none
        QStringList columnTitles; ///< above each column, or none; an empty one leaves its room to the one before
        QStringList captions;     ///< under each picture, or none
        QStringList toolTips;     ///< of each picture, or none: its titles
    };

    /// `largest`: edge of a picture, in device-independent pixels, that they grow to at most.
    explicit PictureSheet(int largest, QWidget *parent = nullptr);

    void setContent(Content content);
    const Content &content() const { return content_; }
    int rows() const;
    QRect pictureRect(int row, int column) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    int titleWidth() const;
    int titleHeight() const;   ///< of the line of column titles
    int captionHeight() const;
    int edge() const;          ///< of a picture, as there is room
    QSize sizeFor(int edge) const;
    void paintSheet(QPainter &painter) const;
    QString describe(int row, int column) const;

    Content content_;
    int largest_;
};

} // namespace fairloom::ui
