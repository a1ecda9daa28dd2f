#pragma once

#include <QFrame>
#include <QImage>
#include <QList>
#include <QString>

#include <utility>

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
    void showLabels();
    QRect pictureRect() const;

    QImage picture_; ///< a copy: the set may be gone before this is painted
    QList<std::pair<QString, QString>> rows_;
    QLabel *name_, *labels_;
};

} // namespace fairloom::ui
