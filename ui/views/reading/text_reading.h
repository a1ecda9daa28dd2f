#pragma once

#include "ui/views/reading/reading_form.h"

namespace fairloom::ui {

class DialectForm;

/// How the characters of a table's file are read.
class TextReading final : public ReadingForm {
    Q_OBJECT
public:
    explicit TextReading(QWidget *parent = nullptr);

    void setFound(const FilePreview &preview) override;
    QString inWords(const FilePreview &preview) const override;
    bool isWarning(const FilePreview &preview) const override;
    bool isUseful(const FilePreview &preview) const override { return preview.format != TableFormat::sqlite; }
    Recipe corrections() const override;
    void setCorrections(const Recipe &corrections) override;

private:
    DialectForm *dialect_;
};

} // namespace fairloom::ui
