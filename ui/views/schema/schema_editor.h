#pragma once

#include "ui/models/schema_model.h"
#include "ui/workers/async_value.h"
#include "ui/workers/found_columns.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace fairloom::ui {

class Card;
class ChipGroup;
class ColumnRuleForm;
class DialectForm;
class Session;

/// How the open file is read, column by column and as a whole. A change applies at once: the file is read again in the background, and
/// what was shown stays until that has worked out. Says in one sentence why if it has not.
class SchemaEditor final : public QWidget {
    Q_OBJECT
public:
    explicit SchemaEditor(Session &session, QWidget *parent = nullptr);

    void setColumn(const std::string &column);
    void start();                          ///< it is shown now: look at the file
    SchemaModel &model() { return model_; }
    bool isComputing() const { return finding_.isRunning(); }

    bool saveTo(const QString &file);
    void loadFrom(const QString &file);

signals:
    void closeRequested();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *buildFilePage(QWidget *parent);
    QWidget *buildButtons();
    void showDataset();
    void showLoading();
    void showState();
    void find();
    void save();
    void load();
    void setMessage(const QString &sentence, bool error);

    Session &session_;
    SchemaModel model_;
    Card *card_;
    ChipGroup *tabs_;
    QStackedWidget *pages_;
    ColumnRuleForm *column_;
    DialectForm *dialect_;
    QComboBox *filter_;
    QLabel *filterTitle_, *found_, *message_;
    QProgressBar *progress_;
    QPushButton *undo_, *back_, *load_, *save_, *stop_;
    bool reading_ = false; ///< because of a change made here

    AsyncValue<std::vector<FoundColumn>> finding_; // last, so that the thread ends before anything it reports to
};

} // namespace fairloom::ui
