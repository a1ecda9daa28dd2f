#pragma once

#include "core/data/file_preview.h"
#include "core/data/recipe.h"

#include <QString>
#include <QWidget>

namespace fairloom::ui {

/// Where is said how a file or folder is read, if what was found out about it is wrong. Presentation makes the one that fits.
class ReadingForm : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// What was found. Fields that a person set before stay as they are.
    virtual void setFound(const FilePreview &preview) = 0;
    /// The same in one sentence; what will be refused is a warning.
    virtual QString inWords(const FilePreview &preview) const = 0;
    virtual bool isWarning(const FilePreview &preview) const = 0;
    /// Whether there is anything to correct.
    virtual bool isUseful(const FilePreview &preview) const = 0;

    /// What a person set here, as the parts of a recipe that go over those of the chosen one.
    virtual Recipe corrections() const = 0;
    virtual void setCorrections(const Recipe &corrections) = 0;
    /// What is known is another recipe's now.
    virtual void recipeChanged() {}

signals:
    void edited();
};

} // namespace fairloom::ui
