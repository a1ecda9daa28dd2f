#pragma once

#include "ui/views/samples/samples_page.h"
#include "ui/workers/async_value.h"

#include <cstdint>
#include <memory>
#include <vector>

class QPushButton;

namespace fairloom::ui {

class Card;
class DrawnCard;
class NearestCard;
class PictureRows;
class Session;

/// Samples of an image set: real and generated pictures beside each other, new ones of a chosen group and label, chosen real ones decoded for
/// every group, the way between two of them, and which real ones come nearest to generated ones.
class PictureSamples final : public SamplesPage {
    Q_OBJECT
public:
    explicit PictureSamples(Session &session, QWidget *parent = nullptr);

    void showSamples(const ShownSamples &samples) override;
    bool isComputing() const override;

private:
    void showReal();
    void showGenerated();
    void promptIfEmpty(Card *card, const QString &what);
    void chooseReal(std::size_t row);
    void drawFlips();
    void drawPath();
    void drawMore();
    void showMore(std::shared_ptr<const Table> pictures);

    Session &session_;
    ShownSamples shown_;
    Card *realCard_, *generatedCard_;
    PictureRows *real_, *generated_;
    NearestCard *nearest_;
    DrawnCard *flips_, *path_;
    QPushButton *more_, *back_, *export_;
    std::vector<std::size_t> chosen_; ///< real pictures, the last one first
    QString drawn_;                   ///< what was asked for last, in words
    std::uint64_t draws_ = 0;         ///< how often more were drawn, so that they are others each time
    AsyncValue<std::shared_ptr<const Table>> drawing_; // last, so that the thread ends before anything it reports to
};

} // namespace fairloom::ui
