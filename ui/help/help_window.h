#pragma once

#include "ui/help/help_pages.h"

#include <QDialog>
#include <QStringList>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace fairloom::ui {

class HelpBrowser;

/// The manual: its pages, what a search finds in them, and the page that is read, with a way back.
class HelpWindow final : public QDialog {
    Q_OBJECT
public:
    /// `commands`: has the actions whose keys are listed.
    explicit HelpWindow(const QWidget &commands, QWidget *parent = nullptr);

    /// "fairness", "fairness#dpr"; a place that does not exist shows the first page.
    void open(const QString &place);
    const QString &place() const { return place_; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void listPages();
    void listHits(const QString &text);
    void visit(const QString &place); ///< and remember where one came from
    void showPlace();
    void goBack();
    static QString keysPage(const QWidget &commands);

    HelpPages pages_;
    QLineEdit *search_;
    QListWidget *list_;
    QLabel *none_;
    QPushButton *back_;
    HelpBrowser *text_;
    QString place_;
    QStringList before_;
};

} // namespace fairloom::ui
