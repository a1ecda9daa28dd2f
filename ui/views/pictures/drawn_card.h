#pragma once

#include "ui/widgets/pictures/picture_sheet.h"
#include "ui/workers/async_value.h"

#include <QString>
#include <QWidget>

namespace fairloom::ui {

class Card;

/// A card with pictures that a model draws on a worker thread when asked.
class DrawnCard final : public QWidget {
    Q_OBJECT
public:
    /// `largest`: edge of a picture in device-independent pixels; `accessible` names the sheet for those who do not see it.
    DrawnCard(const QString &title, const char *sheetName, const QString &accessible, int largest, QWidget *parent = nullptr);

    /// Shows what the job draws; what was shown stays until then.
    void draw(AsyncValue<PictureSheet::Content>::Job job);
    void clear();
    bool isComputing() const { return drawing_.isRunning(); }
    Card *card() const { return card_; }

private:
    Card *card_;
    PictureSheet *sheet_;
    AsyncValue<PictureSheet::Content> drawing_; // last, so that the thread ends before anything it reports to
};

} // namespace fairloom::ui
