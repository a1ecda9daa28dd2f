#pragma once

#include "core/training/run_monitor.h"

#include <QWidget>

#include <memory>

namespace fairloom::ui {

class Card;
class PictureSheet;
struct RunEntry;

/// Held-out pictures as the model draws them now, while it trains: originals, reconstructions, and the same latents decoded for every
/// group. Hidden for runs that draw none.
class StripCard final : public QWidget {
    Q_OBJECT
public:
    explicit StripCard(QWidget *parent = nullptr);

    void setRun(const RunEntry *run);
    /// Takes over the newest strip; cheap if there is no newer one.
    void refresh(const RunEntry &run);
    Card *card() const { return card_; }

private:
    Card *card_;
    PictureSheet *sheet_;
    std::shared_ptr<RunMonitor> monitor_;
    std::shared_ptr<const PictureStrip> strip_;
};

} // namespace fairloom::ui
