#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace fairloom::ui {

/// The frame of a view: fills the window while its cards have room, and scrolls down instead of squeezing them on a
/// small screen.
class ViewScroll final : public QScrollArea {
    Q_OBJECT
public:
    explicit ViewScroll(QWidget *parent = nullptr);
    QVBoxLayout *content() const { return content_; }

private:
    QVBoxLayout *content_;
};

} // namespace fairloom::ui
