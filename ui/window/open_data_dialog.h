#pragma once

#include "core/data/dataset.h"
#include "core/data/file_preview.h"
#include "ui/window/preferences.h"
#include "ui/workers/async_value.h"

#include <QDialog>

#include <memory>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace fairloom::ui {

class DialectForm;
class RowsView;
class TableModel;

/// Asks for a file, its part where it has several, a test file, and a recipe or schema. What fits the file or lies beside it is chosen
/// beforehand. Shows the first rows as they would be read, and what was found out about the file, which can be corrected.
class OpenDataDialog final : public QDialog {
    Q_OBJECT
public:
    explicit OpenDataDialog(const RecentFile &start = {}, QWidget *parent = nullptr);
    ~OpenDataDialog() override;

    RecentFile chosen() const;
    bool isComputing() const { return previewing_.isRunning(); }

private:
    void buildFields();
    void layOut();
    void browse(QLineEdit *edit, const QString &title);
    void fillRecipes();
    void fileChanged();
    void recipeChanged();
    void recipeActivated(int index);
    void startPreview();
    void showPreview(const FilePreview &preview);
    void showParts(const FilePreview &preview);
    void showProblem(const QString &sentence);
    void showDialect(bool shown);
    QString source() const; ///< the file, with its part

    QLineEdit *file_, *test_;
    QComboBox *part_, *recipe_;
    QLabel *partTitle_, *recognised_, *found_, *error_;
    QPushButton *correct_, *open_ = nullptr;
    DialectForm *dialect_;
    QStackedWidget *preview_;
    QPlainTextEdit *lines_;
    RowsView *rows_;
    TableModel *rowsModel_;
    QString wantedPart_; ///< that it was started with

    AsyncValue<FilePreview> previewing_; // last, so that the thread ends before anything it reports to
};

/// How core is asked to open it. Throws InputError for a schema that cannot be read.
DatasetOptions toOptions(const RecentFile &file);
/// With the schema that lies beside the file, or the recipe that fits it, if there is one.
RecentFile recognised(const QString &file);

} // namespace fairloom::ui
