#pragma once

#include "core/study/run_result.h"
#include "ui/views/samples/samples_page.h"
#include "ui/workers/async_value.h"
#include "ui/workers/nearest_shown.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <stop_token>

class QPushButton;

namespace fairloom::ui {

class Card;
class PictureSheet;

/// "Remembered or invented?": generated pictures above the training pictures that come nearest to them, those first that come nearest of all;
/// or one generated picture beside its nearest.
class NearestCard final : public QWidget {
    Q_OBJECT
public:
    explicit NearestCard(QWidget *parent = nullptr);
    ~NearestCard() override;

    /// Null of `generated`: there is nothing to compare.
    void showSamples(const ShownSamples &samples);
    void showOne(std::size_t generatedRow);
    bool isComputing() const { return finding_.isRunning(); }
    Card *card() const { return card_; }

private:
    using Find = std::function<NearestShown(std::shared_ptr<const PictureNeighbours>)>;

    void start(Find find);
    void showAll();
    void showNearest(NearestShown &shown);
    QString finding() const;

    ShownSamples shown_;
    std::shared_ptr<const PictureNeighbours> real_; ///< null until worked out
    Find next_;                                     ///< asked for while real_ was being worked out; the last of them
    std::stop_source stopping_;                     ///< of what real_ does, whichever job asks it
    Card *card_;
    PictureSheet *sheet_;
    QPushButton *all_;
    AsyncValue<NearestShown> finding_; // last, so that the thread ends before anything it reports to
};

} // namespace fairloom::ui
