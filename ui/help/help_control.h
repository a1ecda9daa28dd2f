#pragma once

#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>

class QWidget;

namespace fairloom::ui {

class HelpWindow;

/// Opens the manual where it is about what a person is looking at. F1 does so everywhere in the program, in dialogs too.
class HelpControl final : public QObject {
    Q_OBJECT
public:
    /// `shown`: the view that one looks at; it counts where nothing has the focus.
    HelpControl(QWidget *window, std::function<const QWidget *()> shown);

    void open(const QString &place);
    void openFor(const QWidget *widget); ///< the innermost part around it that the manual has a page for

    /// "fairness#dpr"; empty for a widget that no page is about, and for none.
    static QString placeFor(const QWidget *widget);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void open(const QString &place, QWidget *owner);

    QWidget *window_;
    std::function<const QWidget *()> shown_;
    QPointer<HelpWindow> help_;
};

} // namespace fairloom::ui
