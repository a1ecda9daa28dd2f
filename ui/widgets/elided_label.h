#pragma once

#include <QLabel>

namespace fairloom::ui {

/// A label of one line that gives way: it may become narrower than its text, which then ends in "…" and is shown whole
/// in the tool tip.
class ElidedLabel final : public QLabel {
    Q_OBJECT
public:
    explicit ElidedLabel(const QString &text = {}, QWidget *parent = nullptr);

    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
};

} // namespace fairloom::ui
