#pragma once

#include "ui/views/reading/reading_form.h"

#include <optional>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;

namespace fairloom::ui {

/// How an image set is read: the size that pictures are brought to, where their labels come from and, for grey digits, how much their colour
/// tells.
class PictureReading final : public ReadingForm {
    Q_OBJECT
public:
    explicit PictureReading(QWidget *parent = nullptr);

    void setFound(const FilePreview &preview) override;
    QString inWords(const FilePreview &preview) const override;
    bool isWarning(const FilePreview &preview) const override { return preview.refused.has_value(); }
    bool isUseful(const FilePreview &) const override { return true; }
    Recipe corrections() const override;
    void setCorrections(const Recipe &corrections) override;
    void recipeChanged() override { corrected_ = false; }

private:
    void show(const PictureRule &rule);
    void store();
    void change(const PictureRule &rule);
    void chooseLabels();

    PictureRule shown_;
    bool corrected_ = false; ///< by a person, or it was when the file was opened before
    QComboBox *size_;
    QLineEdit *labels_, *pattern_;
    QDoubleSpinBox *strength_;
    QLabel *strengthTitle_;
    bool filling_ = false;
};

} // namespace fairloom::ui
