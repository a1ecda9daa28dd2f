#pragma once

#include <QObject>
#include <QPointer>
#include <QString>

class QWidget;

namespace fairloom::ui {

class HelpWindow;

/// Opens the manual where it is about what a person is looking at. F1 does so everywhere in the program, in dialogs too.
class HelpControl final : public QObject {
    Q_OBJECT
public:
    explicit HelpControl(QWidget *window);

    void open(const QString &place);
    void openFor(const QWidget *widget); ///< the innermost part around it that the manual has a page for

    /// "fairness#dpr"; "start" for a widget that no page is about, and for none.
    static QString placeFor(const QWidget *widget);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void open(const QString &place, QWidget *owner);

    QWidget *window_;
    QPointer<HelpWindow> help_;
};

} // namespace fairloom::ui
