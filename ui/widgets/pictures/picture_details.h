#pragma once

#include <QFrame>
#include <QImage>

class QLabel;

namespace fairloom::ui {

class PicturesModel;

/// One picture large, with its name and all its labels.
class PictureDetails final : public QFrame {
    Q_OBJECT
public:
    explicit PictureDetails(QWidget *parent = nullptr);

    void showPicture(const PicturesModel &model, int item);

signals:
    void closeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRect pictureRect() const;

    QImage picture_; ///< a copy: the set may be gone before this is painted
    QLabel *name_, *labels_;
};

} // namespace fairloom::ui
