#pragma once

#include "core/data/dataset.h"
#include "ui/window/preferences.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace fairloom::ui {

/// Asks for a file, a test file and a recipe. A recipe that fits the file is recognised, said and chosen beforehand, and can
/// be changed.
class OpenDataDialog final : public QDialog {
    Q_OBJECT
public:
    explicit OpenDataDialog(const RecentFile &start = {}, QWidget *parent = nullptr);

    RecentFile chosen() const;

private:
    void browse(QLineEdit *edit, const QString &title);
    void fillRecipes();
    void fileChanged();
    void recipeChanged();

    QLineEdit *file_, *test_;
    QComboBox *recipe_;
    QLabel *recognised_, *error_;
    QPlainTextEdit *preview_;
    QPushButton *open_;
};

/// How core is asked to open it.
DatasetOptions toOptions(const RecentFile &file);
/// With the recipe that fits, if there is one.
RecentFile recognised(const QString &file);

} // namespace fairloom::ui
