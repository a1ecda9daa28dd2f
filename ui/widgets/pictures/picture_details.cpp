#include "ui/widgets/pictures/picture_details.h"

#include "ui/models/pictures_model.h"
#include "ui/style/theme.h"
#include "ui/widgets/pictures/paint_picture.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace fairloom::ui {

namespace {

constexpr int edge = 160;

}

PictureDetails::PictureDetails(QWidget *parent) : QFrame(parent), name_(new QLabel), labels_(new QLabel)
{
    setFixedHeight(edge + 2 * Theme::space);
    name_->setProperty("look", "title");
    name_->setObjectName(QStringLiteral("pictureName"));
    name_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    labels_->setObjectName(QStringLiteral("pictureLabels"));
    labels_->setTextFormat(Qt::RichText);
    labels_->setProperty("look", "panel");
    labels_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    labels_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *close = new QPushButton(tr("Close"));
    close->setObjectName(QStringLiteral("closePictureButton"));
    close->setProperty("look", "link");
    close->setCursor(Qt::PointingHandCursor);
    connect(close, &QPushButton::clicked, this, &PictureDetails::closeRequested);
    connect(&Theme::instance(), &Theme::changed, this, &PictureDetails::showLabels);

    auto *scroll = new QScrollArea; // CelebA has 40 labels
    scroll->setProperty("look", "panel");
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(labels_);
    auto *head = new QHBoxLayout;
    head->addWidget(name_, 1);
    head->addWidget(close);
    auto *words = new QVBoxLayout;
    words->setSpacing(Theme::gap);
    words->addLayout(head);
    words->addWidget(scroll, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(edge + Theme::page, Theme::space, 0, Theme::space);
    layout->addLayout(words);
}

void PictureDetails::showPicture(const PicturesModel &model, int item)
{
    picture_ = model.image(item).copy();
    rows_ = model.labelsOf(item);
    const QString name = model.name(item);
    name_->setText(name);
    setAccessibleName(name);
    QStringList plain;
    for (const auto &[column, value] : rows_)
        plain << column + QStringLiteral(": ") + value;
    setAccessibleDescription(plain.join(QStringLiteral(", ")));
    showLabels();
    update();
}

void PictureDetails::showLabels()
{
    QString rows;
    for (const auto &[column, value] : rows_)
        rows += QStringLiteral("<tr><td style=\"padding-right:12px; color:%1\">%2</td><td>%3</td></tr>")
                    .arg(Theme::instance().muted().name(), column.toHtmlEscaped(), value.toHtmlEscaped());
    labels_->setText(QStringLiteral("<table cellspacing=\"0\">%1</table>").arg(rows));
}

QRect PictureDetails::pictureRect() const
{
    return {0, Theme::space, edge, edge};
}

void PictureDetails::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(0, 0, width(), 1, Theme::instance().border());
    paintPicture(painter, pictureRect(), picture_);
}

void PictureDetails::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closeRequested();
    else
        QFrame::keyPressEvent(event);
}

} // namespace fairloom::ui
