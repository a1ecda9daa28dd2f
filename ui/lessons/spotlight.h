#pragma once

#include <QPointer>
#include <QWidget>

namespace fairloom::ui {

/// A frame around the control that a lesson is about. It lets the mouse through and follows the control.
class Spotlight final : public QWidget {
    Q_OBJECT
public:
    explicit Spotlight(QWidget *window);

    void pointAt(QWidget *target); ///< null, or one that cannot be seen: nothing
    QWidget *target() const { return target_; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QPointer<QWidget> target_;
};

} // namespace fairloom::ui
