#pragma once

#include "core/data/file_preview.h"
#include "core/data/recipe.h"
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
class QVBoxLayout;

namespace fairloom::ui {

class Presentation;
class ReadingForm;
class RowsPanel;

/// Asks for a file or a folder of pictures, the file's part where it has several, a test file, and a recipe or schema. What fits or lies beside
/// it is chosen beforehand. Shows the first rows or pictures as they would be read, and what was found out, which can be corrected.
class OpenDataDialog final : public QDialog {
    Q_OBJECT
public:
    explicit OpenDataDialog(const RecentFile &start = {}, QWidget *parent = nullptr);
    ~OpenDataDialog() override;

    void choose(const QString &path); ///< as if it was typed
    RecentFile chosen() const;
    bool isComputing() const { return recognising_.isRunning() || previewing_.isRunning(); }

private:
    void buildFields();
    void layOut();
    void browse(QLineEdit *edit, const QString &title);
    void browseFolder();
    void fillRecipes();
    void fileChanged();
    void showRecognised(const RecentFile &known);
    void recipeChanged();
    void recipeActivated(int index);
    void sayLooking();
    void startPreview();
    void showPreview(const FilePreview &preview);
    void showParts(const FilePreview &preview);
    void showProblem(const QString &sentence);
    void showReading(bool shown);
    void present(const Table *table);
    QString typedPath() const;
    QString source() const; ///< the file, with its part

    QLineEdit *file_, *test_;
    QComboBox *part_, *recipe_;
    QLabel *partTitle_, *recognised_, *found_, *error_;
    QPushButton *correct_, *open_ = nullptr;
    const Presentation *presentation_ = nullptr; ///< of the preview
    ReadingForm *reading_ = nullptr;
    QVBoxLayout *readingPlace_;
    QStackedWidget *preview_;
    QPlainTextEdit *lines_;
    RowsPanel *rows_ = nullptr;
    QString wantedPart_;       ///< that it was started with
    QString suggestedTest_;    ///< put into the field for a test file because it lies beside the file; empty = none was
    bool suggestsTest_ = true; ///< not while it shows what was chosen before
    Recipe startCorrections_;  ///< the same; whatever form will be there takes its part
    bool previewed_ = false;   ///< the form that fits the file is there

    // last, so that the threads end before anything they report to
    AsyncValue<RecentFile> recognising_;
    AsyncValue<FilePreview> previewing_;
};

} // namespace fairloom::ui
