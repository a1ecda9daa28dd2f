#include "ui/views/pictures/strip_card.h"

#include "ui/text.h"
#include "ui/widgets/card.h"
#include "ui/widgets/pictures/picture_sheet.h"
#include "ui/workers/session.h"

#include <QVBoxLayout>

namespace fairloom::ui {

StripCard::StripCard(QWidget *parent) : QWidget(parent), card_(new Card(tr("What the model draws"))), sheet_(new PictureSheet(56))
{
    sheet_->setObjectName(QStringLiteral("pictureStrip"));
    sheet_->setAccessibleName(tr("Held-out pictures, their reconstructions, and the same pictures decoded for every group"));
    card_->setToolTip(tr("Pictures that the model was not trained on: as they are, as they come back from the latent space, and decoded for each group "
                         "from the same latent. What tells the group should change from row to row, everything else should stay."));
    card_->body()->addWidget(sheet_, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card_);
    hide();
}

void StripCard::setRun(const RunEntry *run)
{
    monitor_ = run ? run->monitor : nullptr;
    strip_ = nullptr;
    sheet_->setContent({});
    hide();
    if (run)
        refresh(*run);
}

void StripCard::refresh(const RunEntry &run)
{
    if (monitor_ != run.monitor)
        return;
    std::shared_ptr<const PictureStrip> strip = monitor_->strip();
    if (!strip || strip == strip_)
        return;
    strip_ = std::move(strip);
    PictureSheet::Content content;
    content.pictures = std::shared_ptr<const PictureSet>(strip_, &strip_->pictures);
    content.columns = strip_->columns;
    for (const Message &row : strip_->rows)
        content.rowTitles << translated(row);
    sheet_->setContent(std::move(content));
    card_->setRemark(tr("%1 held-out pictures · epoch %2").arg(strip_->columns).arg(int(strip_->epoch)));
    show();
}

} // namespace fairloom::ui
