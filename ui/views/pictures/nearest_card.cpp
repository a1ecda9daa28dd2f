#include "ui/views/pictures/nearest_card.h"

#include "core/base/parallel.h"
#include "ui/text.h"
#include "ui/widgets/card.h"
#include "ui/widgets/pictures/picture_sheet.h"
#include "ui/workers/picture_picker.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace fairloom::ui {

namespace {

constexpr int shown_at_once = 7;

}

NearestCard::NearestCard(QWidget *parent)
    : QWidget(parent), card_(new Card(tr("Remembered or invented?"))), sheet_(new PictureSheet(64)), all_(new QPushButton(tr("Nearest of all"))),
      finding_([this](NearestShown &shown) { showNearest(shown); }, [this](const QString &sentence) { card_->setEmpty(sentence); })
{
    sheet_->setObjectName(QStringLiteral("nearestPictures"));
    sheet_->setAccessibleName(tr("Generated pictures and the nearest training pictures"));
    card_->setToolTip(tr("A model that remembers would give training pictures back. Distances are taken between features of a fixed random network; "
                         "what is usual is the median of real pictures that the model never saw."));
    all_->setObjectName(QStringLiteral("nearestOfAllButton"));
    all_->setProperty("look", "chip");
    all_->hide();
    card_->tools()->addWidget(all_);
    card_->body()->addWidget(sheet_, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card_);
    connect(all_, &QPushButton::clicked, this, &NearestCard::showAll);
}

NearestCard::~NearestCard()
{
    stopping_.request_stop();
}

void NearestCard::showSamples(const ShownSamples &samples)
{
    stopping_.request_stop();
    stopping_ = {};
    real_.reset();
    next_ = {};
    shown_ = samples;
    finding_.discard();
    sheet_->setContent({});
    card_->setFinding({});
    card_->setRemark({});
    if (shown_.problem && shown_.generated)
        showAll();
}

void NearestCard::start(Find find)
{
    if (!real_ && finding_.isRunning()) { // working the real pictures out once is enough
        next_ = std::move(find);
        return;
    }
    if (!real_)
        card_->setEmpty(tr("Looking for the nearest training pictures…"));
    finding_.start([find = std::move(find), real = real_, problem = shown_.problem, stop = stopping_.get_token()](std::stop_token) {
        return find(real ? real : std::make_shared<const PictureNeighbours>(*problem, hardware_threads(), stop));
    });
}

void NearestCard::showAll()
{
    all_->hide();
    start([generated = shown_.generated](std::shared_ptr<const PictureNeighbours> real) {
        return find_nearest(std::move(real), *generated, std::size_t(shown_at_once));
    });
}

void NearestCard::showOne(std::size_t generatedRow)
{
    if (!shown_.generated || !shown_.problem)
        return;
    all_->show();
    start([generated = shown_.generated, generatedRow](std::shared_ptr<const PictureNeighbours> real) {
        return find_nearest_of(std::move(real), *generated, generatedRow, shown_at_once - 1);
    });
}

void NearestCard::showNearest(NearestShown &shown)
{
    real_ = shown.real;
    if (const auto next = std::exchange(next_, {}))
        return start(next);
    const Table &train = shown_.problem->train.table;
    PicturePicker picker;
    PictureSheet::Content content;
    const auto nameOf = [](const Table &table, std::size_t row) { return toQString(table.picture_column()->text(row)); };
    const auto addReal = [&](std::size_t i) {
        picker.add(train, shown.row[i]);
        content.captions << number(double(shown.distance[i]), 2);
        content.toolTips << tr("Training picture %1, distance %2").arg(nameOf(train, shown.row[i]), number(double(shown.distance[i])));
    };
    const auto addGenerated = [&](std::size_t row) {
        picker.add(*shown_.generated, row);
        content.captions << QString();
        content.toolTips << tr("Generated picture %1").arg(nameOf(*shown_.generated, row));
    };
    if (shown.count == 1) {
        content.columns = int(shown.generated.size());
        content.rowTitles = QStringList{tr("generated"), tr("nearest real")};
        for (const std::size_t row : shown.generated)
            addGenerated(row);
        for (std::size_t i = 0; i < shown.row.size(); ++i)
            addReal(i);
        card_->setRemark(tr("distance · usual: %1").arg(number(double(shown.usual), 2)));
    } else {
        content.columns = shown.count + 1;
        content.columnTitles = QStringList{tr("drawn", "a generated picture"), tr("the real ones nearest to it")};
        addGenerated(shown.generated.front());
        for (std::size_t i = 0; i < shown.row.size(); ++i)
            addReal(i);
        card_->setRemark(tr("distance · usual: %1").arg(number(double(shown.usual), 2)));
    }
    content.pictures = picker.take();
    sheet_->setContent(std::move(content));
    card_->setFinding(finding());
    card_->setFilled();
}

/// What the run found out about all its generated pictures.
QString NearestCard::finding() const
{
    const SourceResult *source = shown_.outcome ? shown_.outcome->result.source(shown_.byStudent ? "student" : "teacher") : nullptr;
    if (!source || !source->memorisation)
        return {};
    const Memorisation &found = *source->memorisation;
    if (found.copies > found.copies_holdout)
        return tr("%1 of the generated pictures are training pictures, pixel by pixel.").arg(percent(found.copies));
    if (found.near > 2 * found.near_holdout && found.near > 0.02)
        return tr("%1 of the generated pictures come nearer to a training picture than is usual for pictures that were never seen (%2).")
            .arg(percent(found.near), percent(found.near_holdout));
    return tr("No sign of copies: %1 of the generated pictures are unusually near to a training picture; of real pictures that were never seen, %2.")
        .arg(percent(found.near), percent(found.near_holdout));
}

} // namespace fairloom::ui
