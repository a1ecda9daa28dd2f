#include "ui/views/pictures/drawn_card.h"

#include "ui/widgets/card.h"

#include <QVBoxLayout>

#include <utility>

namespace fairloom::ui {

DrawnCard::DrawnCard(const QString &title, const char *sheetName, const QString &accessible, int largest, QWidget *parent)
    : QWidget(parent), card_(new Card(title)), sheet_(new PictureSheet(largest)),
      drawing_(
          [this](PictureSheet::Content &content) {
              sheet_->setContent(std::move(content));
              card_->setFilled();
          },
          [this](const QString &sentence) { card_->setEmpty(sentence); })
{
    sheet_->setObjectName(QLatin1StringView(sheetName));
    sheet_->setAccessibleName(accessible);
    card_->body()->addWidget(sheet_, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card_);
}

void DrawnCard::draw(AsyncValue<PictureSheet::Content>::Job job)
{
    drawing_.start(std::move(job));
}

void DrawnCard::clear()
{
    drawing_.discard();
    sheet_->setContent({});
    card_->setRemark({});
}

} // namespace fairloom::ui
